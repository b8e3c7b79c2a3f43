using System.Collections.Immutable;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying;

/// <summary>A figure by which a rule orders candidates: points, approvals, wins, the greatest defeat.</summary>
/// <param name="Name">Small letters and hyphens; tie keys can name it, such as <c>highest-points</c>.</param>
/// <param name="Values">Exact, one for each candidate of <see cref="Contest.Standing"/>, in listed order.</param>
public sealed record CandidateFigures(string Name, ImmutableArray<Rational> Values)
{
    /// <summary>Whether two figures say the same.</summary>
    /// <param name="other">Another figure.</param>
    public bool Equals(CandidateFigures? other) => other is not null && Name == other.Name && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, Values.Length);
}
