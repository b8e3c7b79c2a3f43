using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Goals;

/// <summary>When a round is over.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RoundClosing>))]
public enum RoundClosing
{
    /// <summary>At its end in time, whether its target is met before or not.</summary>
    [JsonStringEnumMemberName("at-deadline")]
    AtDeadline,

    /// <summary>As soon as its target is met, at the latest at its end in time.</summary>
    [JsonStringEnumMemberName("when-met")]
    WhenMet,
}
