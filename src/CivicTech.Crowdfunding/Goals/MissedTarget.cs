using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Goals;

/// <summary>What becomes of a campaign whose round is over without having met its target.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MissedTarget>))]
public enum MissedTarget
{
    /// <summary>It fails: nobody pays, or gets the money back.</summary>
    [JsonStringEnumMemberName("fail")]
    Fail,

    /// <summary>
    /// It keeps what it raised, and fails only if that is nothing. Pledges on the condition that the target is met are void.
    /// </summary>
    [JsonStringEnumMemberName("keep")]
    Keep,
}
