using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Events;

/// <summary>Where a campaign stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CampaignStage>))]
public enum CampaignStage
{
    /// <summary>It does not exist yet.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>The owner works on it.</summary>
    [JsonStringEnumMemberName("draft")]
    Draft,

    /// <summary>The platform's experts look at it.</summary>
    [JsonStringEnumMemberName("in-review")]
    InReview,

    /// <summary>It is not for this platform.</summary>
    [JsonStringEnumMemberName("rejected")]
    Rejected,

    /// <summary>It may be launched.</summary>
    [JsonStringEnumMemberName("approved")]
    Approved,

    /// <summary>It takes pledges.</summary>
    [JsonStringEnumMemberName("live")]
    Live,

    /// <summary>It takes no pledges for now.</summary>
    [JsonStringEnumMemberName("suspended")]
    Suspended,

    /// <summary>Its time is over; payments in flight are waited for.</summary>
    [JsonStringEnumMemberName("closing")]
    Closing,

    /// <summary>The outcome is known; pledges are collected, or released and refunded.</summary>
    [JsonStringEnumMemberName("settling")]
    Settling,

    /// <summary>The money is collected; it is paid out, spent and reported on.</summary>
    [JsonStringEnumMemberName("delivering")]
    Delivering,

    /// <summary>Nothing is left to do.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed,
}
