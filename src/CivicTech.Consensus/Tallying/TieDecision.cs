using System.Collections.Immutable;

namespace CivicTech.Consensus.Tallying;

/// <summary>
/// How officials decided a tie that the rule left to them (by lot, by coin, by a vote): told to the count, and kept in its receipt.
/// </summary>
/// <param name="Round">The round of the tie, as <see cref="UndecidedTie"/> states it.</param>
/// <param name="Order">All tied candidates, who wins the tie first.</param>
public sealed record TieDecision(int Round, ImmutableArray<string> Order)
{
    /// <summary>Whether two decisions say the same.</summary>
    /// <param name="other">Another decision.</param>
    public bool Equals(TieDecision? other) => other is not null && Round == other.Round && Order.AsSpan().SequenceEqual(other.Order.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Round, Order.Length, Order.FirstOrDefault());
}
