namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>Who stands above whom along arcs that are added one by one: the transitive closure, as rows of bits.</summary>
internal sealed class Reachability
{
    private readonly int _count;
    private readonly int _words;
    private readonly ulong[] _rows;

    internal Reachability(int count)
        : this(count, new ulong[count * ((count + 63) / 64)])
    {
    }

    private Reachability(int count, ulong[] rows)
    {
        _count = count;
        _words = (count + 63) / 64;
        _rows = rows;
    }

    internal ReadOnlySpan<ulong> Bits => _rows;

    internal bool Has(int from, int to) => (_rows[(from * _words) + (to >> 6)] & (1UL << to)) != 0;

    internal Reachability Copy() => new(_count, [.. _rows]);

    /// <summary>Adds an arc and everything that follows from it. O(m² / 64).</summary>
    internal void Add(int from, int to)
    {
        if (Has(from, to))
        {
            return;
        }

        var below = _rows.AsSpan(to * _words, _words);
        for (var above = 0; above < _count; above++)
        {
            if (above == from || Has(above, from))
            {
                var row = _rows.AsSpan(above * _words, _words);
                for (var word = 0; word < row.Length; word++)
                {
                    row[word] |= below[word];
                }

                row[to >> 6] |= 1UL << to;
            }
        }
    }
}
