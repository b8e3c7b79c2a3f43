using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Fees;

/// <summary>How often a fixed amount is charged.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FixedFeePer>))]
public enum FixedFeePer
{
    /// <summary>Once for each captured pledge.</summary>
    [JsonStringEnumMemberName("captured-pledge")]
    CapturedPledge,

    /// <summary>Once for the campaign, provided that something was captured.</summary>
    [JsonStringEnumMemberName("campaign")]
    Campaign,
}
