namespace CivicTech.Consensus.Tallying.Seats;

/// <summary>Why seats are given.</summary>
public enum SeatStepKind
{
    /// <summary>The party has the highest average.</summary>
    Average,

    /// <summary>The party has so many full quotas.</summary>
    FullQuotas,

    /// <summary>The party has one of the largest remainders.</summary>
    Remainder,

    /// <summary>Full quotas are more than seats: the party has one of the smallest remainders and loses a seat.</summary>
    TakenBack,
}
