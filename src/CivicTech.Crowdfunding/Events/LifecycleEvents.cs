using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Receipts;
using NodaTime;

namespace CivicTech.Crowdfunding.Events;

/// <summary>The plan was set up or revised.</summary>
public sealed record CampaignDrafted : CampaignEvent
{
    /// <summary>The plan.</summary>
    public required CampaignPlan Plan { get; init; }
}

/// <summary>The owner asked for the review.</summary>
public sealed record SubmittedForReview : CampaignEvent;

/// <summary>The experts looked at it.</summary>
public sealed record CampaignReviewed : CampaignEvent
{
    /// <summary>What they said.</summary>
    public required ReviewVerdict Verdict { get; init; }

    /// <summary>The reference of their reasons.</summary>
    public string? Reason { get; init; }
}

/// <summary>It opened to pledges; the rules are frozen.</summary>
public sealed record CampaignLaunched : CampaignEvent
{
    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>The SHA-256 of the canonical JSON of the plan: what backers were shown.</summary>
    public required Digest Rules { get; init; }
}

/// <summary>A round began.</summary>
public sealed record RoundStarted : CampaignEvent
{
    /// <summary>Which, from 0.</summary>
    public required int Round { get; init; }

    /// <summary>When it began.</summary>
    public required Instant At { get; init; }

    /// <summary>Its end: the first instant that is too late; null while it has none.</summary>
    public Instant? EndsAt { get; init; }
}

/// <summary>The end of the running round moved: a final lap was announced, or the deadline extended.</summary>
public sealed record RoundEndMoved : CampaignEvent
{
    /// <summary>The new end.</summary>
    public Instant? EndsAt { get; init; }

    /// <summary>When a final lap was announced; null for an extension.</summary>
    public Instant? FinalLapAt { get; init; }

    /// <summary>The reference of the reason of an extension.</summary>
    public string? Reason { get; init; }
}

/// <summary>A round came to its end, in time or because its target was met.</summary>
public sealed record RoundJudged : CampaignEvent
{
    /// <summary>What became of it, and why.</summary>
    public required RoundVerdict Verdict { get; init; }

    /// <summary>When it was over.</summary>
    public required Instant At { get; init; }
}

/// <summary>The time is over; payments in flight decide about the goal and are waited for.</summary>
public sealed record ClosingStarted : CampaignEvent
{
    /// <summary>When it was over.</summary>
    public required Instant At { get; init; }

    /// <summary>Until when they are waited for.</summary>
    public required Instant Until { get; init; }
}

/// <summary>Pledges are not taken for now.</summary>
public sealed record CampaignSuspended : CampaignEvent
{
    /// <summary>The reference of the reason.</summary>
    public required string Reason { get; init; }
}

/// <summary>Pledges are taken again.</summary>
public sealed record CampaignResumed : CampaignEvent;

/// <summary>The outcome is known, for good.</summary>
public sealed record CampaignEnded : CampaignEvent
{
    /// <summary>The outcome.</summary>
    public required CampaignOutcome Outcome { get; init; }

    /// <summary>When it was decided.</summary>
    public required Instant At { get; init; }

    /// <summary>The reference of the reason of a cancellation.</summary>
    public string? Reason { get; init; }
}

/// <summary>All pledges are gone through, in the order of their ids.</summary>
public sealed record SweepMoved : CampaignEvent
{
    /// <summary>What is done with each.</summary>
    public required SweepPurpose Purpose { get; init; }

    /// <summary>The last one done; null at the beginning.</summary>
    public string? After { get; init; }

    /// <summary>Whether all are done.</summary>
    public bool IsDone { get; init; }
}

/// <summary>What follows the outcome moved on.</summary>
public sealed record StageReached : CampaignEvent
{
    /// <summary>The stage.</summary>
    public required CampaignStage Stage { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

/// <summary>The owner told the backers something.</summary>
public sealed record UpdatePosted : CampaignEvent
{
    /// <summary>The reference of the text.</summary>
    public required string Reference { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

/// <summary>A milestone is reached.</summary>
public sealed record MilestoneApproved : CampaignEvent
{
    /// <summary>Which.</summary>
    public required string Milestone { get; init; }

    /// <summary>The reference of the evidence.</summary>
    public required string Evidence { get; init; }
}

/// <summary>The owner reported.</summary>
public sealed record ReportPublished : CampaignEvent
{
    /// <summary>On what.</summary>
    public required ReportKind Report { get; init; }

    /// <summary>The reference of the report.</summary>
    public required string Reference { get; init; }
}

/// <summary>A report is late; the owner is told.</summary>
public sealed record ReportMissed : CampaignEvent
{
    /// <summary>Which.</summary>
    public required ReportKind Report { get; init; }
}

/// <summary>Somebody began to ask for pledges.</summary>
public sealed record FundraiserAdded : CampaignEvent
{
    /// <summary>The host's id of it.</summary>
    public required string Fundraiser { get; init; }

    /// <summary>What it is.</summary>
    public required FundraiserKind FundraiserKind { get; init; }

    /// <summary>What it belongs to.</summary>
    public string? Parent { get; init; }

    /// <summary>What it wants to raise.</summary>
    public Money? Goal { get; init; }
}
