using System.Collections.Immutable;

namespace CivicTech.Consensus.Tallying.Seats;

/// <summary>A tie for seats that is left open.</summary>
/// <param name="Tied">The parties, in listed order.</param>
/// <param name="Seats">How many of them get one seat more than is certain: fewer than there are.</param>
public sealed record SeatTie(ImmutableArray<string> Tied, int Seats)
{
    /// <summary>Whether two ties are the same.</summary>
    /// <param name="other">Another tie.</param>
    public bool Equals(SeatTie? other) => other is not null && Seats == other.Seats && Tied.AsSpan().SequenceEqual(other.Tied.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Seats, Tied.Length, Tied.FirstOrDefault());
}
