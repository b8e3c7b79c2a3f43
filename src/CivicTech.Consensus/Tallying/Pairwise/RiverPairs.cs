using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>What River does when equally strong victories exclude each other, so that it matters which is taken first.</summary>
public enum RiverPairs
{
    /// <summary>Every candidate wins who wins under some order of equally strong victories: they are tied.</summary>
    [JsonStringEnumMemberName("all-orders")]
    AllOrders,

    /// <summary>The victories of the candidate whom the tie chain puts first are taken first.</summary>
    [JsonStringEnumMemberName("by-tie-chain")]
    ByTieChain,
}
