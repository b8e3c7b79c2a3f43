using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Delphi.Panels;

/// <summary>Where it stands with a person who was asked.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExpertStatus>))]
public enum ExpertStatus
{
    /// <summary>No answer to the invitation yet.</summary>
    [JsonStringEnumMemberName("invited")]
    Invited,

    /// <summary>Takes part.</summary>
    [JsonStringEnumMemberName("joined")]
    Joined,

    /// <summary>Does not want to take part; the seats are free again.</summary>
    [JsonStringEnumMemberName("declined")]
    Declined,

    /// <summary>Took part, and left; the answers given stand, the seats are free again.</summary>
    [JsonStringEnumMemberName("dropped-out")]
    DroppedOut,
}
