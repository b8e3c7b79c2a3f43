using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Tallying.Transfers;

/// <summary>
/// Counts ballot by ballot, as a clerk would: every ballot is a voter's own, looked at anew in each round from its first rank. Ties fall to who
/// is listed first.
/// </summary>
internal sealed class PlainCount
{
    private readonly Contest _contest;
    private readonly BallotHandling _handling;
    private readonly List<Paper> _papers = [];
    private readonly HashSet<string> _out = [];
    private readonly List<string> _elected = [];

    internal PlainCount(Contest contest, BallotHandling handling)
    {
        _contest = contest;
        _handling = handling;
        var profile = (CivicTech.Ballots.OrdinalProfile)contest.Profile;
        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            var ranks = new SortedDictionary<long, List<string>>();
            for (var i = 0; i < profile.CandidatesOf(ballot).Length; i++)
            {
                var rank = profile.RanksOf(ballot)[i];
                ranks.TryAdd(rank, []);
                ranks[rank].Add(profile.Candidates[profile.CandidatesOf(ballot)[i]]);
            }

            for (var voter = 0L; voter < profile.WeightOf(ballot); voter++)
            {
                _papers.Add(new Paper(ranks));
            }
        }
    }

    internal List<Dictionary<string, Rational>> Rounds { get; } = [];

    internal List<Dictionary<InactiveReason, Rational>> Inactive { get; } = [];

    internal IReadOnlyList<string> Elected => _elected;

    private List<string> Continuing => [.. _contest.Candidates.Where(candidate => !_out.Contains(candidate) && !_elected.Contains(candidate))];

    /// <summary>Instant runoff, one out at a time, until somebody has more than half of the votes that count.</summary>
    internal void InstantRunoff()
    {
        while (_elected.Count == 0 && Continuing.Count > 0)
        {
            Deal();
            var tally = TallyOfContinuing();
            var active = tally.Values.Aggregate(Rational.Zero, (sum, votes) => sum + votes);
            var best = Best(Continuing, tally);
            if (Continuing.Count == 1 || tally[best] * 2 > active || Continuing.Count == 2)
            {
                _elected.Add(best);
            }
            else
            {
                Exclude(Worst(Continuing, tally));
            }
        }
    }

    /// <summary>STV in fractions, Droop's whole quota, weighted inclusive Gregory.</summary>
    internal void Transferable(SurplusOrder order)
    {
        var quota = Rational.Zero;
        var pending = new List<string>();
        while (_elected.Count < _contest.Seats && Continuing.Count > 0)
        {
            Deal();
            var tally = TallyOfContinuing();
            if (Rounds.Count == 1)
            {
                var active = tally.Values.Aggregate(Rational.Zero, (sum, votes) => sum + votes);
                quota = (active / (_contest.Seats + 1)).Floor() + 1;
            }

            var left = _contest.Seats - _elected.Count;
            var reached = Continuing.Count <= left
                ? Continuing
                : [.. Continuing.Where(candidate => tally[candidate] >= quota).OrderByDescending(candidate => tally[candidate])];
            if (order == SurplusOrder.OneElectedARound && reached.Count > 1)
            {
                reached = [Best(reached, tally)];
            }

            _elected.AddRange(reached.OrderByDescending(candidate => tally[candidate]));
            pending.AddRange(reached.Where(candidate => tally[candidate] > quota));
            if (_elected.Count >= _contest.Seats || Continuing.Count == 0)
            {
                return;
            }

            if (pending.Count > 0)
            {
                var held = Rounds[^1];
                var first = order == SurplusOrder.LargestFirst ? [Best([.. _contest.Candidates.Where(pending.Contains)], held)] : pending.ToList();
                foreach (var candidate in first)
                {
                    foreach (var paper in _papers.Where(paper => paper.Holder == candidate))
                    {
                        paper.Kept[candidate] = paper.Value * quota / held[candidate];
                        paper.Value = paper.Value * (held[candidate] - quota) / held[candidate];
                        paper.Holder = null;
                    }

                    _ = pending.Remove(candidate);
                }
            }
            else if (reached.Count == 0 || order == SurplusOrder.LargestFirst)
            {
                Exclude(Worst(Continuing, tally));
            }
        }
    }

    private void Deal()
    {
        var continuing = Continuing;
        var tally = _contest.Candidates.Where(candidate => !_out.Contains(candidate)).ToDictionary(candidate => candidate, _ => Rational.Zero);
        var inactive = new Dictionary<InactiveReason, Rational>();
        foreach (var paper in _papers)
        {
            if (paper.Holder is null && paper.Ended is null)
            {
                (paper.Holder, paper.Ended) = Look(paper, continuing);
            }

            foreach (var (candidate, kept) in paper.Kept)
            {
                tally[candidate] += kept;
            }

            if (paper.Holder is { } holder)
            {
                tally[holder] += paper.Value;
            }
            else
            {
                inactive[paper.Ended!.Value] = inactive.GetValueOrDefault(paper.Ended.Value) + paper.Value;
            }
        }

        Rounds.Add(tally);
        Inactive.Add(inactive);
    }

    private (string? Holder, InactiveReason? Ended) Look(Paper paper, List<string> continuing)
    {
        if (paper.Ranks.Count == 0)
        {
            return (null, InactiveReason.NoRanking);
        }

        var seen = new HashSet<string>();
        var last = 0L;
        foreach (var (rank, marked) in paper.Ranks)
        {
            if (rank > (_handling.MaxRanks ?? long.MaxValue))
            {
                break;
            }

            if (rank - last > (_handling.MaxSkippedRanks ?? (long.MaxValue / 2)) + 1L)
            {
                return (null, InactiveReason.SkippedRanks);
            }

            last = rank;
            if (_handling.RepeatedCandidates == RepeatedCandidateRule.Exhaust && marked.Exists(seen.Contains))
            {
                return (null, InactiveReason.RepeatedCandidate);
            }

            seen.UnionWith(marked);
            var going = marked.Where(continuing.Contains).ToList();
            if (marked.Count > 1)
            {
                switch (_handling.Overvotes)
                {
                    case OvervoteRule.Exhaust:
                    case OvervoteRule.ExhaustIfAnyContinues when going.Count > 0:
                    case OvervoteRule.ExhaustIfSeveralContinue when going.Count > 1:
                        return (null, InactiveReason.Overvote);
                    case OvervoteRule.Skip:
                        continue;
                }
            }

            if (going.Count > 0)
            {
                return (going[0], null);
            }
        }

        return (null, InactiveReason.ExhaustedChoices);
    }

    private Dictionary<string, Rational> TallyOfContinuing() => Continuing.ToDictionary(candidate => candidate, candidate => Rounds[^1][candidate]);

    private void Exclude(string candidate)
    {
        _ = _out.Add(candidate);
        foreach (var paper in _papers.Where(paper => paper.Holder == candidate))
        {
            paper.Holder = null;
        }
    }

    private string Best(List<string> candidates, Dictionary<string, Rational> tally) =>
        candidates.OrderByDescending(candidate => tally[candidate]).ThenBy(_contest.Candidates.IndexOf).First();

    private string Worst(List<string> candidates, Dictionary<string, Rational> tally) =>
        candidates.OrderBy(candidate => tally[candidate]).ThenByDescending(_contest.Candidates.IndexOf).First();

    private sealed class Paper(SortedDictionary<long, List<string>> ranks)
    {
        internal SortedDictionary<long, List<string>> Ranks => ranks;

        internal string? Holder { get; set; }

        internal InactiveReason? Ended { get; set; }

        internal Rational Value { get; set; } = 1;

        internal Dictionary<string, Rational> Kept { get; } = [];
    }
}
