using System.Numerics;
using CivicTech.Consensus.Permutations;
using CivicTech.Consensus.Ranks;

namespace CivicTech.Tests.Consensus;

/// <summary>Panels for tests of the null distribution, and what plain enumeration says of them.</summary>
internal static class NullCases
{
    internal static RankMatrix Of(double[][] ratings, long[]? weights = null)
    {
        var items = ratings[0].Length;
        var values = new short[ratings.Length * items];
        for (var rater = 0; rater < ratings.Length; rater++)
        {
            Midranks.Of(ratings[rater], values.AsSpan(rater * items, items));
        }

        return new(values, weights ?? [.. Enumerable.Repeat(1L, ratings.Length)], items);
    }

    /// <summary>Raters who all order the items alike, without ties.</summary>
    internal static RankMatrix Alike(int raters, int items) =>
        Of([.. Enumerable.Repeat(Enumerable.Range(0, items).Select(item => (double)item).ToArray(), raters)]);

    /// <summary>Ratings from 0 to before levels, weights from 1 to the largest.</summary>
    internal static RankMatrix Random(ulong seed, int raters, int items, int levels, int largestWeight)
    {
        var random = new CounterRandom(seed, 1_000, 0);
        return Of(
            [.. Enumerable.Range(0, raters).Select(_ => Enumerable.Range(0, items).Select(_ => (double)(random.Next() % (ulong)levels)).ToArray())],
            [.. Enumerable.Range(0, raters).Select(_ => 1 + (long)(random.Next() % (ulong)largestWeight))]);
    }

    /// <summary>The same panel with raters and items in another order.</summary>
    internal static RankMatrix Reordered(RankMatrix ranks, int[] raters, int[] items) => new(
        [.. raters.SelectMany(rater => items.Select(item => ranks.Values[(rater * ranks.Items) + item]))],
        [.. raters.Select(rater => ranks.Weights[rater])],
        ranks.Items);

    /// <summary>Every distinct arrangement of all raters but the first.</summary>
    internal static SortedDictionary<Int128, BigInteger> Enumerated(RankMatrix ranks)
    {
        var counts = new SortedDictionary<Int128, BigInteger>();
        var sums = new long[ranks.Items];
        Add(0);
        return counts;

        void Add(int rater)
        {
            if (rater == ranks.Raters)
            {
                Int128 q = 0;
                foreach (var sum in sums)
                {
                    q += (Int128)sum * sum;
                }

                counts[q] = counts.GetValueOrDefault(q) + 1;
                return;
            }

            var orders = rater == 0 ? [ranks.Row(0).ToArray()] : Orders(ranks.Row(rater).ToArray());
            foreach (var order in orders)
            {
                Shift(order, ranks.Weights[rater]);
                Add(rater + 1);
                Shift(order, -ranks.Weights[rater]);
            }
        }

        void Shift(short[] order, long weight)
        {
            for (var item = 0; item < order.Length; item++)
            {
                sums[item] += weight * order[item];
            }
        }
    }

    /// <summary>All distinct arrangements.</summary>
    internal static IEnumerable<short[]> Orders(short[] values) => values.Length == 0
        ? [[]]
        : values.Index().DistinctBy(entry => entry.Item)
            .SelectMany(entry => Orders([.. values[..entry.Index], .. values[(entry.Index + 1)..]]), (entry, rest) => (short[])[entry.Item, .. rest]);

    internal static BigInteger Factorial(int n) => Enumerable.Range(1, n).Aggregate(BigInteger.One, (product, factor) => product * factor);
}
