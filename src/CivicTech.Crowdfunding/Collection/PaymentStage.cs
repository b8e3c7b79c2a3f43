using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>How far a payment has come without money having moved. In the order of precedence for one moment, the last first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaymentStage>))]
public enum PaymentStage
{
    /// <summary>The provider is at work.</summary>
    [JsonStringEnumMemberName("processing")]
    Processing,

    /// <summary>The backer must act. People take longer than a provider's clock ticks, so that of one second's events this is the later.</summary>
    [JsonStringEnumMemberName("action-required")]
    ActionRequired,

    /// <summary>The amount is held.</summary>
    [JsonStringEnumMemberName("authorised")]
    Authorised,
}
