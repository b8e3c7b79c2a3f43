using System.Runtime.InteropServices;

namespace CivicTech.Consensus.Formats;

/// <summary>One ballot while it is read: candidates and the ranks at which they stand.</summary>
internal sealed class RankingInHand
{
    /// <summary>No ballot paper has more ranks; a larger number is a slip.</summary>
    internal const int MaxRank = 100_000;

    private readonly List<int> _ranked = [];
    private readonly List<long> _ranks = [];
    private int[] _seenAt = [];
    private int _stamp;

    internal ReadOnlySpan<int> Ranked => CollectionsMarshal.AsSpan(_ranked);

    internal ReadOnlySpan<long> Ranks => CollectionsMarshal.AsSpan(_ranks);

    internal void Clear()
    {
        _ranked.Clear();
        _ranks.Clear();
    }

    internal void Add(int candidate, long rank)
    {
        _ranked.Add(candidate);
        _ranks.Add(rank);
    }

    /// <summary>Adds a candidate; false when it stands on the ballot already.</summary>
    internal bool TryAddNew(int candidate, long rank)
    {
        if (_ranked.Count == 0)
        {
            _stamp++;
        }

        if (candidate >= _seenAt.Length)
        {
            Array.Resize(ref _seenAt, Math.Max(64, candidate * 2));
        }

        if (_seenAt[candidate] == _stamp)
        {
            return false;
        }

        _seenAt[candidate] = _stamp;
        Add(candidate, rank);
        return true;
    }

    /// <summary>Adds a candidate; false when it stands at that rank already, which is the last that was added to.</summary>
    internal bool TryAddAtLast(int candidate, long rank)
    {
        for (var i = _ranked.Count - 1; i >= 0 && _ranks[i] == rank; i--)
        {
            if (_ranked[i] == candidate)
            {
                return false;
            }
        }

        Add(candidate, rank);
        return true;
    }
}
