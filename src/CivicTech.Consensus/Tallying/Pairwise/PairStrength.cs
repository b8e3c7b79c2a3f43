using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>How strong the victory of one candidate over another is, where e voters prefer the winner and f the loser (e &gt; f).</summary>
public enum PairStrength
{
    /// <summary>By e; of victories with the same e the one with the smaller f is stronger (Schulze 2011, definition 2; Eppley's maximize affirmed majorities).</summary>
    [JsonStringEnumMemberName("winning-votes")]
    WinningVotes,

    /// <summary>By e - f (Tideman 1987).</summary>
    [JsonStringEnumMemberName("margins")]
    Margins,

    /// <summary>By e / f; a victory without opposition is stronger than any with, and of those the one with the larger e.</summary>
    [JsonStringEnumMemberName("ratio")]
    Ratio,
}
