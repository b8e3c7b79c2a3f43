using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>
/// Reads ranked ballots one by one as places from the best: a candidate at several ranks stands at the best of them, and ranks that hold
/// nobody else vanish.
/// </summary>
internal sealed class RankedPlaces(OrdinalProfile profile)
{
    private readonly int[] _named = new int[profile.Candidates.Count];
    private readonly int[] _seenOn = new int[profile.Candidates.Count];
    private readonly int[] _ends = new int[profile.Candidates.Count];
    private readonly long[] _ranks = new long[profile.Candidates.Count];

    /// <summary>How many places the ballot has.</summary>
    internal int Count { get; private set; }

    /// <summary>Everybody whom the ballot ranks.</summary>
    internal ReadOnlySpan<int> Ranked => _named.AsSpan(0, Count == 0 ? 0 : _ends[Count - 1]);

    /// <summary>Those at a place, from 0.</summary>
    internal ReadOnlySpan<int> this[int place] => _named.AsSpan(Start(place).._ends[place]);

    /// <summary>How many stand before a place.</summary>
    internal int Start(int place) => place == 0 ? 0 : _ends[place - 1];

    /// <summary>The rank that the voter wrote for a place.</summary>
    internal long RankOf(int place) => _ranks[place];

    internal void Read(int ballot)
    {
        Count = 0;
        var read = 0;
        var named = profile.CandidatesOf(ballot);
        var ranks = profile.RanksOf(ballot);
        for (var i = 0; i < named.Length; i++)
        {
            // Entries go from the best rank to the worst: the first one of a candidate counts.
            if (_seenOn[named[i]] == ballot + 1)
            {
                continue;
            }

            _seenOn[named[i]] = ballot + 1;
            if (Count == 0 || _ranks[Count - 1] != ranks[i])
            {
                _ranks[Count++] = ranks[i];
            }

            _named[read++] = named[i];
            _ends[Count - 1] = read;
        }
    }
}
