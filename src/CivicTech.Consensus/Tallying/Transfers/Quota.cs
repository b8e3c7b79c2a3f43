using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>How many votes elect, of V votes that count in the first round and s seats.</summary>
public enum Quota
{
    /// <summary>The next unit above V / (s + 1): a whole vote, or the last decimal. With exact fractions: more than V / (s + 1).</summary>
    [JsonStringEnumMemberName("droop")]
    Droop,

    /// <summary>V / s, rounded up.</summary>
    [JsonStringEnumMemberName("hare")]
    Hare,
}
