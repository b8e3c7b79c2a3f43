using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>What happens to a ballot that marks several candidates where one is asked for.</summary>
public enum MultipleMarks
{
    /// <summary>It counts for nobody, and is reported as <see cref="InactiveReason.Overvote"/>.</summary>
    [JsonStringEnumMemberName("void")]
    Void,

    /// <summary>Each of the marked gets an equal part of the vote.</summary>
    [JsonStringEnumMemberName("share")]
    Share,

    /// <summary>The count is refused.</summary>
    [JsonStringEnumMemberName("refuse")]
    Refuse,
}
