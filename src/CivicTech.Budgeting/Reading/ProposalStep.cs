using CivicTech.Budgeting.Proposals;
using NodaTime;

namespace CivicTech.Budgeting.Reading;

/// <summary>Something that happened to a proposal.</summary>
public sealed record ProposalStep
{
    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>What, kebab case: <c>submitted</c>, <c>decided</c>, <c>appeal-filed</c>.</summary>
    public required string What { get; init; }

    /// <summary>Where the proposal stood after it.</summary>
    public required ProposalStatus Status { get; init; }

    /// <summary>The reference to the reason, or what else belongs to it: a price, a criterion, the proposal that it became.</summary>
    public string? Detail { get; init; }

    /// <summary>Where the public thinks that it stood, as long as a decision is kept for a common publication; null when nothing was kept.</summary>
    public ProposalStatus? Announced { get; init; }

    /// <summary>When the status becomes public with the other decisions; null when it was public at once.</summary>
    public Instant? PublicFrom { get; init; }
}
