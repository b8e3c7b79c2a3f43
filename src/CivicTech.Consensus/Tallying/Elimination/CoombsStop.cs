using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Elimination;

/// <summary>When Coombs' rule ends.</summary>
public enum CoombsStop
{
    /// <summary>As soon as somebody has more than half of the votes that count, as published.</summary>
    [JsonStringEnumMemberName("majority")]
    Majority,

    /// <summary>Only when one candidate is left.</summary>
    [JsonStringEnumMemberName("last-candidate")]
    LastCandidate,
}
