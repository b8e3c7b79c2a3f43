using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Fees;

/// <summary>Who pays a fee.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeeBearer>))]
public enum FeeBearer
{
    /// <summary>The owner of the campaign: it is taken out of what was captured.</summary>
    [JsonStringEnumMemberName("deducted")]
    Deducted,

    /// <summary>
    /// The backer, in addition to the pledge ("covered fees"): it is worked out for each pledge, and the owner has the whole pledge.
    /// </summary>
    [JsonStringEnumMemberName("on-top")]
    OnTop,
}
