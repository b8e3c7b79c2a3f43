using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace CivicTech.Consensus.Ranks;

/// <summary>
/// Adds the doubled centred midranks of many complete raters to running sums, in exact integers: the same on every machine, and in
/// whatever pieces the raters come. Some 7 ns for a rater of 20 items on a scale of 5 points, 45 for 20 untied numbers.
/// </summary>
internal static class RankSums
{
    // Small enough to stay in a core's cache between the passes over them.
    private const int BytesAtOnce = 1 << 16;
    private const int DoublesAtOnce = 1 << 13;

    /// <summary>The widest that this machine does well.</summary>
    internal static Lanes Widest => Vector.IsHardwareAccelerated ? Lanes.Vector : Lanes.Scalar;

    /// <summary>Adds raters whose values are whole numbers from 0 to 255.</summary>
    /// <param name="rows">Row by row; as many columns as <paramref name="items"/>.</param>
    /// <param name="items">From 1 to <see cref="Midranks.MaxItems"/>.</param>
    /// <param name="sums">To each item's the sum of its ranks is added.</param>
    /// <param name="squares">To it the squares of all ranks are added.</param>
    /// <returns>How many rows are constant: all values equal.</returns>
    internal static long Add(ReadOnlySpan<byte> rows, int items, Span<long> sums, ref Int128 squares) =>
        Add(rows, items, sums, ref squares, Widest);

    /// <inheritdoc cref="Add(ReadOnlySpan{byte}, int, Span{long}, ref Int128)"/>
    internal static long Add(ReadOnlySpan<byte> rows, int items, Span<long> sums, ref Int128 squares, Lanes lanes)
    {
        var constant = 0L;
        var atOnce = RowsAtOnce(BytesAtOnce, items) * items;
        while (!rows.IsEmpty)
        {
            var some = rows[..Math.Min(rows.Length, atOnce)];
            rows = rows[some.Length..];
            var range = ByteRange.Of(some);
            constant += lanes == Lanes.Vector && ByteRankSums.IsFast(some.Length / items, items, range)
                ? ByteRankSums.Add(some, items, range, sums, ref squares)
                : CountedRanks.Add(some, items, range, sums, ref squares);
        }

        return constant;
    }

    /// <summary>Adds raters of any values: -0 equals 0, infinities are values like others.</summary>
    /// <param name="rows">Row by row; as many columns as <paramref name="items"/>. No NaN among them.</param>
    /// <param name="items">From 1 to <see cref="Midranks.MaxItems"/>.</param>
    /// <param name="sums">To each item's the sum of its ranks is added.</param>
    /// <param name="squares">To it the squares of all ranks are added.</param>
    /// <returns>How many rows are constant: all values equal.</returns>
    internal static long Add(ReadOnlySpan<double> rows, int items, Span<long> sums, ref Int128 squares)
    {
        var constant = 0L;
        var added = AddComplete(rows, items, sums, ref squares, ref constant);
        Debug.Assert(added * items == rows.Length, "There is a NaN.");
        return constant;
    }

    /// <summary>Adds raters of any values, from the first up to one who has a NaN: looking on the way is faster.</summary>
    /// <param name="rows">Row by row; as many columns as <paramref name="items"/>.</param>
    /// <param name="items">From 1 to <see cref="Midranks.MaxItems"/>.</param>
    /// <param name="sums">To each item's the sum of its ranks is added.</param>
    /// <param name="squares">To it the squares of all ranks are added.</param>
    /// <param name="constant">To it the number of constant rows is added.</param>
    /// <returns>How many were added: all, or those before the first who has a NaN.</returns>
    internal static int AddComplete(ReadOnlySpan<double> rows, int items, Span<long> sums, ref Int128 squares, ref long constant) =>
        AddComplete(rows, items, sums, ref squares, ref constant, Widest);

    /// <inheritdoc cref="AddComplete(ReadOnlySpan{double}, int, Span{long}, ref Int128, ref long)"/>
    [SkipLocalsInit]
    internal static int AddComplete(
        ReadOnlySpan<double> rows, int items, Span<long> sums, ref Int128 squares, ref long constant, Lanes lanes)
    {
        var added = 0;
        var atOnce = RowsAtOnce(DoublesAtOnce, items) * items;
        var scratch = Math.Min(rows.Length, atOnce);
        Span<byte> bytes = scratch <= DoublesAtOnce ? stackalloc byte[scratch] : new byte[scratch];
        while (!rows.IsEmpty)
        {
            var some = rows[..Math.Min(rows.Length, atOnce)];
            rows = rows[some.Length..];
            var raters = some.Length / items;
            var complete = raters;
            if (WholeNumbers.TryNarrow(some, bytes[..some.Length], lanes))
            {
                constant += Add(bytes[..some.Length], items, sums, ref squares, lanes);
            }
            else
            {
                complete = lanes == Lanes.Vector && DoubleRankSums.IsFast(raters, items)
                    ? DoubleRankSums.Add(some, items, sums, ref squares, ref constant)
                    : SortedRanks.Add(some, items, sums, ref squares, ref constant);
            }

            added += complete;
            if (complete < raters)
            {
                break;
            }
        }

        return added;
    }

    /// <summary>The index of the first NaN, or -1.</summary>
    internal static int FirstNaN(ReadOnlySpan<double> values) => NanSearch.First(values);

    // Full blocks of one rater a lane, where there can be.
    private static int RowsAtOnce(int values, int items)
    {
        var rows = values / items;
        var lanes = Vector<byte>.Count;
        return rows >= lanes ? Math.Min(rows / lanes, ByteRankTotals.MaxBlocks) * lanes : Math.Max(rows, 1);
    }
}
