using CivicTech.Budgeting.Proposals;
using NodaTime;

namespace CivicTech.Budgeting.Events;

/// <summary>Somebody commented on a proposal.</summary>
public sealed record CommentPosted : ProposalEvent
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>The id of the comment.</summary>
    public required string Comment { get; init; }

    /// <summary>The comment.</summary>
    public required ProposalComment Content { get; init; }
}

/// <summary>Moderators hid a comment, or showed it again.</summary>
public sealed record CommentModerated : ProposalEvent
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>The id of the comment.</summary>
    public required string Comment { get; init; }

    /// <summary>Whether it is hidden from now on.</summary>
    public required bool IsHidden { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }
}

/// <summary>Moderators hid a proposal, or showed it again.</summary>
public sealed record ProposalModerated : ProposalEvent
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>Whether it is hidden from now on.</summary>
    public required bool IsHidden { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }
}

/// <summary>Somebody supports a proposal.</summary>
public sealed record ProposalSupported : ProposalEvent
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>Who.</summary>
    public required string Person { get; init; }

    /// <summary>Since when.</summary>
    public required Instant At { get; init; }
}

/// <summary>Somebody took a support back.</summary>
public sealed record SupportWithdrawn : ProposalEvent
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>Who.</summary>
    public required string Person { get; init; }
}
