using System.Collections.Immutable;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Allocation;

/// <summary>One way down a list of projects: funds what the limits allow and keeps account of every project and tie.</summary>
internal sealed class FundingRun
{
    private readonly IRule _rule;
    private readonly FundingPlan _plan;
    private readonly TieChain _chain;
    private readonly TieBreaker _breaker;
    private readonly ProjectFigures _figures;
    private readonly AllocationRequest _request;
    private readonly Fate?[] _fates;
    private readonly ImmutableArray<TieRecord>.Builder _ties = ImmutableArray.CreateBuilder<TieRecord>();
    private readonly ImmutableArray<AllocationRound>.Builder _trace = ImmutableArray.CreateBuilder<AllocationRound>();

    // One state until ties are left that lead to several outcomes.
    private List<FundingState> _states;
    private bool _isComplete = true;
    private bool _refused;

    // The fates before the first tie that leads to several outcomes: all that is certain when not every outcome is listed.
    private Fate?[]? _settled;
    private int _round;

    internal FundingRun(
        IRule rule, FundingLimits limits, TieChain chain, Election election, ProjectFigures figures, AllocationRequest request)
    {
        _rule = rule;
        _plan = new FundingPlan(limits, election);
        _chain = chain;
        _breaker = new TieBreaker(chain, election.Profile.Candidates, figures.ForTies(election));
        _figures = figures;
        _request = request;
        _fates = new Fate?[election.Projects.Length];
        _states = [new FundingState(_plan)];
    }

    /// <summary>Goes down the list.</summary>
    /// <param name="ranking">The projects, the best first, those that are tied in one group.</param>
    /// <param name="scores">What the minimum is compared with; may be empty when there is none.</param>
    /// <param name="minimum">What a project needs to be considered.</param>
    internal Allocation Allocate(Ranking ranking, IReadOnlyList<Rational> scores, Rational? minimum)
    {
        SetAside(scores, minimum);
        var groups = ranking.Groups
            .Select(group => group.Where(project => _fates[project] is null).ToArray())
            .Where(group => group.Length > 0)
            .ToList();
        GoDown(groups, ignoreGroups: false);
        if (_plan.Limits is { LeftoverIgnoresGroups: true, GroupBudgets.IsEmpty: false } && !_refused)
        {
            List<int[]> again = [.. groups.Select(KeptOutByGroups).Where(group => group.Length > 0)];
            foreach (var project in again.SelectMany(group => group).Where(project => _fates[project] is Fate.GroupBudgetUsedUp && _states[0].StoppedAt is null))
            {
                _fates[project] = null;
            }

            GoDown(again, ignoreGroups: true);
        }

        return Conclude();
    }

    private void SetAside(IReadOnlyList<Rational> scores, Rational? minimum)
    {
        for (var project = 0; project < _fates.Length; project++)
        {
            if (_plan.IsWithdrawn(project))
            {
                _fates[project] = new Fate.Withdrawn();
            }
            else if (minimum is { } least && scores[project] < least)
            {
                _fates[project] = new Fate.BelowMinimum(least - scores[project], least);
            }
        }
    }

    // With several outcomes a project may be kept out in some and funded in others; Consider sorts that out.
    private int[] KeptOutByGroups(int[] group) =>
        [.. group.Where(project => _states.Count > 1 ? _states.Exists(state => !state.IsFunded(project)) : _fates[project] is Fate.GroupBudgetUsedUp)];

    private void GoDown(IReadOnlyList<int[]> groups, bool ignoreGroups)
    {
        foreach (var group in groups)
        {
            _request.CancellationToken.ThrowIfCancellationRequested();
            if (group.Length == 1)
            {
                Consider(group[0], ignoreGroups);
                continue;
            }

            var order = _breaker.Order(group);
            Record(group, order, ignoreGroups);
            foreach (var part in order.Groups)
            {
                if (part.Length == 1 || _states.TrueForAll(state => !TiedOutcomes.Matter(_plan, state, Unfunded(state, part), ignoreGroups)))
                {
                    foreach (var project in part)
                    {
                        Consider(project, ignoreGroups);
                    }
                }
                else if (_chain.ListsAllOutcomes)
                {
                    Branch(part, ignoreGroups);
                }
                else
                {
                    _refused = true;
                    return;
                }
            }
        }
    }

