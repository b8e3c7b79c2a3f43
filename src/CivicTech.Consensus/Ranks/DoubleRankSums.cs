using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CivicTech.Consensus.Ranks;

/// <summary>Sums of ranks of raters of any values, ranked in the lanes of vectors.</summary>
internal static class DoubleRankSums
{
    // Squares of ranks fit in 16 bits.
    private const int MaxItems = 256;

    // Up to so many items of one rater are compared in the time that it takes to sort them, as measured.
    private const int ItemsPerRater = 48;

    /// <summary>
    /// Whether raters can be ranked in lanes, and faster than one by one: the more share a comparison, the more items they may have.
    /// </summary>
    internal static bool IsFast(int raters, int items) =>
        items <= Math.Min(MaxItems, ItemsPerRater * Math.Min(raters, Vector<double>.Count));

    /// <inheritdoc cref="RankSums.AddComplete(ReadOnlySpan{double}, int, Span{long}, ref Int128, ref long)"/>
    [SkipLocalsInit]
    internal static int Add(ReadOnlySpan<double> rows, int items, Span<long> sums, ref Int128 squares, ref long constant)
    {
        Span<Vector<double>> columns = stackalloc Vector<double>[items];
        Span<Vector<long>> ranks = stackalloc Vector<long>[items];
        Span<Vector<long>> laneSums = stackalloc Vector<long>[items];
        Span<double> last = stackalloc double[items * Vector<double>.Count];
        laneSums.Clear();
        var totals = new Totals();
        var added = 0;
        while (!rows.IsEmpty)
        {
            scoped var block = rows[..Math.Min(rows.Length, last.Length)];
            rows = rows[block.Length..];
            var gap = NanSearch.First(block);
            if (gap >= 0)
            {
                block = block[..(gap / items * items)];
                rows = default;
            }

            added += block.Length / items;
            if (block.Length < last.Length)
            {
                // Lanes without a rater are constant.
                constant -= (last.Length - block.Length) / items;
                block.CopyTo(last);
                last[block.Length..].Clear();
                block = last;
            }

            RaterColumns.Of(block, columns);
            PairRanks.Of(columns, ranks);
            totals.Add(ranks, laneSums);
        }

        for (var item = 0; item < items; item++)
        {
            sums[item] += Vector.Sum(laneSums[item]);
        }

        squares += Vector.Sum(totals.Squares);
        constant -= Vector.Sum(totals.Constant);
        return added;
    }

    private struct Totals
    {
        internal Vector<long> Squares;
        internal Vector<long> Constant;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        internal void Add(ReadOnlySpan<Vector<long>> ranks, Span<Vector<long>> sums)
        {
            ref var rank = ref MemoryMarshal.GetReference(ranks);
            ref var sum = ref MemoryMarshal.GetReference(sums[..ranks.Length]);
            var any = Vector<long>.Zero;
            var squares = Vector<long>.Zero;
            for (var j = 0; j < ranks.Length; j++)
            {
                var one = Unsafe.Add(ref rank, j);
                Unsafe.Add(ref sum, j) += one;
                var low = Vector.AsVectorInt16(one);
                squares += Vector.AsVectorInt64(low * low) & new Vector<long>(0xFFFF);
            }

            Squares += squares;
            Constant += Vector.Equals(squares, Vector<long>.Zero);
        }
    }
}
