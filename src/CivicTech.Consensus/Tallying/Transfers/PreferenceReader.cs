namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>Reads ballots one by one as <see cref="BallotHandling"/> says.</summary>
internal sealed class PreferenceReader
{
    private readonly bool _exhaustsRepeated;
    private readonly OvervoteRule _overvotes;
    private readonly long _maxRank;
    private readonly long _maxStep;
    private readonly bool[] _isMute;
    private readonly int _unnamed;
    private readonly int[] _seenOn;
    private readonly List<int> _groups = [];
    private readonly int[] _entries;
    private int _ballot;
    private int _count;

    internal PreferenceReader(Contest contest, BallotHandling handling, int mostEntries)
    {
        _exhaustsRepeated = handling.RepeatedCandidates == RepeatedCandidateRule.Exhaust;
        _overvotes = handling.Overvotes;
        _maxRank = handling.MaxRanks ?? long.MaxValue;
        _maxStep = handling.MaxSkippedRanks is { } skipped ? skipped + 1L : long.MaxValue;
        _isMute = [.. contest.Candidates.Select(candidate => contest.Withdrawn.Contains(candidate))];
        _unnamed = contest.UnnamedOvervote is { } mark ? contest.Candidates.IndexOf(mark) : -1;
        _seenOn = new int[contest.Candidates.Count];
        _entries = GC.AllocateUninitializedArray<int>(mostEntries);
    }

    internal int EntryCount => _count;

    internal int[] Entries => _entries;

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

        // Both are of one length.
        ranks = ranks[..named.Length];
        _ballot++;
        var seenOn = _seenOn;
        var lastRank = 0L;
        for (var i = 0; i < named.Length; i++)
        {
            var rank = ranks[i];
            if (rank > _maxRank)
            {
                break;
            }

            if (rank - lastRank > _maxStep)
            {
                return InactiveReason.SkippedRanks;
            }

            lastRank = rank;
            var candidate = named[i];
            if (candidate == _unnamed || (i + 1 < named.Length && ranks[i + 1] == rank))
            {
                var from = i;
                while (i + 1 < named.Length && ranks[i + 1] == rank)
                {
                    i++;
                }

                if (ReadOvervote(named[from..(i + 1)]) is { } reason)
                {
                    return reason;
                }
            }
            else if (seenOn[candidate] != _ballot)
            {
                seenOn[candidate] = _ballot;
                if (!_isMute[candidate])
                {
                    _entries[_count++] = candidate;
                }
            }
            else if (_exhaustsRepeated)
            {
                return InactiveReason.RepeatedCandidate;
            }
        }

        return InactiveReason.ExhaustedChoices;
    }

    // Several candidates at a rank, or the mark that there were several.
    private InactiveReason? ReadOvervote(ReadOnlySpan<int> marked)
    {
        if (_exhaustsRepeated)
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

        if (_overvotes == OvervoteRule.Skip)
        {
            return null;
        }

        if (_overvotes == OvervoteRule.Exhaust || marked.Contains(_unnamed))
        {
            return InactiveReason.Overvote;
        }

        // Who of them continues changes from round to round.
        _entries[_count++] = ~_groups.Count;
        _groups.Add(marked.Length);
        foreach (var candidate in marked)
        {
            _groups.Add(candidate);
        }

        return null;
    }
}
