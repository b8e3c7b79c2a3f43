using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Goals;

/// <summary>What a cap does.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CapPolicy>))]
public enum CapPolicy
{
    /// <summary>No pledge may lift the total above the cap; the rounds take their time.</summary>
    [JsonStringEnumMemberName("refuse-excess")]
    RefuseExcess,

    /// <summary>
    /// The pledge that reaches the cap is taken whole, and the campaign closes successfully at once, provided that the target of the round
    /// is met.
    /// </summary>
    [JsonStringEnumMemberName("close-when-reached")]
    CloseWhenReached,
}
