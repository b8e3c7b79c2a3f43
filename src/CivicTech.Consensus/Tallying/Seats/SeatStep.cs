using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Seats;

/// <summary>A step of a division.</summary>
/// <remarks>Not a positional record: it may grow.</remarks>
public sealed record SeatStep
{
    internal SeatStep()
    {
    }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>The party.</summary>
    public required string Party { get; init; }

    /// <summary>Why it is given seats.</summary>
    public required SeatStepKind Kind { get; init; }

    /// <summary>How many: usually 1; -1 when one is taken back.</summary>
    public required int Seats { get; init; }

    /// <summary>
    /// What decides, exact: the votes divided by the divisor (for Huntington-Hill the square of that); the votes in quotas; or the votes behind
    /// the full quotas. Null when the divisor is zero, so that everybody comes before others' next seat.
    /// </summary>
    public Rational? Figure { get; init; }
}
