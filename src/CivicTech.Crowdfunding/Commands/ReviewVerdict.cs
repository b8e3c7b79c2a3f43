using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Commands;

/// <summary>What the experts say of a draft.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReviewVerdict>))]
public enum ReviewVerdict
{
    /// <summary>It may be launched.</summary>
    [JsonStringEnumMemberName("approved")]
    Approved,

    /// <summary>It is to be revised and submitted again.</summary>
    [JsonStringEnumMemberName("returned")]
    Returned,

    /// <summary>It is not for this platform.</summary>
    [JsonStringEnumMemberName("rejected")]
    Rejected,
}
