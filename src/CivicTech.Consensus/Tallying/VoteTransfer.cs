using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying;

/// <summary>Votes that went from one candidate to another, became inactive, or were lost to the rounding that the rule prescribes.</summary>
/// <param name="To">The candidate who received them; null when nobody did.</param>
/// <param name="Reason">Why they count for nobody; null when a candidate received them, or they were lost to rounding.</param>
/// <param name="Votes">How much: exact.</param>
public sealed record VoteTransfer(string? To, InactiveReason? Reason, Rational Votes)
{
    /// <summary>Whether the votes were lost to rounding.</summary>
    public bool IsResidual => To is null && Reason is null;
}
