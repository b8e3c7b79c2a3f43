using CivicTech.Consensus.Concordance;

namespace CivicTech.Consensus.Auditing;

/// <summary>Whether the printed p is one, and one that an exact test can give.</summary>
internal static class PAudit
{
    internal const string Column = "p";

    internal static bool CheckRange(ConcordanceSummary row, AuditLog log)
    {
        if (row.PrintedP!.Overlaps(0, 1))
        {
            log.Pass(AuditCode.PRange);
            return true;
        }

        var isBelow = row.PrintedP.Value.Sign < 0;
        log.Fail(new(AuditSeverity.Impossible, AuditCode.PRange, row.Place, Column, row.P!, "impossible: p is from 0 to 1.")
        {
            NearestBelow = isBelow ? null : AuditText.StatisticOf(1),
            NearestAbove = isBelow ? AuditText.StatisticOf(0) : null,
        });
        return false;
    }

    internal static void CheckSmallest(ConcordanceSummary row, AuditLog log)
    {
        if (row.Items is not { } items)
        {
            log.Skip(new(AuditCode.PSmallest, row.Place, Column, "the number of items is not stated."));
            return;
        }

        var smallest = PFromW.SmallestExact(row.Raters, items);
        if (row.PrintedP!.Upper.ToDouble() >= smallest)
        {
            log.Pass(AuditCode.PSmallest);
            return;
        }

        log.Fail(new(
            AuditSeverity.Doubtful,
            AuditCode.PSmallest,
            row.Place,
            Column,
            row.P!,
            AuditText.Of($"no exact test of {row.Raters} raters and {items} items gives less than {AuditText.Probability(smallest)}, ")
            + "which is what complete agreement has without ties.")
        {
            NearestAbove = AuditText.StatisticOf(smallest),
        });
    }
}
