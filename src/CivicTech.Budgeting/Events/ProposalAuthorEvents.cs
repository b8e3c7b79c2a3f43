using CivicTech.Budgeting.Proposals;

namespace CivicTech.Budgeting.Events;

/// <summary>A proposal was handed in.</summary>
public sealed record ProposalSubmitted : ProposalEvent
{
    /// <summary>The proposal.</summary>
    public required Proposal Proposal { get; init; }
}

/// <summary>An author changed a proposal; what reviewers said of it before counts no longer.</summary>
public sealed record ProposalEdited : ProposalEvent
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>What is proposed from now on.</summary>
    public required ProposalContent Content { get; init; }
}

/// <summary>A proposal was taken back.</summary>
public sealed record ProposalWithdrawn : ProposalEvent
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>A reference to the reason; null when none was given.</summary>
    public string? Reason { get; init; }
}

/// <summary>Somebody was named as an author.</summary>
public sealed record AuthorNamed : ProposalEvent
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>Who.</summary>
    public required string Author { get; init; }
}

/// <summary>Somebody who was named as an author confirmed it.</summary>
public sealed record AuthorJoined : ProposalEvent
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>Who.</summary>
    public required string Author { get; init; }
}
