using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Goals;

/// <summary>Why a round was judged as it was.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VerdictReason>))]
public enum VerdictReason
{
    /// <summary>Its time is not over, and nothing ends it before.</summary>
    [JsonStringEnumMemberName("still-running")]
    StillRunning,

    /// <summary>The verdict would be another one if the payments in flight arrived.</summary>
    [JsonStringEnumMemberName("pending-decides")]
    PendingDecides,

    /// <summary>The target is met.</summary>
    [JsonStringEnumMemberName("target-met")]
    TargetMet,

    /// <summary>The target is met and the cap is reached.</summary>
    [JsonStringEnumMemberName("cap-reached")]
    CapReached,

    /// <summary>The round has no target, and its time is over.</summary>
    [JsonStringEnumMemberName("no-target")]
    NoTarget,

    /// <summary>The target is missed.</summary>
    [JsonStringEnumMemberName("target-missed")]
    TargetMissed,

    /// <summary>Nothing was raised that could be kept.</summary>
    [JsonStringEnumMemberName("nothing-raised")]
    NothingRaised,
}
