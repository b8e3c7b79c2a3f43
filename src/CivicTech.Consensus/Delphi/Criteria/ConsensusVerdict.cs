using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Delphi.Criteria;

/// <summary>What a criterion says of an item.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConsensusVerdict>))]
public enum ConsensusVerdict
{
    /// <summary>Consensus to include; of a criterion that only looks at the spread of answers: consensus.</summary>
    [JsonStringEnumMemberName("in")]
    In,

    /// <summary>Consensus to exclude.</summary>
    [JsonStringEnumMemberName("out")]
    Out,

    /// <summary>No consensus.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>There are too few answers to judge, or a number of them that the criterion does not speak of.</summary>
    [JsonStringEnumMemberName("too-few")]
    TooFew,
}
