using System.Text.Json.Serialization;

namespace CivicTech.Time;

/// <summary>What a local time means on a day when the clocks show it twice (02:30 when they go from 03:00 back to 02:00).</summary>
public enum DoubledHour
{
    /// <summary>The first time. So do RFC 5545 (calendars) and most software.</summary>
    [JsonStringEnumMemberName("earlier")]
    Earlier,

    /// <summary>The second time.</summary>
    [JsonStringEnumMemberName("later")]
    Later,

    /// <summary>Nothing: such a time is an error.</summary>
    [JsonStringEnumMemberName("refuse")]
    Refuse,
}
