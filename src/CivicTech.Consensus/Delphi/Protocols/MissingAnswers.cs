using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Delphi.Protocols;

/// <summary>Who is left out of the concordance of a panel when answers are missing: Kendall's W needs the same items from everybody.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MissingAnswers>))]
public enum MissingAnswers
{
    /// <summary>Experts who have not judged every item.</summary>
    [JsonStringEnumMemberName("leave-out-experts")]
    LeaveOutExperts,

    /// <summary>Items that somebody has not judged.</summary>
    [JsonStringEnumMemberName("leave-out-items")]
    LeaveOutItems,
}
