using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>What becomes of a ballot that ranks a candidate again.</summary>
public enum RepeatedCandidateRule
{
    /// <summary>The later rank is passed over.</summary>
    [JsonStringEnumMemberName("ignore")]
    Ignore,

    /// <summary>The ballot is inactive from the later rank on.</summary>
    [JsonStringEnumMemberName("exhaust")]
    Exhaust,
}
