using NodaTime;

namespace CivicTech.Budgeting.Paper;

/// <summary>A clerk read a card. What it says stands in the ballot box, and only until voters and ballots are separated.</summary>
public sealed record CardEntry
{
    /// <summary>The host's opaque id of the clerk.</summary>
    public required string Clerk { get; init; }

    /// <summary>When the card was entered.</summary>
    public required Instant At { get; init; }

    /// <summary>When it was handed in, as the clerk read it.</summary>
    public required Instant ReceivedAt { get; init; }
}
