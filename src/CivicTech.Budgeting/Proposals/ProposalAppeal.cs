using NodaTime;

namespace CivicTech.Budgeting.Proposals;

/// <summary>An author's appeal against a decision.</summary>
public sealed record ProposalAppeal
{
    /// <summary>Against which decision: inadmissible or infeasible.</summary>
    public required ProposalStatus Against { get; init; }

    /// <summary>A reference to the grounds.</summary>
    public required string Grounds { get; init; }

    /// <summary>When it was filed.</summary>
    public required Instant FiledAt { get; init; }

    /// <summary>Whether it was upheld; null as long as it is not decided.</summary>
    public bool? IsUpheld { get; init; }

    /// <summary>A reference to the reason of the decision about it.</summary>
    public string? Reason { get; init; }
}
