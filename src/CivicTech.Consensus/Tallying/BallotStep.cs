using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying;

/// <summary>A stretch of the way of a ballot.</summary>
/// <param name="Round">The first round of the stretch.</param>
/// <param name="Candidate">Whom the ballot counts for; null when for nobody.</param>
/// <param name="Inactive">Why it counts for nobody; null when it counts.</param>
/// <param name="Value">What of the vote of one voter is moved there: 1 until a surplus was transferred.</param>
public sealed record BallotStep(int Round, string? Candidate, InactiveReason? Inactive, Rational Value)
{
    /// <summary>In rules that elect one after the other in separate counts: in which of them, from 1. Otherwise 1.</summary>
    public int Pass { get; init; } = 1;
}
