using System.Numerics;
using CivicTech.Consensus.Permutations;
using CivicTech.Consensus.Ranks;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Auditing;

/// <summary>
/// Values of W when m raters rank n items without ties. With Q = 4S the sum of squares of doubled centred rank sums,
/// W = 3Q / (m² (n³ - n)).
/// </summary>
internal static class UntiedW
{
    // About a tenth of a second. For more items than this it is always more, but for two raters.
    private const long MostSteps = 500_000;
    private const int MostItems = 10;

    /// <summary>The distribution of Q at random, ascending; null when it would be too much work.</summary>
    internal static IReadOnlyList<(Int128 Q, BigInteger Count)>? TryDistribution(int raters, int items) =>
        items > MostItems || (long)raters * items > MostSteps ? null : ExactNull.TryDistribution(Alike(raters, items), MostSteps, CancellationToken.None);

    /// <summary>m² (n³ - n) / 3: Q when all raters agree.</summary>
    internal static BigInteger LargestQ(int raters, int items) =>
        (BigInteger)raters * raters * (((BigInteger)items * items * items) - items) / 3;

    /// <summary>
    /// The nearest values of Q below, within and above a range that conditions allow which every Q meets. Doubled centred rank sums have
    /// the parity of m (n + 1): the squares of n odd numbers have a sum of at least n that leaves n when divided by 8, and those of even
    /// numbers with the sum 0 leave 0. And where not all agree, at least m - 1 pairs of raters differ, each by 8 or more, so that Q is at
    /// least 8 (m - 1) below the largest.
    /// </summary>
    internal static (BigInteger? Below, BigInteger? Within, BigInteger? Above) Allowed(Rational lower, Rational upper, int raters, int items)
    {
        BigInteger least = (long)raters * (items + 1L) % 2 == 0 ? 0 : items;
        var largest = LargestQ(raters, items);
        var second = largest - (8 * ((BigInteger)raters - 1));
        var steps = Rational.Max(0, (lower - least) / 8).Ceiling().Numerator;
        var next = least + (8 * steps);
        var before = next - 8;
        if (next > second)
        {
            (before, next) = (BigInteger.Min(before, second), largest);
        }

        BigInteger? below = before >= least ? before : null;
        return next <= upper ? (below, next, null) : (below, null, next <= largest ? next : null);
    }

    private static RankMatrix Alike(int raters, int items)
    {
        var values = new short[raters * items];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (short)((2 * (i % items)) - (items - 1));
        }

        var weights = new long[raters];
        Array.Fill(weights, 1);
        return new(values, weights, items);
    }
}
