using NodaTime;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>The latest word on a dispute.</summary>
/// <remarks>Of two the later holds, by the provider's clock; of one moment, the later in the order of <see cref="DisputeOutcome"/>.</remarks>
public sealed record DisputeRuling : IFact<DisputeRuling>
{
    /// <summary>How it ended.</summary>
    public required DisputeOutcome Outcome { get; init; }

    /// <summary>When that was said.</summary>
    public required Instant At { get; init; }

    DisputeRuling IFact<DisputeRuling>.Join(DisputeRuling other) => (At, Outcome).CompareTo((other.At, other.Outcome)) >= 0 ? this : other;
}
