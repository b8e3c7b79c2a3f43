using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Voting.Rolls;

/// <summary>How somebody stands on the electoral roll.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RollStatus>))]
public enum RollStatus
{
    /// <summary>Entered and verified.</summary>
    [JsonStringEnumMemberName("registered")]
    Registered,

    /// <summary>Entered, but nobody has verified it yet; cannot vote until then.</summary>
    [JsonStringEnumMemberName("unverified")]
    Unverified,

    /// <summary>Taken off the roll.</summary>
    [JsonStringEnumMemberName("struck-off")]
    StruckOff,
}
