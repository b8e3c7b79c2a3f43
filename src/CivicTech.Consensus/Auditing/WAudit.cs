using System.Numerics;
using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Auditing;

/// <summary>Whether some rankings have the printed W.</summary>
internal static class WAudit
{
    internal const string Column = "W";

    private const string TooMany = "there are too many attainable values.";
    private const string WithoutTies = " without ties";

    internal static bool CheckRange(ConcordanceSummary row, AuditLog log)
    {
        if (row.PrintedW.Overlaps(0, 1))
        {
            log.Pass(AuditCode.WRange);
            return true;
        }

        var isBelow = row.PrintedW.Value.Sign < 0;
        log.Fail(new(AuditSeverity.Impossible, AuditCode.WRange, row.Place, Column, row.W, "impossible: W is from 0 to 1.")
        {
            NearestBelow = isBelow ? null : Statistic.Of(Rational.One),
            NearestAbove = isBelow ? Statistic.Of(Rational.Zero) : null,
        });
        return false;
    }

    internal static void CheckAttainable(ConcordanceSummary row, AuditLog log)
    {
        switch (row.Items)
        {
            case null:
                Skip(row, log, "the number of items is not stated.");
                break;
            case 2 when row.Raters > TwoItemTable.MostRaters:
                Skip(row, log, TooMany);
                break;
            case 2:
                var tables = TwoItemTable.Of(row.Raters, row.WithoutTies).SelectMany(table => table.WOf(row.Raters));
                var manner = row.WithoutTies ? WithoutTies : ", whatever the ties and whether W is corrected for them,";
                Judge(row, log, NearestIn(tables, row.PrintedW), manner);
                break;
            case { } items when row.WithoutTies:
                CheckUntied(row, items, log);
                break;
            case { } items:
                CheckTied(row, items, log);
                break;
        }
    }

    private static void CheckUntied(ConcordanceSummary row, int items, AuditLog log)
    {
        var unit = new Rational(1, UntiedW.LargestQ(row.Raters, items));
        if (log.UntiedDistribution(row.Raters, items) is { } distribution)
        {
            Judge(row, log, NearestIn(distribution.Select(value => (Rational)(BigInteger)value.Q * unit), row.PrintedW), WithoutTies);
            return;
        }

        var (lower, upper) = (row.PrintedW.Lower / unit, row.PrintedW.Upper / unit);
        var (below, within, above) = UntiedW.Allowed(lower, upper, row.Raters, items);
        if (within is not null && upper - lower >= 8)
        {
            Skip(row, log, TooMany);
            return;
        }

        Judge(row, log, (below * unit, within * unit, above * unit), WithoutTies);
    }

    /// <summary>
    /// With ranks doubled and centred, 1 - W is the sum of squared distances of pairs of raters, divided by m times the sum of squared
    /// ranks. Where not all agree, at least m - 1 pairs differ, each by 2 or more, so that W is not between the bound and 1.
    /// </summary>
    private static void CheckTied(ConcordanceSummary row, int items, AuditLog log)
    {
        var bound = 1 - (2 * (row.Raters - 1) / (Rational)UntiedW.LargestQ(row.Raters, items));
        if (row.PrintedW.Lower > bound && row.PrintedW.Upper < 1)
        {
            Judge(row, log, (bound, null, Rational.One), ", whatever the ties,");
        }
        else
        {
            Skip(row, log, TooMany);
        }
    }

    private static (Rational? Below, Rational? Within, Rational? Above) NearestIn(IEnumerable<Rational> values, PrintedNumber printed)
    {
        (Rational? Below, Rational? Within, Rational? Above) nearest = default;
        foreach (var value in values)
        {
            if (value < printed.Lower)
            {
                nearest.Below = nearest.Below is { } below ? Rational.Max(below, value) : value;
            }
            else if (value > printed.Upper)
            {
                nearest.Above = nearest.Above is { } above ? Rational.Min(above, value) : value;
            }
            else
            {
                nearest.Within = value;
            }
        }

        return nearest;
    }

    private static void Judge(ConcordanceSummary row, AuditLog log, (Rational? Below, Rational? Within, Rational? Above) nearest, string manner)
    {
        if (nearest.Within is not null)
        {
            log.Pass(AuditCode.WAttainable);
            return;
        }

        log.Fail(new(
            AuditSeverity.Inconsistent,
            AuditCode.WAttainable,
            row.Place,
            Column,
            row.W,
            AuditText.Of($"inconsistent with the stated {row.Raters} raters and {row.Items} items: none of their rankings{manner} has this W; ")
            + $"the nearest {AuditText.Nearest(nearest.Below?.ToDouble(), nearest.Above?.ToDouble())}.")
        {
            NearestBelow = nearest.Below is { } below ? Statistic.Of(below) : null,
            NearestAbove = nearest.Above is { } above ? Statistic.Of(above) : null,
        });
    }

    private static void Skip(ConcordanceSummary row, AuditLog log, string reason) => log.Skip(new(AuditCode.WAttainable, row.Place, Column, reason));
}
