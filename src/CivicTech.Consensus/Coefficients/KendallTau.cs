using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Distributions;
using CivicTech.Consensus.Permutations;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Coefficients;

/// <summary>
/// Kendall's tau-b between two rows: (pairs of items in the same order - pairs in opposite order) / √(pairs that the first row tells apart ×
/// pairs that the second tells apart).
/// </summary>
/// <remarks>
/// Kendall (1938), "A new measure of rank correlation", Biometrika 30; for ties Kendall (1945), "The treatment of ties in ranking problems",
/// Biometrika 33. Pairs are counted in n log n steps as by Knight (1966), JASA 61, but with a tree of partial sums.
/// </remarks>
public static class KendallTau
{
    /// <summary>Compares two rows.</summary>
    /// <remarks>
    /// p is exact without ties up to 50 pairs, and with ties where few enough arrangements exist: always up to 12 pairs, further the fewer
    /// different values there are. Otherwise it comes from the normal approximation, with the variance that Kendall (1970), Rank Correlation
    /// Methods, 4th edition, section 4.9, gives for ties and without continuity correction.
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

        var score = Score(order);
        var coefficient = RootQuotient.Of(score, Untied(order.FirstSizes), Untied(order.SecondSizes));
        var test = Exact(order, score) is { } p
            ? new SignificanceTest(TestMethod.Exact, coefficient, Statistic.Of(p))
            : Normal(score / Math.Sqrt(Variance(order)));
        return new(coefficient, order.Count, test);
    }

    // Pairs in the same order less pairs in opposite order. Groups of the first row come one after the other, and a tree of partial sums
    // (Fenwick 1994) knows how many of the earlier items are how high in the second.
    private static long Score(PairedOrder order)
    {
        var items = Enumerable.Range(0, order.Count).ToArray();
        Array.Sort((int[])order.First.Clone(), items);
        var tree = new int[order.SecondSizes.Length + 1];
        var score = 0L;
        for (var start = 0; start < items.Length;)
        {
            var end = start + order.FirstSizes[order.First[items[start]]];
            for (var i = start; i < end; i++)
            {
                var place = order.Second[items[i]];
                score += UpTo(place) - (start - UpTo(place + 1));
            }

            for (; start < end; start++)
            {
                for (var i = order.Second[items[start]] + 1; i < tree.Length; i += i & -i)
                {
                    tree[i]++;
                }
            }
        }

        return score;

        long UpTo(int place)
        {
            var sum = 0L;
            for (; place > 0; place &= place - 1)
            {
                sum += tree[place];
            }

            return sum;
        }
    }

    private static Rational? Exact(PairedOrder order, long score)
    {
        if (!order.IsTied && order.Count <= InversionCounts.MaxItems)
        {
            return InversionCounts.TwoSided(order.Count, score);
        }

        // Counted as (earlier items below) × 2 + (earlier items equal), which is never negative: the score plus the pairs that are not tied
        // in the first row. Either row can be the first.
        var (groups, classes) = order.FirstSizes.Length > order.SecondSizes.Length ? (order.FirstSizes, order.SecondSizes) : (order.SecondSizes, order.FirstSizes);
        var centre = Untied(groups);
        var counts = Matchings.TryCount(groups, classes, 2 * centre, static (_, used, gains) =>
        {
            var below = 0;
            for (var i = 0; i < used.Length; i++)
            {
                gains[i] = (2 * below) + used[i];
                below += used[i];
            }
        });
        return counts is null ? null : Matchings.AtLeastAsFar(counts, 1, centre, centre + score);
    }

    private static SignificanceTest Normal(double z) => new(TestMethod.Normal, Statistic.Of(z), Statistic.Of(Tails.NormalTwoSided(z)));

    private static double Variance(PairedOrder order)
    {
        Int128 n = order.Count;
        var (one, two) = (Ties(order.FirstSizes), Ties(order.SecondSizes));
        var main = (double)((n * (n - 1) * ((2 * n) + 5)) - one.Main - two.Main) / 18;
        var pairs = (double)one.Pairs * (double)two.Pairs / (double)(2 * n * (n - 1));
        var triples = (double)one.Triples * (double)two.Triples / (double)(9 * n * (n - 1) * (n - 2));
        return main + pairs + triples;
    }

    private static (Int128 Main, Int128 Pairs, Int128 Triples) Ties(int[] sizes)
    {
        var (main, pairs, triples) = (Int128.Zero, Int128.Zero, Int128.Zero);
        foreach (Int128 t in sizes)
        {
            main += t * (t - 1) * ((2 * t) + 5);
            pairs += t * (t - 1);
            triples += t * (t - 1) * (t - 2);
        }

        return (main, pairs, triples);
    }

    private static long Untied(int[] sizes)
    {
        var (before, pairs) = (0L, 0L);
        foreach (var size in sizes)
        {
            pairs += before * size;
            before += size;
        }

        return pairs;
    }
}
