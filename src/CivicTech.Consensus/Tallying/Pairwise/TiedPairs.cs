using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>What ranked pairs does when equally strong victories contradict each other, so that it matters which is locked first.</summary>
public enum TiedPairs
{
    /// <summary>Every candidate wins who wins under some order of equally strong victories: they are tied.</summary>
    [JsonStringEnumMemberName("all-orders")]
    AllOrders,

    /// <summary>The victories of the candidate whom the tie chain puts first are locked first (after Zavist and Tideman 1989).</summary>
    [JsonStringEnumMemberName("by-tie-chain")]
    ByTieChain,

    /// <summary>Equally strong victories are looked at together: those that stand in a cycle of them and of what is locked are all left out.</summary>
    [JsonStringEnumMemberName("leave-out")]
    LeaveOut,
}
