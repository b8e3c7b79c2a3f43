namespace CivicTech.Crowdfunding.Effects;

/// <summary>Something that somebody is to be told.</summary>
public sealed record NoticeEffect : CampaignEffect
{
    /// <summary>What.</summary>
    public required NoticeKind Notice { get; init; }

    /// <summary>Whom.</summary>
    public required Audience Audience { get; init; }

    /// <summary>The pledge it is about; null when it is about the campaign.</summary>
    public string? Pledge { get; init; }

    /// <summary>The host's id of the backer, for <see cref="Effects.Audience.Backer"/>.</summary>
    public string? Backer { get; init; }

    /// <summary>The amount it is about; null when it is about none.</summary>
    public Money? Amount { get; init; }

    /// <summary>What else there is to say: a reference of a reason, a code of a provider.</summary>
    public string? Detail { get; init; }
}
