using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Proposals;

/// <summary>What was found when a criterion was looked at.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Finding>))]
public enum Finding
{
    /// <summary>It cannot be said yet.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,

    /// <summary>It is met.</summary>
    [JsonStringEnumMemberName("met")]
    Met,

    /// <summary>It is not met.</summary>
    [JsonStringEnumMemberName("not-met")]
    NotMet,
}
