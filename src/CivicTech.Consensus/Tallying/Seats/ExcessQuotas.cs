using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Seats;

/// <summary>What happens when full quotas are more than the seats.</summary>
public enum ExcessQuotas
{
    /// <summary>The division is refused.</summary>
    [JsonStringEnumMemberName("refuse")]
    Refuse,

    /// <summary>The parties with the smallest remainders lose a seat each.</summary>
    [JsonStringEnumMemberName("take-back")]
    TakeBack,

    /// <summary>The next larger quota is used, v / (n + 1) and then v / n, as the Italian law of 1956 did.</summary>
    [JsonStringEnumMemberName("larger-quota")]
    LargerQuota,
}
