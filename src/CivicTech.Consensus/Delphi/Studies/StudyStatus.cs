using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Delphi.Studies;

/// <summary>Where a study stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StudyStatus>))]
public enum StudyStatus
{
    /// <summary>There is none yet.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Experts are invited and items collected.</summary>
    [JsonStringEnumMemberName("preparing")]
    Preparing,

    /// <summary>It is known when the next round opens.</summary>
    [JsonStringEnumMemberName("scheduled")]
    Scheduled,

    /// <summary>A round is open.</summary>
    [JsonStringEnumMemberName("asking")]
    Asking,

    /// <summary>A round is closed, and what it found is being worked out.</summary>
    [JsonStringEnumMemberName("evaluating")]
    Evaluating,

    /// <summary>Between two rounds.</summary>
    [JsonStringEnumMemberName("between")]
    Between,

    /// <summary>It is over, by its rule or by the facilitator.</summary>
    [JsonStringEnumMemberName("concluded")]
    Concluded,

    /// <summary>It ended without a result.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}
