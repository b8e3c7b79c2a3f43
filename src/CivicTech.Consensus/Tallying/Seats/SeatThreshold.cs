using System.Text.Json.Serialization;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Seats;

/// <summary>The share of the vote that a party needs for seats.</summary>
/// <remarks>The share is of all votes: those of parties and <see cref="PartyVotes.OtherVotes"/>. Compared exactly.</remarks>
public sealed record SeatThreshold
{
    /// <summary>Every party with a vote takes part.</summary>
    public static SeatThreshold None { get; } = new();

    /// <summary>The share, from 0 to 1, such as 1/20.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 0 or above 1.</exception>
    public Rational Share
    {
        get;
        init => field = value.Sign >= 0 && value <= Rational.One ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A share of the vote is from 0 to 1.");
    }

    /// <summary>Whether exactly the share is too little.</summary>
    public bool MustExceed { get; init; }

    internal bool IsReachedBy(long votes, Int128 all) => (votes - (Share * (System.Numerics.BigInteger)all)).Sign is var sign && (sign > 0 || (sign == 0 && !MustExceed));
}
