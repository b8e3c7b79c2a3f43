using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>What a ballot of which stars were spent still gives to the others.</summary>
public enum StarSpending
{
    /// <summary>Its score, but not more than the stars that are left: the definition.</summary>
    [JsonStringEnumMemberName("cap")]
    Cap,

    /// <summary>Its score times the share of stars that are left: as the program starvote 2.1 counts.</summary>
    [JsonStringEnumMemberName("scale")]
    Scale,
}
