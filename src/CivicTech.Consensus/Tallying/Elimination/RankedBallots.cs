using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying.Elimination;

/// <summary>Rankings with each candidate once, at its best rank: groups of equal rank, the best first.</summary>
internal sealed class RankedBallots
{
    private readonly List<int> _starts = [0];
    private readonly List<int> _named = [];
    private readonly List<int> _ends = [];
    private readonly List<long> _weights = [];

    /// <exception cref="ArgumentException">The ballots rank nobody.</exception>
    internal RankedBallots(Profile profile, string rule)
    {
        var rankings = profile as OrdinalProfile
            ?? throw new ArgumentException($"'{rule}' counts rankings; these ballots are {profile.Kind}.", nameof(profile));
        Candidates = profile.Candidates.Count;
        Profile = rankings;
        var seenOn = new int[Candidates];
        for (var ballot = 0; ballot < rankings.DistinctBallots; ballot++)
        {
            var named = rankings.CandidatesOf(ballot);
            var ranks = rankings.RanksOf(ballot);
            for (int from = 0, to; from < named.Length; from = to)
            {
                for (to = from; to < named.Length && ranks[to] == ranks[from]; to++)
                {
                    if (seenOn[named[to]] != ballot + 1)
                    {
                        seenOn[named[to]] = ballot + 1;
                        _named.Add(named[to]);
                    }
                }

                while (_ends.Count < _named.Count)
                {
                    _ends.Add(_named.Count - _starts[^1]);
                }
            }

            _starts.Add(_named.Count);
            _weights.Add(rankings.WeightOf(ballot));
        }
    }

    internal OrdinalProfile Profile { get; }

    internal int Candidates { get; }

    internal int Count => _weights.Count;

    internal long WeightOf(int ballot) => _weights[ballot];

    /// <summary>The candidates of a ballot, the best first.</summary>
    internal ReadOnlySpan<int> NamedOn(int ballot) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_named)[_starts[ballot].._starts[ballot + 1]];

    /// <summary>For each of them the place behind the last one of the same rank.</summary>
    internal ReadOnlySpan<int> EndsOn(int ballot) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_ends)[_starts[ballot].._starts[ballot + 1]];

    /// <summary>Those at the best rank of which somebody still counts, into a buffer; how many they are, 0 when nobody is left.</summary>
    internal int Top(int ballot, ReadOnlySpan<bool> counts, Span<int> buffer)
    {
        var named = NamedOn(ballot);
        for (var i = 0; i < named.Length; i++)
        {
            if (!counts[named[i]])
            {
                continue;
            }

            var found = 0;
            foreach (var candidate in named[i..EndsOn(ballot)[i]])
            {
                if (counts[candidate])
                {
                    buffer[found++] = candidate;
                }
            }

            return found;
        }

        return 0;
    }
}
