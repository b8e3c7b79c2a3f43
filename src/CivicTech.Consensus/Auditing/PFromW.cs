using System.Numerics;
using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Distributions;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Auditing;

/// <summary>What tests give for every W that would be printed so, with m raters and n items. All fall as W rises.</summary>
internal sealed class PFromW(ConcordanceSummary row, AuditLog log)
{
    // The distance that rounding of doubles may make, relative to p.
    private const double Slack = 1e-9;

    private readonly double _m = row.Raters;
    private readonly Rational _lower = Rational.Max(0, row.PrintedW.Lower);
    private readonly Rational _upper = Rational.Min(1, row.PrintedW.Upper);

    /// <summary>The smallest p that would be printed so.</summary>
    internal double LowerP { get; } = row.PrintedP!.Lower.ToDouble();

    /// <summary>The largest p that would be printed so.</summary>
    internal double UpperP { get; } = row.PrintedP!.Upper.ToDouble();

    /// <summary>The approximations.</summary>
    internal IEnumerable<ImpliedPValue> Approximate(int items)
    {
        var (n, m) = ((double)items, _m);
        var degrees = n - 1 - (2 / m);
        yield return Range(TestMethod.ChiSquare, w => Tails.ChiSquare(m * (n - 1) * w, n - 1));
        if (degrees > 0)
        {
            var largestS = m * m * ((n * n * n) - n) / 12;
            yield return Range(TestMethod.F, w => F(w, degrees));
            yield return Range(TestMethod.FWithContinuity, w => F(Math.Max(0, ((w * largestS) - 1) / (largestS + 2)), degrees));
        }

        yield return Range(TestMethod.ImanDavenport, w => F(w, n - 1));
    }

    /// <summary>The exact tests of two items: of every table that has the W. Chi-square too, which does not care how W is corrected.</summary>
    internal IEnumerable<ImpliedPValue> OfTables()
    {
        foreach (var table in TablesWithW())
        {
            yield return Make(TestMethod.Exact, table.P(), table.P());
            yield return Make(TestMethod.ChiSquare, Tails.ChiSquare(table.ChiSquare, 1), Tails.ChiSquare(table.ChiSquare, 1));
        }
    }

    /// <summary>Whether two items come into question where their number is not known.</summary>
    internal bool IsAttainableWithTwoItems() => row.Raters > TwoItemTable.MostRaters || TablesWithW().Any();

    /// <summary>The exact test of rankings without ties; null when it is too much work.</summary>
    internal ImpliedPValue? TryExact(int items)
    {
        if (log.UntiedDistribution(row.Raters, items) is not { } distribution)
        {
            return null;
        }

        var largest = UntiedW.LargestQ(row.Raters, items);
        return Make(TestMethod.Exact, AtLeast(_upper * largest), AtLeast(_lower * largest));

        double AtLeast(Rational q)
        {
            BigInteger ways = 0;
            BigInteger all = 0;
            foreach (var (value, count) in distribution)
            {
                all += count;
                ways += (BigInteger)value >= q ? count : 0;
            }

            return new Rational(ways, all).ToDouble();
        }
    }

    /// <summary>
    /// Limits of every exact test, whatever the ties. At random W has the mean 1/m and a variance of at most 2 (m - 1) / (m³ (n - 1)), to
    /// which Cantelli's inequality applies; and S is the squared length of a sum of m independent vectors, so that W is at least w with
    /// probability 2 exp(-m w / 2) at most (Pinelis 1994). All ways to rank m raters are no more than (n!)^m, and n! of them or more,
    /// divided by the ties, give the same W.
    /// </summary>
    internal (double Lowest, double Highest) LimitsOfExact(int items)
    {
        var w = _lower.ToDouble();
        var highest = Math.Min(1, 2 * Math.Exp(-_m * w / 2));
        if (w > 1 / _m)
        {
            var variance = 2 * (_m - 1) / (_m * _m * _m * (items - 1));
            highest = Math.Min(highest, variance / (variance + ((w - (1 / _m)) * (w - (1 / _m)))));
        }

        return (SmallestExact(row.Raters, items), highest);
    }

    /// <summary>(n!)^-(m - 1): no exact p is smaller.</summary>
    internal static double SmallestExact(int raters, int items)
    {
        var logarithm = 0.0;
        for (var i = 2; i <= items; i++)
        {
            logarithm += Math.Log(i);
        }

        return Math.Exp(-(raters - 1) * logarithm);
    }

    internal bool IsPrintedFrom(double lowest, double highest) => lowest * (1 - Slack) <= UpperP && LowerP <= highest * (1 + Slack);

    private IEnumerable<TwoItemTable> TablesWithW() => row.Raters > TwoItemTable.MostRaters
        ? []
        : TwoItemTable.Of(row.Raters, row.WithoutTies).Where(table => table.WOf(row.Raters).Any(w => _lower <= w && w <= _upper));

    private ImpliedPValue Range(TestMethod method, Func<double, double> p) => Make(method, p(_upper.ToDouble()), p(_lower.ToDouble()));

    private ImpliedPValue Make(TestMethod method, double lowest, double highest) => new(method, lowest, highest, IsPrintedFrom(lowest, highest));

    private double F(double w, double degrees) => w >= 1 ? 0 : Tails.F((_m - 1) * w / (1 - w), degrees, (_m - 1) * degrees);
}
