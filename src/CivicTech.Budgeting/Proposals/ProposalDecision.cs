using CivicTech.Time;
using NodaTime;

namespace CivicTech.Budgeting.Proposals;

/// <summary>A decision about a proposal: that it meets the criteria or does not, that it can be done or cannot.</summary>
public sealed record ProposalDecision
{
    /// <summary>When it was taken.</summary>
    public required Instant At { get; init; }

    /// <summary>A reference to the reason; always there when the proposal is eliminated.</summary>
    public string? Reason { get; init; }

    /// <summary>When it becomes public with the others; null when it was public at once.</summary>
    public Instant? PublicFrom { get; init; }

    /// <summary>Until when an author may appeal: the first moment that is too late; null when there is nothing to appeal against, or no appeal.</summary>
    public Deadline? AppealBefore { get; init; }
}
