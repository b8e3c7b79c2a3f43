using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Pledges;
using NodaTime;

namespace CivicTech.Crowdfunding.Events;

/// <summary>A backer promised money.</summary>
public sealed record PledgeMade : CampaignEvent
{
    /// <summary>The pledge.</summary>
    public required Pledge Pledge { get; init; }
}

/// <summary>A backer raised or lowered a pledge.</summary>
public sealed record PledgeChanged : CampaignEvent
{
    /// <summary>Which.</summary>
    public required string Pledge { get; init; }

    /// <summary>What is promised from now on.</summary>
    public required Money Amount { get; init; }

    /// <summary>The fees that the backer pays on top of it.</summary>
    public required Money CoveredFees { get; init; }
}

/// <summary>A pledge stands, or stands no longer.</summary>
public sealed record PledgeStood : CampaignEvent
{
    /// <summary>Which.</summary>
    public required string Pledge { get; init; }

    /// <summary>How it stands from now on.</summary>
    public required PledgeStanding Standing { get; init; }
}

/// <summary>A pledge may be collected from now on.</summary>
public sealed record CollectionStarted : CampaignEvent
{
    /// <summary>Which.</summary>
    public required string Pledge { get; init; }

    /// <summary>Since when.</summary>
    public required Instant At { get; init; }
}

/// <summary>A backer gave another way to pay.</summary>
public sealed record MethodGiven : CampaignEvent
{
    /// <summary>Which pledge.</summary>
    public required string Pledge { get; init; }

    /// <summary>The gateway's reference to it.</summary>
    public required string Method { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

/// <summary>An attempt to collect was written down; the gateway is called after that.</summary>
public sealed record AttemptMade : CampaignEvent
{
    /// <summary>Which pledge.</summary>
    public required string Pledge { get; init; }

    /// <summary>What is asked for.</summary>
    public required PaymentAttempt Attempt { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

/// <summary>A provider said something that was not known about an attempt.</summary>
public sealed record PaymentLearned : CampaignEvent
{
    /// <summary>Which pledge.</summary>
    public required string Pledge { get; init; }

    /// <summary>What it said.</summary>
    public required ProviderEvent Event { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

/// <summary>A backer was reminded of an attempt that waits.</summary>
public sealed record BackerReminded : CampaignEvent
{
    /// <summary>Which pledge.</summary>
    public required string Pledge { get; init; }

    /// <summary>The key of the attempt.</summary>
    public required string Attempt { get; init; }
}

/// <summary>It was asked to take what an attempt holds.</summary>
public sealed record HoldCaptureAsked : CampaignEvent
{
    /// <summary>Which pledge.</summary>
    public required string Pledge { get; init; }

    /// <summary>The key of the attempt.</summary>
    public required string Attempt { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

/// <summary>It was asked to let go of what an attempt holds, or to close its link.</summary>
public sealed record ReleaseAsked : CampaignEvent
{
    /// <summary>Which pledge.</summary>
    public required string Pledge { get; init; }

    /// <summary>The key of the attempt.</summary>
    public required string Attempt { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

/// <summary>It was asked to send money back.</summary>
public sealed record RefundAsked : CampaignEvent
{
    /// <summary>Which pledge.</summary>
    public required string Pledge { get; init; }

    /// <summary>The key of the attempt that took it.</summary>
    public required string Attempt { get; init; }

    /// <summary>The key of the refund.</summary>
    public required string Refund { get; init; }

    /// <summary>How much.</summary>
    public required Money Amount { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

/// <summary>A provider was asked what became of an attempt, or of a payout, of which no last word had come.</summary>
public sealed record ProviderAsked : CampaignEvent
{
    /// <summary>Which pledge; null for a payout.</summary>
    public string? Pledge { get; init; }

    /// <summary>The key of the attempt or the payout.</summary>
    public required string Attempt { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

/// <summary>A part of a pledge was collected; the rest could not be, and is no longer owed.</summary>
public sealed record RestGivenUp : CampaignEvent
{
    /// <summary>Which pledge.</summary>
    public required string Pledge { get; init; }

    /// <summary>How much is given up.</summary>
    public required Money Amount { get; init; }
}

/// <summary>It was decided to give a part of a pledge back.</summary>
public sealed record MoneyGivenBack : CampaignEvent
{
    /// <summary>Which pledge.</summary>
    public required string Pledge { get; init; }

    /// <summary>How much.</summary>
    public required Money Amount { get; init; }

    /// <summary>The reference of the reason.</summary>
    public required string Reason { get; init; }
}

/// <summary>A backer got word from the owner, or it was noted that none came in time.</summary>
public sealed record FeedbackNoted : CampaignEvent
{
    /// <summary>Which pledge.</summary>
    public required string Pledge { get; init; }

    /// <summary>Whether none came.</summary>
    public bool IsMissing { get; init; }
}
