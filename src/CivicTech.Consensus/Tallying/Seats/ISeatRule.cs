namespace CivicTech.Consensus.Tallying.Seats;

/// <summary>A rule that divides seats: votes of parties in, seats out, with every step and tie.</summary>
public interface ISeatRule : IRule
{
    /// <summary>Divides seats.</summary>
    /// <param name="votes">The votes.</param>
    /// <param name="seats">How many: zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of seats is negative.</exception>
    /// <exception cref="ArgumentException">There are seats, but no party that may have them; or the options cannot divide so many.</exception>
    SeatAllocation Allocate(PartyVotes votes, int seats);
}
