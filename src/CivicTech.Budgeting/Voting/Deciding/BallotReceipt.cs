using CivicTech.Budgeting.Voting.Files;
using NodaTime;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>That a ballot is in the box; not what it says.</summary>
public sealed record BallotReceipt
{
    internal BallotReceipt(AreaFile ballot)
    {
        (Area, Tracker, Channel, At) = (ballot.Area, ballot.Tracker, ballot.Channel, ballot.At);
    }

    /// <summary>The id of the area.</summary>
    public string Area { get; }

    /// <summary>The code by which the voter finds the ballot in the published list.</summary>
    public Tracker Tracker { get; }

    /// <summary>How it came.</summary>
    public VotingChannel Channel { get; }

    /// <summary>When it was cast.</summary>
    public Instant At { get; }
}
