using CivicTech.Crowdfunding.Effects;

namespace CivicTech.Crowdfunding.Hosting;

/// <summary>Something that somebody is to be told.</summary>
public sealed record CampaignNotice
{
    /// <summary>The host's id of the campaign.</summary>
    public required string Campaign { get; init; }

    /// <summary>Unique in the campaign: the same for a repetition.</summary>
    public required string Key { get; init; }

    /// <summary>Whom and what.</summary>
    public required NoticeEffect Notice { get; init; }
}
