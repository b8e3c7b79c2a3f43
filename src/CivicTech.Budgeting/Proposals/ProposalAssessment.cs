using NodaTime;

namespace CivicTech.Budgeting.Proposals;

/// <summary>What one reviewer says about one criterion.</summary>
public sealed record ProposalAssessment
{
    /// <summary>The id of the criterion.</summary>
    public required string Criterion { get; init; }

    /// <summary>The host's opaque id of the reviewer.</summary>
    public required string Reviewer { get; init; }

    /// <summary>What was found.</summary>
    public required Finding Finding { get; init; }

    /// <summary>A reference to the reason; always there when the criterion is not met.</summary>
    public string? Reason { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}
