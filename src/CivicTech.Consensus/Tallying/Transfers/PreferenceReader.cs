namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>Reads ballots one by one as <see cref="BallotHandling"/> says.</summary>
internal sealed class PreferenceReader
{
    private readonly BallotHandling _handling;
    private readonly bool[] _isMute;
    private readonly int _unnamed;
    private readonly int[] _seenOn;
    private readonly List<int> _groups = [];
    private int[] _entries = new int[1024];
    private int _ballot;

    internal PreferenceReader(Contest contest, BallotHandling handling)
    {
        _handling = handling;
        _isMute = [.. contest.Candidates.Select(candidate => contest.Withdrawn.Contains(candidate))];
        _unnamed = contest.UnnamedOvervote is { } mark ? contest.Candidates.IndexOf(mark) : -1;
        _seenOn = new int[contest.Candidates.Count];
    }

    internal int EntryCount { get; private set; }

    internal int[] Entries => _entries.AsSpan(0, EntryCount).ToArray();

    internal int[] Groups => [.. _groups];

    /// <summary>Appends the entries of a ballot and says why it is inactive behind them.</summary>
    /// <param name="named">The candidates from the best rank to the worst.</param>
    /// <param name="ranks">Their ranks.</param>
    internal InactiveReason Read(ReadOnlySpan<int> named, ReadOnlySpan<long> ranks)
    {
        if (named.Length == 0)
        {
            return InactiveReason.NoRanking;
        }

        if (_entries.Length < EntryCount + named.Length)
        {
            Array.Resize(ref _entries, (EntryCount + named.Length) * 2);
        }

        _ballot++;
        var lastRank = 0L;
        for (int from = 0, to; from < named.Length; from = to)
        {
            var rank = ranks[from];
            to = from + 1;
            while (to < named.Length && ranks[to] == rank)
            {
                to++;
            }

            if (rank > _handling.MaxRanks)
            {
                break;
            }

            if (rank - lastRank - 1 > _handling.MaxSkippedRanks)
            {
                return InactiveReason.SkippedRanks;
            }

            lastRank = rank;
            if (to - from == 1 && named[from] != _unnamed)
            {
                var candidate = named[from];
                if (_seenOn[candidate] == _ballot)
                {
                    if (_handling.RepeatedCandidates == RepeatedCandidateRule.Exhaust)
                    {
                        return InactiveReason.RepeatedCandidate;
                    }
                }
                else
                {
                    _seenOn[candidate] = _ballot;
                    if (!_isMute[candidate])
                    {
                        _entries[EntryCount++] = candidate;
                    }
                }
            }
            else if (ReadOvervote(named[from..to]) is { } reason)
            {
                return reason;
            }
        }

        return InactiveReason.ExhaustedChoices;
    }

    // Several candidates at a rank, or the mark that there were several.
    private InactiveReason? ReadOvervote(ReadOnlySpan<int> marked)
    {
        if (_handling.RepeatedCandidates == RepeatedCandidateRule.Exhaust)
        {
            foreach (var candidate in marked)
            {
                if (candidate != _unnamed && _seenOn[candidate] == _ballot)
                {
                    return InactiveReason.RepeatedCandidate;
                }
            }

            foreach (var candidate in marked)
            {
                _seenOn[candidate] = _ballot;
            }
        }

        if (_handling.Overvotes == OvervoteRule.Skip)
        {
            return null;
        }

        if (_handling.Overvotes == OvervoteRule.Exhaust || marked.Contains(_unnamed))
        {
            return InactiveReason.Overvote;
        }

        // Who of them continues changes from round to round.
        _entries[EntryCount++] = ~_groups.Count;
        _groups.Add(marked.Length);
        foreach (var candidate in marked)
        {
            _groups.Add(candidate);
        }

        return null;
    }
}
