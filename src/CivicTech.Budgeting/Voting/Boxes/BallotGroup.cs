using CivicTech.Budgeting.Voting.Designs;

namespace CivicTech.Budgeting.Voting.Boxes;

/// <summary>Equal ballots of an area, and how many there are.</summary>
public sealed record BallotGroup
{
    /// <summary>A group.</summary>
    /// <param name="area">The id of the area.</param>
    /// <param name="content">What they say.</param>
    /// <param name="count">How many there are, at least 1.</param>
    public BallotGroup(string area, BallotContent content, long count)
    {
        ArgumentException.ThrowIfNullOrEmpty(area);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        (Area, Content, Count) = (area, content, count);
    }

    /// <summary>The id of the area.</summary>
    public string Area { get; }

    /// <summary>What they say.</summary>
    public BallotContent Content { get; }

    /// <summary>How many there are.</summary>
    public long Count { get; }
}
