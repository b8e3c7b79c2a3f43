using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>When surpluses are transferred. It can change who is elected.</summary>
public enum SurplusOrder
{
    /// <summary>One a round, the largest first; whoever reaches the quota meanwhile is elected at once and receives no more. (Scotland.)</summary>
    [JsonStringEnumMemberName("largest-first")]
    LargestFirst,

    /// <summary>All surpluses of those elected in a round together. (RCTab, several winners a round.)</summary>
    [JsonStringEnumMemberName("together")]
    Together,

    /// <summary>
    /// Only the one with the most votes is elected in a round, and the surplus is transferred before anybody else is: others who have the quota
    /// still receive votes. (RCTab, one winner a round.)
    /// </summary>
    [JsonStringEnumMemberName("one-elected-a-round")]
    OneElectedARound,
}
