using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Delphi.Protocols;

/// <summary>What must have been reached for a stop before the last round.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StopWhen>))]
public enum StopWhen
{
    /// <summary>Stability, with consensus or with stable dissent.</summary>
    [JsonStringEnumMemberName("stable")]
    Stable,

    /// <summary>Consensus.</summary>
    [JsonStringEnumMemberName("consensus")]
    Consensus,

    /// <summary>Both.</summary>
    [JsonStringEnumMemberName("stable-and-consensus")]
    StableAndConsensus,

    /// <summary>Nothing: the number of rounds is fixed beforehand.</summary>
    [JsonStringEnumMemberName("never")]
    Never,
}
