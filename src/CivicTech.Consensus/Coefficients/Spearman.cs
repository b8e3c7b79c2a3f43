using System.Numerics;
using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Distributions;
using CivicTech.Consensus.Permutations;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Coefficients;

/// <summary>Spearman's rank correlation between two rows: the correlation of their ranks, equal values sharing their middle rank.</summary>
/// <remarks>
/// Spearman (1904), "The proof and measurement of association between two things", American Journal of Psychology 15. Without ties it is
/// 1 - 6 Σd² / (n³ - n); with ties that formula does not hold and is not used.
/// </remarks>
public static class Spearman
{
    /// <summary>Compares two rows.</summary>
    /// <remarks>
    /// p is exact up to 12 pairs, further the fewer different values there are, and for the same or opposite orders of any length. Otherwise
    /// it comes from Student's t with n - 2 degrees of freedom, t = rho √((n - 2) / (1 - rho²)) (Kendall and Stuart).
    /// </remarks>
    /// <param name="first">One value an item; NaN where there is none, and then the item is left out.</param>
    /// <param name="second">As many.</param>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static RankCorrelation Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var order = PairedOrder.Of(first, second);
        if (order.Undefined is { } reason)
        {
            return RankCorrelation.UndefinedFor(reason, order.Count, TestMethod.Exact);
        }

        var (one, two) = (Scores(order.FirstSizes), Scores(order.SecondSizes));
        var (product, firstSquares, secondSquares) = (Int128.Zero, Int128.Zero, Int128.Zero);
        for (var i = 0; i < order.Count; i++)
        {
            Int128 u = one[order.First[i]];
            Int128 v = two[order.Second[i]];
            product += u * v;
            firstSquares += u * u;
            secondSquares += v * v;
        }

        var coefficient = RootQuotient.Of(product, firstSquares, secondSquares);
        return new(coefficient, order.Count, Test(order, coefficient));
    }

    private static SignificanceTest Test(PairedOrder order, Statistic coefficient)
    {
        if (coefficient.Exact is { } rho && Rational.Abs(rho) == 1)
        {
            return new(TestMethod.Exact, coefficient, Complete(order));
        }

        if (Exact(order) is { } p)
        {
            return new(TestMethod.Exact, coefficient, Statistic.Of(p));
        }

        var degrees = order.Count - 2;
        var t = coefficient.Value * Math.Sqrt(degrees / ((1 - coefficient.Value) * (1 + coefficient.Value)));
        return new(TestMethod.StudentT, Statistic.Of(t), Statistic.Of(Tails.StudentTwoSided(t, degrees))) { DegreesOfFreedom = degrees };
    }

    // One arrangement has the same order; one has the opposite, if the ties of the row fit when it is turned round.
    private static Statistic Complete(PairedOrder order)
    {
        var turned = order.FirstSizes.AsEnumerable().Reverse().SequenceEqual(order.FirstSizes);
        return Matchings.TryWays(order.FirstSizes, 1100) is { } ways
            ? Statistic.Of(new Rational(turned ? 2 : 1, ways))
            : Statistic.Of(0.0); // nearer to 0 than to any other double
    }

    // The sum of products of scores that start at 0 and have no common divisor, which goes up and down with rho.
    private static Rational? Exact(PairedOrder order)
    {
        var (one, two) = (Reduced(order.FirstSizes), Reduced(order.SecondSizes));
        long[] first = [.. order.First.Select(place => one[place])];
        long[] second = [.. order.Second.Select(place => two[place])];
        var observed = Product(first, second);
        var centre = Sum(first) * Sum(second);
        Array.Sort(first);
        Array.Sort(second);

        // Either row can be the one that is shuffled.
        var (places, scores, sizes) = two.Length <= one.Length ? (first, two, order.SecondSizes) : (second, one, order.FirstSizes);
        int[] groups = [.. Enumerable.Repeat(1, places.Length)];
        var counts = Matchings.TryCount(groups, sizes, Product(first, second), (place, _, gains) =>
        {
            for (var i = 0; i < gains.Length; i++)
            {
                gains[i] = (int)(places[place] * scores[i]);
            }
        });
        return counts is null ? null : Matchings.AtLeastAsFar(counts, order.Count, centre, observed);
    }

    private static Int128 Sum(long[] values) => values.Aggregate(Int128.Zero, (sum, value) => sum + value);

    private static Int128 Product(long[] first, long[] second)
    {
        var sum = Int128.Zero;
        for (var i = 0; i < first.Length; i++)
        {
            sum += (Int128)first[i] * second[i];
        }

        return sum;
    }

    private static long[] Reduced(int[] sizes)
    {
        var scores = Scores(sizes);
        var common = scores.Aggregate(0L, (common, score) => (long)BigInteger.GreatestCommonDivisor(common, score - scores[0]));
        return [.. scores.Select(score => (score - scores[0]) / common)];
    }

    /// <summary>By class: twice the middle rank less (n + 1), a whole number.</summary>
    private static long[] Scores(int[] sizes)
    {
        var scores = new long[sizes.Length];
        var (below, above) = (0L, sizes.Sum(size => (long)size));
        for (var i = 0; i < sizes.Length; i++)
        {
            above -= sizes[i];
            scores[i] = below - above;
            below += sizes[i];
        }

        return scores;
    }
}
