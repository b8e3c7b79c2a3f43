namespace CivicTech.Consensus.Ranks;

/// <summary>
/// Doubled, centred midranks of complete raters: with r the midrank (1 = the lowest value) of an item among n, the entry is
/// u = 2r - (n + 1) = (items below) - (items above), a whole number from -(n - 1) to n - 1. Each row sums to 0.
/// </summary>
internal sealed class RankMatrix
{
    internal RankMatrix(short[] values, long[] weights, int items)
    {
        System.Diagnostics.Debug.Assert(values.Length == (long)weights.Length * items);
        Values = values;
        Weights = weights;
        Items = items;
    }

    /// <summary>Row by row.</summary>
    internal short[] Values { get; }

    /// <summary>How often each row counts: at least 1.</summary>
    internal long[] Weights { get; }

    internal int Raters => Weights.Length;

    internal int Items { get; }

    internal bool IsWeighted => Weights.AsSpan().ContainsAnyExcept(1L);

    internal ReadOnlySpan<short> Row(int rater) => Values.AsSpan(rater * Items, Items);

    /// <summary>Σ over items of (Σ over raters of weight times u)²: four times Kendall's S.</summary>
    /// <exception cref="OverflowException">The weights are beyond what 128 bits hold.</exception>
    internal Int128 SumOfSquares()
    {
        Int128 total = 0;
        foreach (var sum in ColumnSums())
        {
            total = checked(total + ((Int128)sum * sum));
        }

        return total;
    }

    internal long[] ColumnSums()
    {
        var sums = new long[Items];
        for (var rater = 0; rater < Raters; rater++)
        {
            var row = Row(rater);
            var weight = Weights[rater];
            for (var item = 0; item < row.Length; item++)
            {
                sums[item] = checked(sums[item] + (weight * row[item]));
            }
        }

        return sums;
    }
}
