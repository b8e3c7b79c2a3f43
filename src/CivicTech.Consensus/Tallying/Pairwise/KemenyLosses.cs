namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>What it costs to put one candidate above another: by how many voters more prefer the other, or 0.</summary>
internal sealed class KemenyLosses
{
    private readonly long[] _losses;

    /// <exception cref="OverflowException">All of them together exceed <see cref="long.MaxValue"/>.</exception>
    internal KemenyLosses(PairwiseMatrix pairwise, IReadOnlyList<int> members)
    {
        Count = members.Count;
        _losses = new long[Count * Count];
        var all = 0L;
        for (var above = 0; above < Count; above++)
        {
            for (var below = 0; below < Count; below++)
            {
                var loss = Math.Max(0, pairwise.Margin(members[below], members[above]));
                _losses[(above * Count) + below] = loss;
                all = checked(all + loss);
            }
        }
    }

    internal int Count { get; }

    internal ReadOnlySpan<long> All => _losses;

    internal long this[int above, int below] => _losses[(above * Count) + below];

    internal long Of(IReadOnlyList<int> order)
    {
        var loss = 0L;
        for (var i = 0; i < order.Count; i++)
        {
            for (var j = i + 1; j < order.Count; j++)
            {
                loss += this[order[i], order[j]];
            }
        }

        return loss;
    }
}
