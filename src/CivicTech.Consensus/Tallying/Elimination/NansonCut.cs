using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Elimination;

/// <summary>Who goes out in a round of Nanson's rule.</summary>
public enum NansonCut
{
    /// <summary>Everybody with fewer points than the mean.</summary>
    [JsonStringEnumMemberName("below-mean")]
    BelowMean,

    /// <summary>Everybody with no more points than the mean, as Nanson wrote.</summary>
    [JsonStringEnumMemberName("not-above-mean")]
    NotAboveMean,
}
