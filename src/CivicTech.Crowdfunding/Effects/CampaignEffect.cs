using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Effects;

/// <summary>What a campaign wants done outside: <see cref="GatewayEffect"/>, <see cref="InquiryEffect"/> or <see cref="NoticeEffect"/>.</summary>
/// <remarks>Immutable.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(GatewayEffect), "gateway")]
[JsonDerivedType(typeof(InquiryEffect), "inquiry")]
[JsonDerivedType(typeof(NoticeEffect), "notice")]
public abstract record CampaignEffect
{
    private protected CampaignEffect()
    {
    }
}
