namespace CivicTech.Consensus.Permutations;

/// <summary>Whether one rater agrees with the others more than a random ranking would.</summary>
internal static class RaterTest
{
    /// <summary>How many arrangements of the row have at least its dot product with the others' sums.</summary>
    internal static (long AtLeast, long Total, bool IsExact) Run(
        ReadOnlySpan<short> row, ReadOnlySpan<long> others, int permutations, ulong seed, int rater)
    {
        var observed = Dot(row, others);
        short[] shuffled = [.. row];
        var count = 0L;
        for (var replicate = 0; replicate < permutations; replicate++)
        {
            row.CopyTo(shuffled);
            new CounterRandom(seed, (ulong)rater + 1, (ulong)replicate).Shuffle(shuffled);
            if (Dot(shuffled, others) >= observed)
            {
                count++;
            }
        }

        return (count, permutations, false);
    }

    private static Int128 Dot(ReadOnlySpan<short> row, ReadOnlySpan<long> others)
    {
        Int128 sum = 0;
        for (var item = 0; item < row.Length; item++)
        {
            sum += (Int128)row[item] * others[item];
        }

        return sum;
    }
}
