using CivicTech.Crowdfunding.Collection;

namespace CivicTech.Crowdfunding.Effects;

/// <summary>A call to the payment gateway.</summary>
public sealed record GatewayEffect : CampaignEffect
{
    /// <summary>The call; its key is that of the effect.</summary>
    public required GatewayCall Call { get; init; }

    /// <summary>The pledge it is about; null for a payout.</summary>
    public string? Pledge { get; init; }
}
