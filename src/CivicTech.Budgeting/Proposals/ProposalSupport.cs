using NodaTime;

namespace CivicTech.Budgeting.Proposals;

/// <summary>That a person supports a proposal.</summary>
public sealed record ProposalSupport
{
    /// <summary>Since when. Of a group: since the person first supported a part of it.</summary>
    public required Instant At { get; init; }
}
