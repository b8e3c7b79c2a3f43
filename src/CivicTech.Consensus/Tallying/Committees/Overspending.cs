using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>What happens to a ballot that gives more marks or points than a voter has.</summary>
public enum Overspending
{
    /// <summary>It counts for nobody.</summary>
    [JsonStringEnumMemberName("void")]
    Void,

    /// <summary>Nothing is counted: the ballots are refused as input.</summary>
    [JsonStringEnumMemberName("refuse")]
    Refuse,

    /// <summary>All that it gives is scaled down in the same ratio, exactly to what a voter has.</summary>
    [JsonStringEnumMemberName("scale-down")]
    ScaleDown,
}
