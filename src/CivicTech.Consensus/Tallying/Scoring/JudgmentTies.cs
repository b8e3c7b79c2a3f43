using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>
/// What tells candidates of the same majority grade apart. Below, p is the share of grades above it and q the share below it.
/// </summary>
public enum JudgmentTies
{
    /// <summary>
    /// One grade of the median is taken away from each, again and again, until the medians differ: majority judgment (Balinski and Laraki 2007).
    /// Only candidates with the same grades stay tied.
    /// </summary>
    [JsonStringEnumMemberName("removal")]
    Removal,

    /// <summary>
    /// The majority gauge (Balinski and Laraki 2011): p &gt; q stands before p &lt;= q; of two of the first kind the larger p is better, of two of
    /// the second kind the smaller q.
    /// </summary>
    [JsonStringEnumMemberName("gauge")]
    Gauge,

    /// <summary>Typical judgment: by p - q (Fabre 2021).</summary>
    [JsonStringEnumMemberName("typical")]
    Typical,

    /// <summary>Usual judgment: by (p - q) / (1 - p - q) (Fabre 2021).</summary>
    [JsonStringEnumMemberName("usual")]
    Usual,

    /// <summary>Central judgment: by (p - q) / (p + q), 0 where p and q are 0 (Fabre 2021).</summary>
    [JsonStringEnumMemberName("central")]
    Central,
}
