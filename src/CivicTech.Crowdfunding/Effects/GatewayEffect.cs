using System.Text.Json.Serialization;
using CivicTech.Crowdfunding.Collection;

namespace CivicTech.Crowdfunding.Effects;

/// <summary>A call to the payment gateway.</summary>
public sealed record GatewayEffect : CampaignEffect
{
    /// <summary>The call; its key is that of the effect.</summary>
    public required GatewayCall Call { get; init; }

    /// <summary>The pledge it is about; null for a payout.</summary>
    public string? Pledge { get; init; }

    /// <summary>Whether what it was for is over, and it may have gone out already: it is asked about, and not sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsWithdrawn { get; init; }
}
