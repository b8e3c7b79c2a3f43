using System.Collections.Immutable;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Voting.Counting;

namespace CivicTech.Budgeting.Cycles;

/// <summary>What the count of a cycle takes in, from where the cycle has it.</summary>
internal static class CountInputs
{
    /// <exception cref="InvalidOperationException">The box is not sealed yet.</exception>
    internal static CountInput Of(CycleState state, ImmutableArray<AreaTally> tallies) => new()
    {
        Plan = state.Plan.Count,
        Rules = state.Head.Rules!.Value,
        Ballot = BallotDecider.BallotOf(state),
        Box = state.Head.Box ?? throw new InvalidOperationException("The ballot box is not sealed yet: there is nothing to count."),
        Tallies = tallies,
        Lot = state.Head.Results.Lot,
    };
}
