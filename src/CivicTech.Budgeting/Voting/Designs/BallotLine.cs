namespace CivicTech.Budgeting.Voting.Designs;

/// <summary>What a voter says about one project. Price, area and title are those of the official ballot, never a client's.</summary>
public sealed record BallotLine
{
    /// <summary>The id of the project.</summary>
    public required string Project { get; init; }

    /// <summary>
    /// The points, the rank (1 is the best), the place of the grade in the scale (0 is the lowest), or 1 for and -1 against; for designs that only choose projects, nothing or 1.
    /// </summary>
    public long? Value { get; init; }
}
