using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Commands;

/// <summary>A backer promises money; or money given outside is put on record.</summary>
public sealed record MakePledge : CampaignCommand
{
    /// <summary>The host's id of the pledge, unique in the campaign.</summary>
    public required string Pledge { get; init; }

    /// <summary>The host's opaque id of the backer.</summary>
    public required string Backer { get; init; }

    /// <summary>What is promised to the project, more than zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>What is given to the platform besides; null for nothing.</summary>
    public Money? Tip { get; init; }

    /// <summary>Whether the backer's name is kept from the public.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Whether it depends on the target being met (a partner's pledge).</summary>
    public bool IsConditional { get; init; }

    /// <summary>The fundraiser through whom it comes; null when it comes directly.</summary>
    public string? Via { get; init; }

    /// <summary>The reference of the evidence of money given outside; null for a pledge that is to be collected.</summary>
    public string? Evidence { get; init; }

    /// <summary>The gateway's reference to how the backer pays; null for a link.</summary>
    public string? Method { get; init; }

    /// <summary>Whether the host has looked it up that this backer was invited; asked for in private campaigns.</summary>
    public bool IsInvited { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "make-pledge";
}

/// <summary>A backer raises or lowers a pledge.</summary>
public sealed record ChangePledge : CampaignCommand
{
    /// <summary>Which pledge.</summary>
    public required string Pledge { get; init; }

    /// <summary>What is promised to the project from now on, more than zero.</summary>
    public required Money Amount { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "change-pledge";
}

/// <summary>A backer takes a pledge back.</summary>
public sealed record CancelPledge : CampaignCommand
{
    /// <summary>Which pledge.</summary>
    public required string Pledge { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "cancel-pledge";
}

/// <summary>A backer gives another way to pay: collecting begins anew.</summary>
public sealed record GiveMethod : CampaignCommand
{
    /// <summary>Which pledge.</summary>
    public required string Pledge { get; init; }

    /// <summary>The gateway's reference to it.</summary>
    public required string Method { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "give-method";
}

/// <summary>The owner has thanked a backer: feedback for this pledge.</summary>
public sealed record ThankBacker : CampaignCommand
{
    /// <summary>Which pledge.</summary>
    public required string Pledge { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "thank-backer";
}

/// <summary>Gives money back to a backer, all or a part, though the campaign keeps the rest.</summary>
public sealed record RefundPledge : CampaignCommand
{
    /// <summary>Which pledge.</summary>
    public required string Pledge { get; init; }

    /// <summary>How much, at most what is there; null for all.</summary>
    public Money? Amount { get; init; }

    /// <summary>The reference of the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "refund-pledge";
}
