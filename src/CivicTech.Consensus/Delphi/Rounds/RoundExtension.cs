using NodaTime;

namespace CivicTech.Consensus.Delphi.Rounds;

/// <summary>A round was made longer.</summary>
public sealed record RoundExtension
{
    /// <summary>Up to when it went before.</summary>
    public required Instant From { get; init; }

    /// <summary>Up to when it goes now.</summary>
    public required Instant To { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }
}
