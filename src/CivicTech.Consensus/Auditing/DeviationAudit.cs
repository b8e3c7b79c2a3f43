using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Auditing;

/// <summary>The checks of a standard deviation beside its mean. All comparisons are of exact variances.</summary>
internal static class DeviationAudit
{
    private const string Column = "SD";

    internal static void Skip(ItemSummary row, AuditLog log, string reason)
    {
        if (row.PrintedDeviation is not null)
        {
            log.Skip(new(AuditCode.SdRange, row.Place, Column, reason));
            log.Skip(new(AuditCode.SdGrid, row.Place, Column, reason));
        }
    }

    /// <param name="row">Its mean is on the scale.</param>
    /// <param name="meanFits">Whether some sum of answers has the mean.</param>
    /// <param name="log">Takes what is found.</param>
    internal static void Check(ItemSummary row, bool meanFits, AuditLog log)
    {
        if (row.PrintedDeviation is not { } printed)
        {
            return;
        }

        if (OutOfRange(row, printed) is { } finding)
        {
            log.Fail(finding);
            log.Skip(new(AuditCode.SdGrid, row.Place, Column, "the SD is out of range."));
            return;
        }

        log.Pass(AuditCode.SdRange);
        if (row.Scale.Step is null)
        {
            log.Skip(new(AuditCode.SdGrid, row.Place, Column, "the scale has no steps."));
        }
        else if (!meanFits)
        {
            log.Skip(new(AuditCode.SdGrid, row.Place, Column, "no answers have the mean."));
        }
        else if (log.SquaresOf(row.Raters, row.Scale.Steps) is not { } squares)
        {
            log.Skip(new(AuditCode.SdGrid, row.Place, Column, "the answers could be too many to go through."));
        }
        else
        {
            CheckGrid(row, printed, squares, log);
        }
    }

    private static AuditFinding? OutOfRange(ItemSummary row, PrintedNumber printed)
    {
        if (printed.Upper.Sign < 0)
        {
            return new(AuditSeverity.Impossible, AuditCode.SdRange, row.Place, Column, printed.Text, "impossible: an SD is not negative.")
            {
                NearestAbove = Statistic.Of(Rational.Zero),
            };
        }

        var variance = SmallestVariance(printed);
        var largest = SpreadLimits.LargestSquares(row.PrintedMean, row.Raters, row.Scale) / Divisors(row)[0];
        if (variance <= largest)
        {
            return null;
        }

        var ofAny = SpreadLimits.LargestVarianceOfAnyNumber(row.PrintedMean, row.Scale, row.DeviationKind);
        var (most, mostOfAny) = (Math.Sqrt(largest.ToDouble()), Math.Sqrt(ofAny.ToDouble()));
        var isImpossible = variance > ofAny;
        return new(
            isImpossible ? AuditSeverity.Impossible : AuditSeverity.Inconsistent,
            AuditCode.SdRange,
            row.Place,
            Column,
            printed.Text,
            $"{(isImpossible ? "impossible with" : "inconsistent with the stated n and")} a mean of {row.Mean}: "
            + AuditText.Of($"{row.Raters} answers from {row.Scale.Lowest} to {row.Scale.Highest}, whole or not, have an SD of at most {most:0.####}, and ")
            + AuditText.Of($"any number of answers one of at most {mostOfAny:0.####}{AuditText.DividedBy(row.DeviationKind, orByN: false)}."))
        {
            NearestBelow = Statistic.Of(most),
        };
    }

    private static void CheckGrid(ItemSummary row, PrintedNumber printed, AttainableSquares squares, AuditLog log)
    {
        var (lower, upper) = (SmallestVariance(printed), printed.Upper * printed.Upper);
        Rational? below = null;
        Rational? above = null;
        foreach (var variance in VariancesOf(row, squares))
        {
            if (variance < lower)
            {
                below = below is { } one ? Rational.Max(one, variance) : variance;
            }
            else if (variance > upper)
            {
                above = above is { } one ? Rational.Min(one, variance) : variance;
            }
            else
            {
                log.Pass(AuditCode.SdGrid);
                return;
            }
        }

        var (rootBelow, rootAbove) = (RootOf(below), RootOf(above));
        log.Fail(new(
            AuditSeverity.Inconsistent,
            AuditCode.SdGrid,
            row.Place,
            Column,
            printed.Text,
            AuditText.Of($"inconsistent with the stated n = {row.Raters}: {row.Raters} {row.Scale} with a mean of {row.Mean} have no such SD")
            + $"{AuditText.DividedBy(row.DeviationKind, orByN: true)}; the nearest {AuditText.Nearest(rootBelow, rootAbove)}.")
        {
            NearestBelow = AuditText.StatisticOf(rootBelow),
            NearestAbove = AuditText.StatisticOf(rootAbove),
        });
    }

    /// <summary>Every variance that answers with the printed mean can have.</summary>
    private static IEnumerable<Rational> VariancesOf(ItemSummary row, AttainableSquares squares)
    {
        var (first, last) = MeanGrid.SumsOf(row.PrintedMean, row.Raters, row.Scale);
        var step = row.Scale.Step!.Value;
        for (var sum = first; sum <= last; sum++)
        {
            foreach (var deviations in squares.DeviationsOf(sum))
            {
                var total = (Rational)(System.Numerics.BigInteger)deviations * step * step / row.Raters;
                foreach (var divisor in Divisors(row))
                {
                    yield return total / divisor;
                }
            }
        }
    }

    private static double? RootOf(Rational? variance) => variance is { } one ? Math.Sqrt(one.ToDouble()) : null;

    private static Rational SmallestVariance(PrintedNumber printed) => Rational.Max(0, printed.Lower) is var lower ? lower * lower : default;

    /// <summary>What squares may be divided by; what gives the largest variance is first.</summary>
    private static int[] Divisors(ItemSummary row) => row.DeviationKind switch
    {
        StandardDeviationKind.Sample => [row.Raters - 1],
        StandardDeviationKind.Population => [row.Raters],
        _ => [row.Raters - 1, row.Raters],
    };
}
