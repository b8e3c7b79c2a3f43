using NodaTime;

namespace CivicTech.Budgeting.Voting;

/// <summary>Who votes, and where, as of fixed days: a birthday or a move during the vote changes nothing.</summary>
public sealed record VoterRule
{
    /// <summary>The least age in years; null for none. Somebody whose age is not known does not vote where there is one.</summary>
    public int? MinimumAge { get; init; }

    /// <summary>The greatest age in years (a vote of the young); null for none.</summary>
    public int? MaximumAge { get; init; }

    /// <summary>The day on which age counts; needed where an age is asked for. Who has the birthday on it is of that age; who was born on 29 February has it on the 28th in other years.</summary>
    public LocalDate? AgeAsOf { get; init; }

    /// <summary>
    /// The day on which residence counts: a voter lives somewhere in the areas of the vote on it. Null where residence is not asked for; needed where access goes by the own area.
    /// </summary>
    public LocalDate? ResidenceAsOf { get; init; }
}
