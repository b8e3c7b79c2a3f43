using CivicTech.Budgeting.Elections;

namespace CivicTech.Budgeting.Allocation;

/// <summary>A rule that decides which projects a budget funds.</summary>
/// <remarks>
/// Immutable and pure: the same election gives the same allocation everywhere. A host's own rule returns
/// <see cref="Allocation.Decided"/> and is added with <see cref="CivicTechBuilder.AddRule"/>.
/// </remarks>
public interface IAllocationRule : IRule
{
    /// <summary>Decides which projects are funded.</summary>
    /// <param name="election">Projects, budget limit and ballots.</param>
    /// <param name="request">What else is wanted of the run.</param>
    /// <exception cref="ArgumentException">The rule cannot work on this election: the message says what is missing.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    Allocation Allocate(Election election, AllocationRequest request);
}
