namespace CivicTech.Budgeting.Proposals;

/// <summary>What a host found out about a condition, sent along with a command.</summary>
public sealed record EligibilityVerdict
{
    /// <summary>The id of the condition.</summary>
    public required string Criterion { get; init; }

    /// <summary>What was found.</summary>
    public required Finding Finding { get; init; }
}
