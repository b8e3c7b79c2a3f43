using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>How the part of a vote that a candidate keeps is rounded; without meaning for exact fractions.</summary>
public enum KeptRounding
{
    /// <summary>Up; exactly what is left goes on. No vote is lost to rounding. (The reference rule; the calculator of New Zealand.)</summary>
    [JsonStringEnumMemberName("up")]
    Up,

    /// <summary>Down, and what goes on is rounded down too. (OpenSTV, droop, stv-rs.)</summary>
    [JsonStringEnumMemberName("down")]
    Down,
}
