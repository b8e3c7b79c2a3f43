using NodaTime;

namespace CivicTech.Budgeting.Realisation;

/// <summary>Somebody who wants to be told what happens to a project.</summary>
public sealed record Follower
{
    /// <summary>The id of the project.</summary>
    public required string Project { get; init; }

    /// <summary>The host's id of the person.</summary>
    public required string Person { get; init; }

    /// <summary>Since when.</summary>
    public required Instant Since { get; init; }
}
