using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CivicTech.Consensus.Ranks;

/// <summary>Sums of ranks of raters whose values are bytes, ranked one by one by counting how often each value occurs.</summary>
internal static class CountedRanks
{
    private const int Values = byte.MaxValue + 1;

    /// <summary>
    /// As <see cref="RankSums.Add(ReadOnlySpan{byte}, int, Span{long}, ref Int128)"/>, of raters whose values are all in the range.
    /// </summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static long Add(ReadOnlySpan<byte> rows, int items, ByteRange range, Span<long> sums, ref Int128 squares)
    {
        // Any byte is a place in them.
        ref var counts = ref MemoryMarshal.GetReference(stackalloc int[Values]);
        ref var ranks = ref MemoryMarshal.GetReference(stackalloc int[Values]);
        for (int value = range.Lowest; value <= range.Highest; value++)
        {
            Unsafe.Add(ref counts, value) = 0;
        }

        var constant = 0L;
        for (; !rows.IsEmpty; rows = rows[items..])
        {
            var row = rows[..items];
            foreach (var value in row)
            {
                Unsafe.Add(ref counts, value)++;
            }

            var below = 0;
            var square = 0L;
            for (int value = range.Lowest; value <= range.Highest; value++)
            {
                var count = Unsafe.Add(ref counts, value);
                var rank = below - (items - below - count);
                Unsafe.Add(ref ranks, value) = rank;
                Unsafe.Add(ref counts, value) = 0;
                square += (long)count * rank * rank;
                below += count;
            }

            squares += square;
            constant += square == 0 ? 1 : 0;
            for (var item = 0; item < row.Length; item++)
            {
                sums[item] += Unsafe.Add(ref ranks, row[item]);
            }
        }

        return constant;
    }
}
