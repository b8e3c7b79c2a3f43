using NodaTime;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>The latest that is known of the way to the money.</summary>
/// <remarks>Of two the later holds, by the provider's clock; of one moment, the later in the order of <see cref="PaymentStage"/>.</remarks>
public sealed record ProgressFact : IFact<ProgressFact>
{
    /// <summary>How far it has come.</summary>
    public required PaymentStage Stage { get; init; }

    /// <summary>When it came there.</summary>
    public required Instant At { get; init; }

    ProgressFact IFact<ProgressFact>.Join(ProgressFact other) => (At, Stage).CompareTo((other.At, other.Stage)) >= 0 ? this : other;
}
