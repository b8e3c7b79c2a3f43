namespace CivicTech.Consensus.Ranks;

/// <summary>Adds the doubled centred midranks of many complete raters to running sums, in exact integers.</summary>
internal static class RankSums
{
    /// <summary>Adds raters whose values are whole numbers from 0 to 255.</summary>
    /// <param name="rows">Row by row; as many columns as <paramref name="items"/>.</param>
    /// <param name="items">From 1 to <see cref="Midranks.MaxItems"/>.</param>
    /// <param name="sums">To each item's the sum of its ranks is added.</param>
    /// <param name="squares">To it the squares of all ranks are added.</param>
    /// <returns>How many rows are constant: all values equal.</returns>
    internal static long Add(ReadOnlySpan<byte> rows, int items, Span<long> sums, ref Int128 squares)
    {
        var values = new double[items];
        var constant = 0L;
        for (; !rows.IsEmpty; rows = rows[items..])
        {
            for (var item = 0; item < items; item++)
            {
                values[item] = rows[item];
            }

            constant += Add(values, items, sums, ref squares);
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
        var ranks = new short[items];
        var constant = 0L;
        for (; !rows.IsEmpty; rows = rows[items..])
        {
            Midranks.Of(rows[..items], ranks);
            var own = 0L;
            for (var item = 0; item < items; item++)
            {
                sums[item] += ranks[item];
                own += (long)ranks[item] * ranks[item];
            }

            squares += own;
            constant += own == 0 ? 1 : 0;
        }

        return constant;
    }

    /// <summary>The index of the first NaN, or -1.</summary>
    internal static int FirstNaN(ReadOnlySpan<double> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
