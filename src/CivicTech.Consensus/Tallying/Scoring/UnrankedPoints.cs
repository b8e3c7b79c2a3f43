using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>What candidates get from a ballot that does not rank them.</summary>
public enum UnrankedPoints
{
    /// <summary>Nothing.</summary>
    [JsonStringEnumMemberName("zero")]
    Zero,

    /// <summary>They are tied behind the ranked and share the points of the positions that are left.</summary>
    [JsonStringEnumMemberName("average")]
    Average,
}
