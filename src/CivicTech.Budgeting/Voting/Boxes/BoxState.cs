namespace CivicTech.Budgeting.Voting.Boxes;

/// <summary>A ballot box at one instant.</summary>
/// <remarks>The default value is that of a box that was not opened.</remarks>
public readonly record struct BoxState
{
    /// <summary>A state.</summary>
    /// <param name="stage">Where it stands.</param>
    /// <param name="edition">The edition of the official ballot that it takes ballots of; 0 when it was not opened.</param>
    public BoxState(BoxStage stage, int edition)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(edition);
        (Stage, Edition) = (stage, edition);
    }

    /// <summary>Where it stands.</summary>
    public BoxStage Stage { get; }

    /// <summary>The edition of the official ballot that it takes, or took, ballots of; 0 when it was not opened.</summary>
    public int Edition { get; }

    /// <summary>Whether files that were decided on an edition are saved.</summary>
    /// <param name="edition">The edition.</param>
    public bool Takes(int edition) => Stage == BoxStage.Open && Edition == edition;
}
