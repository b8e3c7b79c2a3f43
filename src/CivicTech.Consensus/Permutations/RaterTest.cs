namespace CivicTech.Consensus.Permutations;

/// <summary>
/// Whether one rater agrees with the others more than a random ranking would: of the arrangements of the rater's values, how many have at
/// least the rater's own dot product with the sums of the others.
/// </summary>
internal static class RaterTest
{
    /// <summary>Up to so many distinct arrangements are all counted: those of eight untied items.</summary>
    internal const int MaxArrangements = 40_320;

    /// <summary>One rater's test.</summary>
    /// <param name="row">The rater's values.</param>
    /// <param name="others">By item: what the others give it.</param>
    /// <param name="permutations">How many random arrangements when there are too many to count.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="rater">The place of the rater: replicate b draws from <see cref="CounterRandom"/> (seed, rater + 1, b).</param>
    /// <returns>
    /// When IsExact, p = AtLeast / Total with Total the number of distinct arrangements; otherwise Total is the number of random arrangements
    /// and p = (1 + AtLeast) / (1 + Total). The order of the items does not matter.
    /// </returns>
    internal static (long AtLeast, long Total, bool IsExact) Run(
        ReadOnlySpan<short> row, ReadOnlySpan<long> others, int permutations, ulong seed, int rater)
    {
        short[] values = [.. row];
        long[] sums = [.. others];
        var observed = Dot(values, sums);
        Array.Sort(values);
        Array.Sort(sums);
        if (Arrangements.TryCreate(values, MaxArrangements) is { } arrangements)
        {
            return (arrangements.CountAtLeast(sums, observed), arrangements.Count, true);
        }

        var isNarrow = IsNarrow(values, sums);
        var shuffled = new short[values.Length];
        var plan = ShufflePlan.For(values.Length);
        var count = 0;
        for (var replicate = 0; replicate < permutations; replicate++)
        {
            var random = new CounterRandom(seed, (ulong)rater + 1, (ulong)replicate);
            random.Shuffle(values, shuffled, plan);
            if ((isNarrow ? NarrowDot(shuffled, sums) : Dot(shuffled, sums)) >= observed)
            {
                count++;
            }
        }

        return (count, permutations, false);
    }

    private static bool IsNarrow(short[] values, long[] sums)
    {
        Int128 most = 0;
        foreach (var sum in sums)
        {
            most += Int128.Abs(sum);
        }

        return most * Math.Max(Math.Abs((int)values[0]), Math.Abs((int)values[^1])) <= long.MaxValue;
    }

    private static long NarrowDot(short[] values, long[] sums)
    {
        var total = 0L;
        for (var item = 0; item < values.Length; item++)
        {
            total += values[item] * sums[item];
        }

        return total;
    }

    private static Int128 Dot(short[] values, long[] sums)
    {
        Int128 total = 0;
        for (var item = 0; item < values.Length; item++)
        {
            total += (Int128)values[item] * sums[item];
        }

        return total;
    }
}
