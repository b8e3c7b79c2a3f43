using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Events;

/// <summary>What is done with every pledge.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SweepPurpose>))]
public enum SweepPurpose
{
    /// <summary>It may be collected; where conditional pledges are void, they are.</summary>
    [JsonStringEnumMemberName("collect")]
    Collect,

    /// <summary>It is void: nobody owes anything.</summary>
    [JsonStringEnumMemberName("release")]
    Release,
}
