using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>What it means that a ballot does not grade a candidate.</summary>
public enum MissingGrades
{
    /// <summary>The voter gives the lowest grade, as Balinski and Laraki prescribe.</summary>
    [JsonStringEnumMemberName("lowest")]
    Lowest,

    /// <summary>The count is refused: every ballot must grade everybody.</summary>
    [JsonStringEnumMemberName("refuse")]
    Refuse,
}
