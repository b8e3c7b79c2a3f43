using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Auditing;

/// <summary>The checks of a mean, and the order in which those of a row are made.</summary>
internal static class ItemAudit
{
    internal const string Column = "mean";

    internal static void Check(ItemSummary row, AuditLog log)
    {
        var (mean, scale) = (row.PrintedMean, row.Scale);
        if (!mean.Overlaps(scale.Lowest, scale.Highest))
        {
            log.Fail(Outside(row));
            DeviationAudit.Skip(row, log, "the mean is outside the scale.");
            return;
        }

        log.Pass(AuditCode.MeanRange);
        var fits = CheckGrid(row, log);
        DeviationAudit.Check(row, fits, log);
    }

    private static AuditFinding Outside(ItemSummary row)
    {
        var isBelow = row.PrintedMean.Value < row.Scale.Lowest;
        return new(
            AuditSeverity.Impossible,
            AuditCode.MeanRange,
            row.Place,
            Column,
            row.Mean,
            $"impossible on {row.Scale}: {(isBelow ? $"no mean is below {row.Scale.Lowest}" : $"no mean is above {row.Scale.Highest}")}.")
        {
            NearestBelow = isBelow ? null : Statistic.Of(row.Scale.Highest),
            NearestAbove = isBelow ? Statistic.Of(row.Scale.Lowest) : null,
        };
    }

    /// <summary>Whether some sum of answers has the mean, as far as is known.</summary>
    private static bool CheckGrid(ItemSummary row, AuditLog log)
    {
        if (row.Scale.Step is null)
        {
            log.Skip(new(AuditCode.MeanGrid, row.Place, Column, "the scale has no steps."));
            return true;
        }

        var share = MeanGrid.ShareOfPrinted(row.PrintedMean.Decimals, row.Raters, row.Scale);
        if (share >= 1)
        {
            log.Skip(new(AuditCode.MeanGrid, row.Place, Column, AuditText.Of(
                $"{row.Raters} {row.Scale} have every mean with {row.PrintedMean.Decimals} decimals.")));
            return true;
        }

        log.ByChance(share);
        var (first, last) = MeanGrid.SumsOf(row.PrintedMean, row.Raters, row.Scale);
        if (first <= last)
        {
            log.Pass(AuditCode.MeanGrid);
            return true;
        }

        // No sum is inside: the last one too small and the first one too large stand side by side.
        var below = MeanGrid.MeanOf(last, row.Raters, row.Scale);
        var above = MeanGrid.MeanOf(first, row.Raters, row.Scale);
        log.Fail(new(
            AuditSeverity.Inconsistent,
            AuditCode.MeanGrid,
            row.Place,
            Column,
            row.Mean,
            AuditText.Of($"inconsistent with the stated n = {row.Raters}: {row.Raters} {row.Scale} have no such mean; ")
            + $"the nearest {AuditText.Nearest(below.ToDouble(), above.ToDouble())}.")
        {
            NearestBelow = Statistic.Of(below),
            NearestAbove = Statistic.Of(above),
        });
        return false;
    }
}
