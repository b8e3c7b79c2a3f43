using CivicTech.Budgeting.Voting;
using CivicTech.Receipts;
using NodaTime;

namespace CivicTech.Budgeting.Events;

/// <summary>It is fixed what can be voted on.</summary>
public sealed record BallotFrozen : CycleEvent
{
    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>The official ballot, its first edition.</summary>
    public required OfficialBallot Ballot { get; init; }

    /// <summary>The seed of the random order of the projects, from which anybody can make it again; null when they stand in the order of their numbers.</summary>
    public string? OrderSeed { get; init; }

    /// <summary>The commitment to the secret of lots; null when no lot can be needed.</summary>
    public Digest? Commitment { get; init; }

    /// <summary>The public value that decides lots together with the secret: named here, before it exists.</summary>
    public string? PublicValue { get; init; }
}

/// <summary>The official ballot changed after it was frozen.</summary>
public sealed record BallotChanged : CycleEvent
{
    /// <summary>The official ballot, a new edition.</summary>
    public required OfficialBallot Ballot { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }
}

/// <summary>The vote began.</summary>
public sealed record VotingOpened : CycleEvent
{
    /// <summary>When: the start of the first stage that permits to vote.</summary>
    public required Instant At { get; init; }
}

/// <summary>The vote is over.</summary>
public sealed record VotingClosed : CycleEvent
{
    /// <summary>When: the end of the last stage that permits to vote.</summary>
    public required Instant At { get; init; }
}

/// <summary>The ballot box has followed every change of the ballot, and is being sealed.</summary>
public sealed record SealAsked : CycleEvent;

/// <summary>The ballot box is sealed; voters and ballots are separated.</summary>
public sealed record BoxSealed : CycleEvent
{
    /// <summary>What was in it.</summary>
    public required BoxContent Content { get; init; }
}
