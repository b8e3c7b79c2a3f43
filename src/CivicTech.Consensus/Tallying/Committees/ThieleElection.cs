using System.Collections.Immutable;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>Searches once, and settles ties between the best committees as often as there are ways through them.</summary>
internal sealed class ThieleElection
{
    private readonly ApprovalBallots _ballots;
    private readonly ThieleWeights _weights;
    private readonly CommitteeSearchOptions _options;
    private readonly ICommitteeSearch _search;
    private readonly BestCommittees _best;
    private readonly CandidateFigures _approvals;
    private readonly BestSplit? _first;

    internal ThieleElection(ApprovalBallots ballots, ThieleWeights weights, CommitteeSearchOptions options, int held, int ways)
    {
        _ballots = ballots;
        _weights = weights;
        _options = options;
        _approvals = ballots.Figure;
        _search = ThieleScale.Of(weights, options.Seats, ballots.Profile.Voters).Begin(ballots).Search(options);
        _search.Improve();
        _best = new BestCommittees(_search, held, ways);
        _first = _search.IsStopped ? null : _best.Split(null, [], [], ballots.Candidates);
    }

    /// <summary>The place of each candidate by approvals and the chain, then by the list.</summary>
    internal static int[] Places(ApprovalBallots ballots, TieChain ties)
    {
        var order = new TieBreaker(ties, ballots.Profile.Candidates, Figures(ballots.Figure)).Order(Enumerable.Range(0, ballots.Candidates)).Groups.SelectMany(group => group).ToArray();
        var places = new int[order.Length];
        for (var place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        return places;
    }

    internal TallyFindings Elect(TieJudge judge)
    {
        var elected = new List<(int Candidate, int Round)>();
        var members = new List<int>();
        var others = new List<int>();
        var split = _first;
        for (var round = 1; split is not null && !_search.IsStopped; round++)
        {
            Elect(split.Members.Except(members), round);
            if (split.Open.Count == 0)
            {
                return Findings(elected);
            }

            List<int[]> ways = [];
            var here = split;
            var (front, way) = judge.Settle(round + 1, here.Open, () => Figures(_approvals), group => (ways = _best.WaysAmong(here, members, others, group)).Count,
                "Committees of the same score have different ones of them as members.");
            int[] chosen = front.Length == 1 ? [front[0]] : ways[way];
            Elect(chosen, round + 1);
            others.AddRange(front.Except(chosen));
            split = _best.Split(here, members, others, _ballots.Candidates);
        }

        return Findings([.. _search.Best.Select(member => (member, 1))]);

        void Elect(IEnumerable<int> candidates, int round)
        {
            foreach (var candidate in candidates.ToList())
            {
                members.Add(candidate);
                elected.Add((candidate, round));
            }
        }
    }

    private static Dictionary<string, IReadOnlyList<Rational>> Figures(CandidateFigures approvals) =>
        new(StringComparer.Ordinal) { [approvals.Name] = approvals.Values };

    private TallyFindings Findings(List<(int Candidate, int Round)> elected)
    {
        int[] members = [.. elected.Select(member => member.Candidate).Order()];
        int[] others = [.. Enumerable.Range(0, _ballots.Candidates).Except(members)];
        return new TallyFindings
        {
            Candidates = _ballots.Profile.Candidates,
            Elected = elected,
            Order = [.. new[] { members, others }.Where(group => group.Length > 0)],
            Figures = [_approvals],
            Notes = [.. Notes(members)],
            IsStopped = _search.IsStopped,
        };
    }

    private IEnumerable<string> Notes(int[] members)
    {
        yield return _weights.IsLexicographic
            ? $"Voters who approve of at least 1, 2, … of the elected: {string.Join(", ", Satisfied(members))}."
            : $"The score of the elected is {_search.BestScore}.";
        if (_search.IsStopped)
        {
            var limit = FormattableString.Invariant($"The search stopped at its limit of {_options.WorkLimit} steps");
            yield return _search.IsProven
                ? $"{limit}: no committee has a higher score, but others may have the same."
                : _weights.IsLexicographic ? $"{limit}: there may be a better committee."
                : $"{limit}: there may be a better committee, but none has a score above {_search.Bound}.";
        }
        else if (_first is { AreAll: true, Committees.Count: > 1 })
        {
            yield return FormattableString.Invariant($"{_first.Committees.Count} committees have the highest score.");
        }
    }

    private ImmutableArray<long> Satisfied(int[] members)
    {
        var voters = new long[members.Length];
        for (var ballot = 0; ballot < _ballots.Approved.Length; ballot++)
        {
            var approved = _ballots.Approved[ballot].Count(members.Contains);
            for (var i = 0; i < approved; i++)
            {
                voters[i] += _ballots.Profile.WeightOf(ballot);
            }
        }

        return [.. voters];
    }
}
