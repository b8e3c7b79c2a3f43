using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Results;

/// <summary>How the count of an area ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AreaOutcome>))]
public enum AreaOutcome
{
    /// <summary>It is decided which projects are funded; that may be none.</summary>
    [JsonStringEnumMemberName("decided")]
    Decided,

    /// <summary>Too few took part: nothing is funded.</summary>
    [JsonStringEnumMemberName("quorum-missed")]
    QuorumMissed,

    /// <summary>A rule of the host's own left a tie open: this is no result yet.</summary>
    [JsonStringEnumMemberName("open-tie")]
    OpenTie,
}
