using CivicTech.Consensus.Ranks;

namespace CivicTech.Tests.Consensus.Ranks;

/// <summary>What the kernels add up, by its definition: each value is compared with each other of its row.</summary>
internal sealed class RankTotals(int items)
{
    private Int128 _squares;

    internal long[] Sums { get; } = new long[items];

    internal Int128 Squares => _squares;

    internal long Constant { get; private set; }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]
    internal static RankTotals Of(ReadOnlySpan<double> rows, int items)
    {
        var totals = new RankTotals(items);
        for (; !rows.IsEmpty; rows = rows[items..])
        {
            var row = rows[..items];
            var isConstant = true;
            for (var item = 0; item < items; item++)
            {
                long rank = 0;
                foreach (var other in row)
                {
                    rank += (other < row[item] ? 1 : 0) - (other > row[item] ? 1 : 0);
                }

                totals.Sums[item] += rank;
                totals._squares += rank * rank;
                isConstant &= row[item] == row[0];
            }

            totals.Constant += isConstant ? 1 : 0;
        }

        return totals;
    }

    internal static RankTotals Of(ReadOnlySpan<byte> rows, int items)
    {
        var values = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            values[i] = rows[i];
        }

        return Of(values, items);
    }

    internal RankTotals Times(int count)
    {
        var totals = new RankTotals(Sums.Length) { _squares = Squares * count, Constant = Constant * count };
        for (var item = 0; item < Sums.Length; item++)
        {
            totals.Sums[item] = Sums[item] * count;
        }

        return totals;
    }

    internal delegate long ByteKernel(ReadOnlySpan<byte> rows, int items, Span<long> sums, ref Int128 squares);

    internal delegate int DoubleKernel(ReadOnlySpan<double> rows, int items, Span<long> sums, ref Int128 squares, ref long constant);

    /// <summary>All ways to rank bytes, and the one that is chosen. In lanes there is no way for more than 128 items.</summary>
    internal static IEnumerable<(string Name, ByteKernel Add)> ByteKernels(int items)
    {
        yield return ("chosen", RankSums.Add);
        yield return ("counted", (ReadOnlySpan<byte> rows, int n, Span<long> sums, ref Int128 squares) =>
            RankSums.Add(rows, n, sums, ref squares, Lanes.Scalar));
        if (items <= 128)
        {
            yield return ("lanes", InLanes);
        }
    }

    /// <summary>All ways to rank doubles, and the one that is chosen. In lanes there is no way for more than 256 items.</summary>
    internal static IEnumerable<(string Name, DoubleKernel Add)> DoubleKernels(int items)
    {
        yield return ("chosen", RankSums.AddComplete);
        yield return ("scalar", (ReadOnlySpan<double> rows, int n, Span<long> sums, ref Int128 squares, ref long constant) =>
            RankSums.AddComplete(rows, n, sums, ref squares, ref constant, Lanes.Scalar));
        yield return ("sorted", SortedRanks.Add);
        if (items <= 256)
        {
            yield return ("lanes", DoubleRankSums.Add);
        }
    }

    internal static RankTotals By(ByteKernel kernel, ReadOnlySpan<byte> rows, int items)
    {
        var totals = new RankTotals(items);
        totals.Constant = kernel(rows, items, totals.Sums, ref totals._squares);
        return totals;
    }

    internal static (RankTotals Totals, int Added) By(DoubleKernel kernel, ReadOnlySpan<double> rows, int items)
    {
        var totals = new RankTotals(items);
        var constant = 0L;
        var added = kernel(rows, items, totals.Sums, ref totals._squares, ref constant);
        totals.Constant = constant;
        return (totals, added);
    }

    internal static void Same(RankTotals expected, RankTotals actual, string what)
    {
        var isSame = expected.Sums.AsSpan().SequenceEqual(actual.Sums)
            && (expected.Squares, expected.Constant) == (actual.Squares, actual.Constant);
        Assert.True(isSame, $"{what}: expected {expected}, got {actual}.");
    }

    public override string ToString() => $"[{string.Join(' ', Sums)}], squares {Squares}, {Constant} constant";

    // So few raters at a time as the lanes take.
    private static long InLanes(ReadOnlySpan<byte> rows, int items, Span<long> sums, ref Int128 squares)
    {
        var constant = 0L;
        for (var atOnce = ByteRankTotals.MaxBlocks * System.Numerics.Vector<byte>.Count * items; !rows.IsEmpty;)
        {
            var some = rows[..Math.Min(atOnce, rows.Length)];
            constant += ByteRankSums.Add(some, items, ByteRange.Of(some), sums, ref squares);
            rows = rows[some.Length..];
        }

        return constant;
    }
}
