using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;

namespace CivicTech.Tests.Budgeting;

/// <summary>What a rule may promise. Each law is tested once, on every rule that declares it.</summary>
[Flags]
internal enum Promise
{
    None = 0,

    /// <summary>What is funded never costs more than the budget.</summary>
    KeepsTheBudget = 1,

    /// <summary>At most the last funded project goes beyond the budget, and the money before it covers the tolerated share.</summary>
    OvershootsOnce = 2,

    /// <summary>Names and places of projects do not count (ties aside).</summary>
    Neutral = 4,

    /// <summary>Without a project that is not funded, and without the votes for it, the others fare the same.</summary>
    IndependentOfLosers = 8,

    /// <summary>No project that could be funded fits into what is left.</summary>
    Exhaustive = 16,

    /// <summary>A funded project stays funded when more voters name it.</summary>
    RewardsSupport = 32,

    /// <summary>A funded project stays funded when it gets cheaper.</summary>
    RewardsDiscounts = 64,
}

/// <summary>A row of the table: a rule, the ballots it works on, and what it promises.</summary>
/// <param name="Name">Names the row in test reports.</param>
/// <param name="Kinds">The ballots that it works on.</param>
/// <param name="Promises">The laws that it keeps.</param>
/// <param name="Make">Makes the rule for an election whose projects 0, 1, 2, … have these identifiers.</param>
internal sealed record LawfulRule(string Name, ProfileKind[] Kinds, Promise Promises, Func<IReadOnlyList<string>, IAllocationRule> Make)
{
    public override string ToString() => Name;
}
