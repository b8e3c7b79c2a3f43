using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>The ways of RCTab to draw at a tie.</summary>
public enum RctabTieMode
{
    /// <summary>One of the tied, sorted by name, is drawn.</summary>
    [JsonStringEnumMemberName("random")]
    Random,

    /// <summary>
    /// The one with the most (or fewest) votes in the latest earlier round in which they differ; one of those who never differ is drawn, from
    /// the order in which a hash set of RCTab's language holds them.
    /// </summary>
    [JsonStringEnumMemberName("previous-rounds-then-random")]
    PreviousRoundsThenRandom,
}
