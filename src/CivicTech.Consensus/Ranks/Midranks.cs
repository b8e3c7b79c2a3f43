namespace CivicTech.Consensus.Ranks;

/// <summary>Turns the values of one rater into doubled centred midranks.</summary>
internal static class Midranks
{
    /// <summary>The most items that a rater can rank: entries fit in 16 bits.</summary>
    internal const int MaxItems = short.MaxValue;

    /// <summary>Ranks ascending: equal values share their middle rank, -0 equals 0, infinities are values like others.</summary>
    /// <param name="values">No NaN among them.</param>
    /// <param name="ranks">As long as <paramref name="values"/>.</param>
    internal static void Of(ReadOnlySpan<double> values, Span<short> ranks)
    {
        var count = values.Length;
        Span<double> sorted = count <= 256 ? stackalloc double[count] : new double[count];
        Span<int> order = count <= 256 ? stackalloc int[count] : new int[count];
        values.CopyTo(sorted);
        for (var i = 0; i < count; i++)
        {
            order[i] = i;
        }

        sorted.Sort(order);
        for (var start = 0; start < count;)
        {
            var end = start + 1;
            while (end < count && sorted[end] == sorted[start])
            {
                end++;
            }

            // Items below minus items above.
            var rank = (short)(start - (count - end));
            for (var i = start; i < end; i++)
            {
                ranks[order[i]] = rank;
            }

            start = end;
        }
    }
}
