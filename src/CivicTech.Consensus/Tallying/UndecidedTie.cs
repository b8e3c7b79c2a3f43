using System.Collections.Immutable;

namespace CivicTech.Consensus.Tallying;

/// <summary>A tie at which the count stopped, because its rule leaves it to officials: decide it by a <see cref="TieDecision"/> and count again.</summary>
/// <param name="Round">The round in which it was met, from 1.</param>
/// <param name="Tied">The identifiers of the tied candidates, in listed order.</param>
/// <param name="About">What hangs on it, as a sentence.</param>
public sealed record UndecidedTie(int Round, ImmutableArray<string> Tied, string About)
{
    /// <summary>Whether two ties are the same.</summary>
    /// <param name="other">Another tie.</param>
    public bool Equals(UndecidedTie? other) =>
        other is not null && Round == other.Round && About == other.About && Tied.AsSpan().SequenceEqual(other.Tied.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Round, Tied.Length, About);
}
