using System.Collections.Immutable;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Allocation;

/// <summary>Where a rule stands on its way down the list. Immutable, so that ways of breaking a tie can be tried side by side.</summary>
internal sealed class FundingState
{
    private readonly FundingPlan _plan;
    private readonly ImmutableHashSet<int> _isFunded;
    private readonly ImmutableDictionary<(int Budget, string Group), Rational> _spentInGroups;

    internal FundingState(FundingPlan plan)
        : this(plan, plan.Election.BudgetLimit, [], [], null, ImmutableDictionary<(int, string), Rational>.Empty)
    {
    }

    private FundingState(
        FundingPlan plan,
        Rational left,
        ImmutableList<int> funded,
        ImmutableHashSet<int> isFunded,
        string? stoppedAt,
        ImmutableDictionary<(int Budget, string Group), Rational> spentInGroups)
    {
        _plan = plan;
        _isFunded = isFunded;
        _spentInGroups = spentInGroups;
        Left = left;
        Funded = funded;
        StoppedAt = stoppedAt;
    }

    /// <summary>The money left.</summary>
    internal Rational Left { get; }

    /// <summary>The funded projects in the order of funding.</summary>
    internal ImmutableList<int> Funded { get; }

    /// <summary>How many projects may still be funded.</summary>
    internal int PlacesLeft => _plan.Limits.MaxWinners is { } winners ? Math.Max(0, winners - Funded.Count) : int.MaxValue;

    /// <summary>The project at which the rule stopped, if it did.</summary>
    internal string? StoppedAt { get; }

    internal bool IsFunded(int project) => _isFunded.Contains(project);

    /// <summary>Decides on one project; the answer is the state after it and its fate.</summary>
    internal (FundingState After, Fate Fate) Consider(int index, int round, bool ignoreGroups)
    {
        var project = _plan.Election.Projects[index];
        if (StoppedAt is not null)
        {
            return (this, new Fate.NotReached(StoppedAt));
        }

        var limits = _plan.Limits;
        if (limits.MaxWinners is { } winners && PlacesLeft == 0)
        {
            return (this, new Fate.PlacesTaken(winners));
        }

        foreach (var rival in _plan.RivalsOf(index))
        {
            if (IsFunded(rival))
            {
                return (this, new Fate.Excluded(round, _plan.Election.Projects[rival].Id));
            }
        }

        if (!ignoreGroups && FirstFullGroup(project, round) is { } full)
        {
            return (this, full);
        }

        if (project.Cost <= Left)
        {
            return (Fund(index, project, stoppedAt: null), new Fate.Funded(round));
        }

        var missing = project.Cost - Left;
        if (limits.OvershootFrom is { } share && Left >= share * project.Cost)
        {
            return (Fund(index, project, stoppedAt: project.Id), new Fate.FundedBeyondBudget(round, missing));
        }

        var after = limits.OnMisfit == Misfit.Stop ? new FundingState(_plan, Left, Funded, _isFunded, project.Id, _spentInGroups) : this;
        return (after, new Fate.DidNotFit(round, missing));
    }

    private Fate.GroupBudgetUsedUp? FirstFullGroup(Project project, int round)
    {
        for (var i = 0; i < _plan.Limits.GroupBudgets.Length; i++)
        {
            var budget = _plan.Limits.GroupBudgets[i];
            foreach (var group in budget.GroupsOf(project))
            {
                var left = budget.Limits[group] - _spentInGroups.GetValueOrDefault((i, group));
                if (project.Cost > left)
                {
                    return new Fate.GroupBudgetUsedUp(round, budget.By, group, project.Cost - left);
                }
            }
        }

        return null;
    }

    private FundingState Fund(int index, Project project, string? stoppedAt)
    {
        var spent = _spentInGroups;
        for (var i = 0; i < _plan.Limits.GroupBudgets.Length; i++)
        {
            foreach (var group in _plan.Limits.GroupBudgets[i].GroupsOf(project))
            {
                spent = spent.SetItem((i, group), spent.GetValueOrDefault((i, group)) + project.Cost);
            }
        }

        return new FundingState(_plan, Left - project.Cost, Funded.Add(index), _isFunded.Add(index), stoppedAt, spent);
    }
}
