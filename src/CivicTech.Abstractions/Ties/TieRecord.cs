using System.Collections.Immutable;

namespace CivicTech.Ties;

/// <summary>A tie that a rule met, and how it fell.</summary>
/// <param name="Round">The round of the rule in which it was met, from 1.</param>
/// <param name="Tied">The identifiers of the tied candidates, in listed order.</param>
/// <param name="Order">The identifiers in the order in which the chain put them; where the tie is left open, in listed order.</param>
/// <param name="BrokenBy">The keys that told them apart; empty when the tie is open.</param>
/// <param name="Matters">
/// Whether some other order of the tied candidates would have led to another outcome of this tie; in rules where what follows depends on
/// the order, whether it could have, because choosing one of them changes what another has.
/// </param>
public sealed record TieRecord(
    int Round,
    ImmutableArray<string> Tied,
    ImmutableArray<string> Order,
    ImmutableArray<TieKey> BrokenBy,
    bool Matters)
{
    /// <summary>Whether two records say the same.</summary>
    /// <param name="other">Another record.</param>
    public bool Equals(TieRecord? other) => other is not null
        && Round == other.Round
        && Matters == other.Matters
        && Tied.AsSpan().SequenceEqual(other.Tied.AsSpan())
        && Order.AsSpan().SequenceEqual(other.Order.AsSpan())
        && BrokenBy.AsSpan().SequenceEqual(other.BrokenBy.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Round, Tied.Length, Tied.FirstOrDefault(), Matters);

    /// <summary>The tie as a sentence.</summary>
    public override string ToString()
    {
        var tied = string.Join(", ", Tied);
        if (BrokenBy.IsEmpty)
        {
            return Matters ? $"Round {Round}: {tied} are tied, and the tie is open." : $"Round {Round}: {tied} are tied; no order of them changes the outcome.";
        }

        var keys = string.Join(", then ", BrokenBy);
        var effect = Matters ? "another order could have changed the outcome" : "no order of them changes the outcome";
        return $"Round {Round}: {tied} are tied; {keys} puts them in the order {string.Join(", ", Order)} ({effect}).";
    }
}
