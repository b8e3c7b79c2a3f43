namespace CivicTech.Consensus.Ranks;

/// <summary>Sums of ranks of raters of any values, sorted one by one.</summary>
internal static class SortedRanks
{
    /// <inheritdoc cref="RankSums.AddComplete(ReadOnlySpan{double}, int, Span{long}, ref Int128, ref long)"/>
    internal static int Add(ReadOnlySpan<double> rows, int items, Span<long> sums, ref Int128 squares, ref long constant)
    {
        Span<short> ranks = items <= 1024 ? stackalloc short[items] : new short[items];
        for (var added = 0; ; added++, rows = rows[items..])
        {
            if (rows.IsEmpty || NanSearch.First(rows[..items]) >= 0)
            {
                return added;
            }

            Midranks.Of(rows[..items], ranks);
            var square = 0L;
            for (var item = 0; item < ranks.Length; item++)
            {
                var rank = ranks[item];
                sums[item] += rank;
                square += rank * rank;
            }

            squares += square;
            constant += square == 0 ? 1 : 0;
        }
    }
}
