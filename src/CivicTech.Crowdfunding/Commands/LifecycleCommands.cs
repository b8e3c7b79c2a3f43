using System.Text.Json.Serialization;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Time;

namespace CivicTech.Crowdfunding.Commands;

/// <summary>Sets up a campaign, or revises its plan while it is a draft.</summary>
public sealed record DraftCampaign : CampaignCommand
{
    /// <summary>What it is for and by which rules it runs.</summary>
    public required CampaignPlan Plan { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "draft";
}

/// <summary>The owner asks the platform's experts to look at the draft.</summary>
public sealed record SubmitForReview : CampaignCommand
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "submit-for-review";
}

/// <summary>The experts have looked at it.</summary>
public sealed record ReviewCampaign : CampaignCommand
{
    /// <summary>What they say.</summary>
    public required ReviewVerdict Verdict { get; init; }

    /// <summary>The reference of their reasons; required unless it is approved.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "review";
}

/// <summary>Opens an approved campaign to pledges: from here on its plan is frozen.</summary>
public sealed record LaunchCampaign : CampaignCommand
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "launch";
}

/// <summary>The owner of an open-ended campaign announces its end.</summary>
public sealed record AnnounceFinalLap : CampaignCommand
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "announce-final-lap";
}

/// <summary>Moves the end of the running round to a later one, for a stated reason: an amendment that every backer is told of.</summary>
public sealed record ExtendDeadline : CampaignCommand
{
    /// <summary>The new end, after the one before.</summary>
    public required Deadline Deadline { get; init; }

    /// <summary>The reference of the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "extend-deadline";
}

/// <summary>Stops pledges while something is looked into. The deadline does not move.</summary>
public sealed record SuspendCampaign : CampaignCommand
{
    /// <summary>The reference of the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "suspend";
}

/// <summary>Takes pledges again.</summary>
public sealed record ResumeCampaign : CampaignCommand
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "resume";
}

/// <summary>Ends a campaign without success; also after the success, as long as all that was collected can be given back.</summary>
public sealed record CancelCampaign : CampaignCommand
{
    /// <summary>The reference of the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "cancel";
}

/// <summary>The owner has told the backers something: feedback for all who pledged until now.</summary>
public sealed record PostUpdate : CampaignCommand
{
    /// <summary>The reference of the text.</summary>
    public required string Reference { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "post-update";
}

/// <summary>A milestone is reached, and the money that hangs on it may go out.</summary>
public sealed record ApproveMilestone : CampaignCommand
{
    /// <summary>The milestone of a <see cref="Tranche"/>.</summary>
    public required string Milestone { get; init; }

    /// <summary>The reference of the evidence.</summary>
    public required string Evidence { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "approve-milestone";
}

/// <summary>The owner has reported on the spending or the impact.</summary>
public sealed record PublishReport : CampaignCommand
{
    /// <summary>Which report.</summary>
    public required ReportKind Report { get; init; }

    /// <summary>The reference of the report.</summary>
    public required string Reference { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "publish-report";
}

/// <summary>A person, team or organisation begins to ask for pledges in the name of the campaign.</summary>
public sealed record AddFundraiser : CampaignCommand
{
    /// <summary>The host's id of it, unique in the campaign.</summary>
    public required string Fundraiser { get; init; }

    /// <summary>What it is.</summary>
    public required FundraiserKind FundraiserKind { get; init; }

    /// <summary>The team or organisation it belongs to, added before; null for none.</summary>
    public string? Parent { get; init; }

    /// <summary>What it wants to raise; null for no goal of its own.</summary>
    public Money? Goal { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "add-fundraiser";
}
