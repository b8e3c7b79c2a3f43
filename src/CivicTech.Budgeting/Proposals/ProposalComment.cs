using NodaTime;

namespace CivicTech.Budgeting.Proposals;

/// <summary>A comment on a proposal.</summary>
public sealed record ProposalComment
{
    /// <summary>The host's opaque id of who wrote it.</summary>
    public required string Author { get; init; }

    /// <summary>The host's reference to its text.</summary>
    public required string Text { get; init; }

    /// <summary>The id of the comment on the same proposal that it answers; null when it answers none.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>When it was made.</summary>
    public required Instant At { get; init; }

    /// <summary>A reference to the reason why moderators hide it; null when they do not.</summary>
    public string? HiddenFor { get; init; }
}
