using System.Collections.Immutable;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Allocation;

/// <summary>What bounds a rule that goes down a list of projects, besides the budget limit of the election.</summary>
/// <remarks>Immutable. The default bounds nothing and skips projects that do not fit.</remarks>
public sealed class FundingLimits
{
    /// <summary>No limits; projects that do not fit are skipped.</summary>
    public static FundingLimits None { get; } = new();

    /// <summary>What happens when the money left does not cover the next project. A full group budget never stops a rule.</summary>
    public Misfit OnMisfit { get; init; } = Misfit.Skip;

    /// <summary>
    /// If set, the first project that does not fit is funded all the same, provided that the money left covers at least this share of its
    /// cost (more than 0, at most 1); then the rule stops. Poznan uses 4/5. The budget is exceeded by what is missing.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in that range.</exception>
    public Rational? OvershootFrom
    {
        get;
        init => field = value is null || (value > 0 && value <= 1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(OvershootFrom), value, "The share is more than 0 and at most 1.");
    }

    /// <summary>How many projects are funded at most; null for no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int? MaxWinners
    {
        get;
        init => field = value is null or >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MaxWinners), value, "The number of winners is zero or more.");
    }

    /// <summary>Identifiers of projects that cannot be funded, besides those that the election marks as withdrawn.</summary>
    public ImmutableArray<string> Withdrawn { get; init => field = Complete(value, nameof(Withdrawn)); } = [];

    /// <summary>Sets of projects of which at most one is funded: the first that is reached.</summary>
    public ImmutableArray<ImmutableArray<string>> Exclusive
    {
        get;
        init => field = value.IsDefault ? [] : [.. value.Select(set => Complete(set, nameof(Exclusive)))];
    } = [];

    /// <summary>Upper bounds on what is spent within groups of projects.</summary>
    public ImmutableArray<GroupBudget> GroupBudgets { get; init => field = Complete(value, nameof(GroupBudgets)); } = [];

    /// <summary>
    /// Whether the list is gone down a second time without the group budgets, so that what they leave is spent on the projects that they
    /// kept out. A rule that has stopped funds nothing then either.
    /// </summary>
    public bool LeftoverIgnoresGroups { get; init; }

    private static ImmutableArray<T> Complete<T>(ImmutableArray<T> items, string name)
        where T : class
    {
        if (items.IsDefault)
        {
            return [];
        }

        return items.Contains(null!) ? throw new ArgumentException($"{name} has an empty item.", name) : items;
    }
}