    private void Consider(int project, bool ignoreGroups)
    {
        _round++;
        for (var i = 0; i < _states.Count; i++)
        {
            var before = _states[i];
            if (before.IsFunded(project))
            {
                continue;
            }

            _states[i] = i == 0 ? Note(before, project, ignoreGroups) : before.Consider(project, _round, ignoreGroups).After;
        }
    }

    // What the report tells is told of the first outcome; a fate that the first way down has settled stays.
    private FundingState Note(FundingState before, int project, bool ignoreGroups)
    {
        var (after, fate) = before.Consider(project, _round, ignoreGroups);
        if (_fates[project] is null)
        {
            _fates[project] = fate;
            if (_request.Trace)
            {
                _trace.Add(new AllocationRound(_round, _plan.Election.Projects[project], before.Left, after.Left, fate));
            }
        }

        return after;
    }

    private void Branch(IReadOnlyList<int> tied, bool ignoreGroups)
    {
        var next = new List<FundingState>();
        var first = _states[0];
        _settled ??= [.. _fates];
        foreach (var state in _states)
        {
            if (next.Count == _chain.OutcomeLimit)
            {
                _isComplete = false;
                break;
            }

            var ends = TiedOutcomes.Of(_plan, state, Unfunded(state, tied), _round + 1, ignoreGroups, _chain.OutcomeLimit - next.Count, out var isComplete);
            _isComplete &= isComplete;
            next.AddRange(ends);
        }

        foreach (var project in LikeIn(next[0], first, tied))
        {
            _round++;
            first = Note(first, project, ignoreGroups);
        }

        _states = next;
    }

    // An order of the tied projects that leads to the given end: what is funded, then where the rule stopped, then the rest.
    private IEnumerable<int> LikeIn(FundingState end, FundingState start, IReadOnlyList<int> tied) => Unfunded(start, tied)
        .OrderBy(project => end.IsFunded(project) ? end.Funded.IndexOf(project) : int.MaxValue)
        .ThenBy(project => _plan.Election.Projects[project].Id == end.StoppedAt ? 0 : 1);

    private static IReadOnlyList<int> Unfunded(FundingState state, IReadOnlyList<int> tied) =>
        [.. tied.Where(project => !state.IsFunded(project))];

    private void Record(int[] group, TieOrder order, bool ignoreGroups)
    {
        var ids = _plan.Election.Profile.Candidates;
        _ties.Add(new TieRecord(
            _round + 1,
            [.. group.Order().Select(project => ids[project])],
            [.. order.Groups.SelectMany(part => part).Select(project => ids[project])],
            order.BrokenBy,
            _states.Exists(state => TiedOutcomes.Matter(_plan, state, Unfunded(state, group), ignoreGroups))));
    }

    private Allocation Conclude()
    {
        var election = _plan.Election;
        _states = [.. _states.DistinctBy(state => string.Join(',', state.Funded.Order()))];
        var several = _states.Count > 1 || !_isComplete;
        var outcomes = _refused ? [] : _states.Select(state => new AllocationOutcome(election, state.Funded)).ToImmutableArray();
        var fates = Enumerable.Range(0, _fates.Length).Select(FateOf).ToList();
        var certain = new AllocationOutcome(election, several ? Enumerable.Range(0, fates.Count).Where(project => fates[project].IsFunded) : _states[0].Funded);
        return new Allocation(
            _rule,
            election,
            _refused ? AllocationStatus.OpenTie : several ? AllocationStatus.SeveralOutcomes : AllocationStatus.Decided,
            outcomes,
            _isComplete,
            certain,
            new Lazy<AllocationDetails>(new AllocationDetails(
                [.. election.Projects.Select((project, i) => new ProjectResult(project, _figures.Votes?[i] ?? 0, _figures.Points?[i], fates[i]))],
                _ties.ToImmutable(),
                several ? [] : _trace.ToImmutable())));
    }

    private Fate FateOf(int project)
    {
        var fundedIn = _states.Count(state => state.IsFunded(project));
        if (!_isComplete)
        {
            // An outcome that is not listed may fund what the listed ones do not, and the other way round; so may a second way down.
            return _settled![project] is { } settled && (settled is not Fate.GroupBudgetUsedUp || !_plan.Limits.LeftoverIgnoresGroups)
                ? settled
                : new Fate.Open(fundedIn, _states.Count);
        }

        return fundedIn > 0 && fundedIn < _states.Count
            ? new Fate.Open(fundedIn, _states.Count)
            : _fates[project] ?? new Fate.Open(0, 0);
    }
}
