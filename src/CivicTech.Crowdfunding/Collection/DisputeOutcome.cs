using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>How a dispute ended. In the order of precedence for one moment, the last first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DisputeOutcome>))]
public enum DisputeOutcome
{
    /// <summary>The money is gone.</summary>
    [JsonStringEnumMemberName("lost")]
    Lost,

    /// <summary>The money is here again.</summary>
    [JsonStringEnumMemberName("won")]
    Won,

    /// <summary>The money was gone and is here again: the chargeback was taken back.</summary>
    [JsonStringEnumMemberName("reversed")]
    Reversed,
}
