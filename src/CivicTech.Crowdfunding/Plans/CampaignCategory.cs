using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Plans;

/// <summary>What kind of project a campaign is for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CampaignCategory>))]
public enum CampaignCategory
{
    /// <summary>Something else: a legal case, political follow-up.</summary>
    [JsonStringEnumMemberName("other")]
    Other,

    /// <summary>Events and collective activities, such as planting trees with the municipality.</summary>
    [JsonStringEnumMemberName("events")]
    Events,

    /// <summary>Gardens, playgrounds, green space.</summary>
    [JsonStringEnumMemberName("green-space")]
    GreenSpace,

    /// <summary>Arts and culture.</summary>
    [JsonStringEnumMemberName("arts")]
    Arts,

    /// <summary>Construction, restoration, infrastructure.</summary>
    [JsonStringEnumMemberName("construction")]
    Construction,
}
