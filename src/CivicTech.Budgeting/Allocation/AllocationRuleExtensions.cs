using CivicTech.Budgeting.Elections;

namespace CivicTech.Budgeting.Allocation;

/// <summary>What every allocation rule can do besides.</summary>
public static class AllocationRuleExtensions
{
    /// <summary>Decides which projects are funded, without a trace.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="election">Projects, budget limit and ballots.</param>
    /// <exception cref="ArgumentException">The rule cannot work on this election: the message says what is missing.</exception>
    public static Allocation Allocate(this IAllocationRule rule, Election election)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Allocate(election, AllocationRequest.Default);
    }
}
