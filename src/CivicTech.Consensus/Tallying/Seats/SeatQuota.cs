using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Seats;

/// <summary>How many votes are worth a seat. Below, v is the votes of all parties that take part and n the seats.</summary>
public enum SeatQuota
{
    /// <summary>v / n, exact: Hare, Hamilton.</summary>
    [JsonStringEnumMemberName("hare")]
    Hare,

    /// <summary>The whole part of v / (n + 1), plus 1: Droop.</summary>
    [JsonStringEnumMemberName("droop")]
    Droop,

    /// <summary>v / (n + 1), exact: Hagenbach-Bischoff. When all remainders are zero, full quotas are one more than the seats.</summary>
    [JsonStringEnumMemberName("hagenbach-bischoff")]
    HagenbachBischoff,

    /// <summary>v / (n + 2), exact: Imperiali. Full quotas may be more than the seats.</summary>
    [JsonStringEnumMemberName("imperiali")]
    Imperiali,
}
