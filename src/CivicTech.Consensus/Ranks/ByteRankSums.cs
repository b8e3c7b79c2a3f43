using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace CivicTech.Consensus.Ranks;

/// <summary>Sums of ranks of raters whose values are bytes, ranked in the lanes of vectors.</summary>
internal static class ByteRankSums
{
    // Ranks fit in 8 bits.
    private const int MaxItems = 128;

    /// <summary>
    /// Whether raters can be ranked in lanes, and faster than one by one: a block takes the same time however few of its lanes are used.
    /// </summary>
    internal static bool IsFast(int raters, int items, ByteRange range)
    {
        if (items > MaxItems || raters >= Vector<byte>.Count)
        {
            return items <= MaxItems;
        }

        // About nanoseconds, as measured.
        var counting = raters * (30 + items + (2 * range.Steps));
        return counting >= 100 + (4 * items) + (Comparisons(items, range) * 2 / 3);
    }

    /// <summary>
    /// As <see cref="RankSums.Add(ReadOnlySpan{byte}, int, Span{long}, ref Int128)"/>, of raters whose values are all in the range. They
    /// fill at most <see cref="ByteRankTotals.MaxBlocks"/> blocks.
    /// </summary>
    [SkipLocalsInit]
    internal static long Add(ReadOnlySpan<byte> rows, int items, ByteRange range, Span<long> sums, ref Int128 squares)
    {
        Debug.Assert(items <= MaxItems && rows.Length <= ByteRankTotals.MaxBlocks * Vector<byte>.Count * items);
        Span<Vector<sbyte>> columns = stackalloc Vector<sbyte>[items];
        Span<Vector<sbyte>> ranks = stackalloc Vector<sbyte>[items];
        Span<Vector<short>> laneSums = stackalloc Vector<short>[items];
        Span<Vector<sbyte>> counts = stackalloc Vector<sbyte>[ScaleRanks.CountsFor(items / 4)];
        Span<byte> last = stackalloc byte[items * Vector<byte>.Count];
        laneSums.Clear();
        var isScale = IsScale(items, range);
        var totals = new ByteRankTotals();
        var constant = 0L;
        while (!rows.IsEmpty)
        {
            scoped var block = rows[..Math.Min(rows.Length, last.Length)];
            rows = rows[block.Length..];
            if (block.Length < last.Length)
            {
                // Lanes without a rater are constant.
                constant -= (last.Length - block.Length) / items;
                block.CopyTo(last);
                last[block.Length..].Fill(range.Lowest);
                block = last;
            }

            RaterColumns.Of(block, columns);
            if (isScale)
            {
                ScaleRanks.Of(columns, range, ranks, counts);
            }
            else
            {
                PairRanks.Of(columns, ranks);
            }

            totals.Add(ranks, laneSums);
        }

        for (var item = 0; item < items; item++)
        {
            Vector.Widen(laneSums[item], out var lower, out var upper);
            sums[item] += Vector.Sum(lower + upper);
        }

        squares += totals.Squares;
        return constant + totals.Constant;
    }

    // On a scale every item is compared with every step, twice; in pairs, with half of the others.
    private static bool IsScale(int items, ByteRange range) => 4 * range.Steps < items;

    private static int Comparisons(int items, ByteRange range) => items * Math.Min(2 * range.Steps, items / 2);
}
