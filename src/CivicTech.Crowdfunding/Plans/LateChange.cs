using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Plans;

/// <summary>Whether a backer may lower or cancel a pledge while the campaign runs.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LateChange>))]
public enum LateChange
{
    /// <summary>Until the end, whatever it does to the goal.</summary>
    [JsonStringEnumMemberName("free")]
    Free,

    /// <summary>Until the end, but in the last hours not if it would take a campaign that has reached its goal below it (Kickstarter: 24 hours).</summary>
    [JsonStringEnumMemberName("not-below-goal")]
    NotBelowGoal,

    /// <summary>Never.</summary>
    [JsonStringEnumMemberName("never")]
    Never,
}
