using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Delphi.Protocols;

/// <summary>When experts see what others answered.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RoundMode>))]
public enum RoundMode
{
    /// <summary>The answers of a round are shown in the next one, and everybody answers anew.</summary>
    [JsonStringEnumMemberName("round-by-round")]
    RoundByRound,

    /// <summary>Answers are shown while they come in, in steps that nobody can be read out of; a round is a snapshot, and answers stand in the next one until they are changed.</summary>
    [JsonStringEnumMemberName("real-time")]
    RealTime,
}
