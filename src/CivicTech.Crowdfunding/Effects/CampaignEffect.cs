using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Effects;

/// <summary>What a campaign wants done outside: <see cref="GatewayEffect"/> or <see cref="NoticeEffect"/>.</summary>
/// <remarks>Immutable.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(GatewayEffect), "gateway")]
[JsonDerivedType(typeof(NoticeEffect), "notice")]
public abstract record CampaignEffect
{
    private protected CampaignEffect()
    {
    }
}
