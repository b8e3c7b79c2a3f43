using CivicTech.Ballots;
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

    /// <summary>Elects a committee, without a trace.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="profile">The ballots.</param>
    /// <param name="seats">How many members the committee has at most: zero or more.</param>
    /// <inheritdoc cref="AllocateCommittee(IAllocationRule, Profile, int, AllocationRequest)" path="/remarks"/>
    /// <exception cref="ArgumentException">The rule cannot work on these ballots: the message says what is missing.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of seats is negative.</exception>
    public static Allocation AllocateCommittee(this IAllocationRule rule, Profile profile, int seats) =>
        rule.AllocateCommittee(profile, seats, AllocationRequest.Default);

    /// <summary>Elects a committee.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="profile">The ballots.</param>
    /// <param name="seats">How many members the committee has at most: zero or more.</param>
    /// <param name="request">What else is wanted of the run.</param>
    /// <remarks>
    /// A committee is a budget in which every candidate costs 1 and the limit is the number of seats. A rule that funds only who is supported
    /// leaves seats empty when there are fewer such candidates.
    /// </remarks>
    /// <exception cref="ArgumentException">The rule cannot work on these ballots: the message says what is missing.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of seats is negative.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static Allocation AllocateCommittee(this IAllocationRule rule, Profile profile, int seats, AllocationRequest request)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentOutOfRangeException.ThrowIfNegative(seats);
        return rule.Allocate(new Election(seats, profile.Candidates.Select(candidate => new Project(candidate, 1)), profile), request);
    }
}
