using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Goals;

/// <summary>What is to be done with a round.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RoundOutcome>))]
public enum RoundOutcome
{
    /// <summary>It goes on.</summary>
    [JsonStringEnumMemberName("continue")]
    Continue,

    /// <summary>Its time is over, but payments in flight decide what becomes of it, and there is grace left to wait for them.</summary>
    [JsonStringEnumMemberName("wait-for-pending")]
    WaitForPending,

    /// <summary>It is passed, and the next round begins.</summary>
    [JsonStringEnumMemberName("pass-to-next")]
    PassToNext,

    /// <summary>The campaign has succeeded.</summary>
    [JsonStringEnumMemberName("succeed")]
    Succeed,

    /// <summary>The campaign has failed.</summary>
    [JsonStringEnumMemberName("fail")]
    Fail,
}
