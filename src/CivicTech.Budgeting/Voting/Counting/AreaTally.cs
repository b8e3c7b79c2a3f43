using CivicTech.Ballots;

namespace CivicTech.Budgeting.Voting.Counting;

/// <summary>The votes of an area.</summary>
public sealed class AreaTally
{
    /// <summary>How many ballots were cast, counted, and came to nothing. Turnout is <see cref="AreaCount.Counted"/>.</summary>
    public required AreaCount Numbers { get; init; }

    /// <summary>
    /// The counted ballots, also blank ones. Candidates are the projects of the area in the order of the official ballot; those that left it may be missing. Which kind of profile it is, the
    /// area's design says.
    /// </summary>
    public required Profile Profile { get; init; }

    /// <summary>How many projects a ballot may rank, where points come from ranks; null when that is not limited.</summary>
    public int? MaxBallotLength { get; init; }
}
