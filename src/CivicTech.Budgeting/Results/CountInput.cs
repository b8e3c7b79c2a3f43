using System.Collections.Immutable;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Counting;
using CivicTech.Receipts;

namespace CivicTech.Budgeting.Results;

/// <summary>Everything that a count takes in: whoever has it can count again, and must find the same.</summary>
public sealed class CountInput
{
    /// <summary>How the votes decide.</summary>
    public required CountPlan Plan { get; init; }

    /// <summary>The SHA-256 of the whole plan of the cycle, as it was published.</summary>
    public required Digest Rules { get; init; }

    /// <summary>What was voted on: the last edition.</summary>
    public required OfficialBallot Ballot { get; init; }

    /// <summary>What was in the box when it was sealed.</summary>
    public required BoxContent Box { get; init; }

    /// <summary>The counted ballots, one tally for each area of the ballot, in any order.</summary>
    public required ImmutableArray<AreaTally> Tallies { get; init; }

    /// <summary>What decides lots; null when the plan has no lot.</summary>
    public LotReveal? Lot { get; init; }
}
