using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>What it means that a ballot does not score a candidate.</summary>
public enum MissingScores
{
    /// <summary>The score is zero: candidates are ordered by the sum of their scores.</summary>
    [JsonStringEnumMemberName("zero")]
    Zero,

    /// <summary>The voter has no opinion: candidates are ordered by the mean over those who scored them.</summary>
    [JsonStringEnumMemberName("ignored")]
    Ignored,
}
