using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>Where a payout stands, as read from its facts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PayoutStatus>))]
public enum PayoutStatus
{
    /// <summary>Asked for; nothing is known yet.</summary>
    [JsonStringEnumMemberName("requested")]
    Requested,

    /// <summary>The call ended without an answer: ask the gateway before anything else.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,

    /// <summary>It did not leave. Not the last word: that it left overrides it.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>The money left.</summary>
    [JsonStringEnumMemberName("sent")]
    Sent,

    /// <summary>The money left and came back.</summary>
    [JsonStringEnumMemberName("returned")]
    Returned,
}
