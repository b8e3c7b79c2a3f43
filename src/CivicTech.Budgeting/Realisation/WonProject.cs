namespace CivicTech.Budgeting.Realisation;

/// <summary>A project that won the vote, and its price.</summary>
public sealed record WonProject
{
    /// <summary>The id of the project.</summary>
    public required string Project { get; init; }

    /// <summary>The id of its area.</summary>
    public required string Area { get; init; }

    /// <summary>Its price on the official ballot.</summary>
    public required Money Cost { get; init; }
}
