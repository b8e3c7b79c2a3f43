using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>How bad a comparison is for a candidate c against another d.</summary>
public enum MinimaxScore
{
    /// <summary>How many more prefer d than prefer c; below zero where c wins.</summary>
    [JsonStringEnumMemberName("margins")]
    Margins,

    /// <summary>How many prefer d, where d beats c; otherwise 0.</summary>
    [JsonStringEnumMemberName("winning-votes")]
    WinningVotes,

    /// <summary>How many prefer d, also where c wins. With it a Condorcet winner may lose.</summary>
    [JsonStringEnumMemberName("pairwise-opposition")]
    PairwiseOpposition,
}
