using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>Which ballots of a candidate who has more than the quota go on, and at which value.</summary>
public enum SurplusMethod
{
    /// <summary>All of them, each at value · surplus / votes (weighted inclusive Gregory).</summary>
    [JsonStringEnumMemberName("weighted-inclusive")]
    WeightedInclusive,

    /// <summary>
    /// All of them, each at surplus / number of ballots, whatever it was worth before (unweighted inclusive Gregory): a ballot can gain value.
    /// </summary>
    [JsonStringEnumMemberName("unweighted-inclusive")]
    UnweightedInclusive,

    /// <summary>Those that came in the last transfer only, each at value · surplus / value of that parcel (exclusive Gregory, last parcel).</summary>
    [JsonStringEnumMemberName("last-parcel")]
    LastParcel,
}
