using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Delphi.Criteria;

/// <summary>What becomes of an item whose mean is exactly neutral.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AtNeutral>))]
public enum AtNeutral
{
    /// <summary>It is kept: <see cref="ConsensusVerdict.In"/>.</summary>
    [JsonStringEnumMemberName("keep")]
    Keep,

    /// <summary>It is dropped: <see cref="ConsensusVerdict.Out"/>.</summary>
    [JsonStringEnumMemberName("drop")]
    Drop,

    /// <summary>Nothing is decided: <see cref="ConsensusVerdict.None"/>.</summary>
    [JsonStringEnumMemberName("undecided")]
    Undecided,
}
