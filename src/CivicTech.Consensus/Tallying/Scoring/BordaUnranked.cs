using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>What a Borda count makes of a ballot that does not rank everybody.</summary>
public enum BordaUnranked
{
    /// <summary>The unranked share the points of the positions that are left: every ballot gives the same sum.</summary>
    [JsonStringEnumMemberName("average")]
    Average,

    /// <summary>The unranked get nothing, the ranked as much as on a full ballot: who ranks one only gives it the most.</summary>
    [JsonStringEnumMemberName("zero")]
    Zero,

    /// <summary>
    /// The modified Borda count: of k ranked the first gets k points, the last 1, so that a short ballot gives little (P. Emerson, "The original
    /// Borda count and partial voting", Social Choice and Welfare 40, 2013).
    /// </summary>
    [JsonStringEnumMemberName("modified")]
    Modified,
}
