using System.Text.Json.Serialization;

namespace CivicTech.Time;

/// <summary>What a local time means on a day when the clocks jump over it (02:30 when they go from 02:00 to 03:00).</summary>
public enum SkippedHour
{
    /// <summary>Later by what was skipped: 02:30 is 03:30. So do RFC 5545 (calendars) and most software.</summary>
    [JsonStringEnumMemberName("forward")]
    Forward,

    /// <summary>The first moment after the jump: 02:30 is 03:00.</summary>
    [JsonStringEnumMemberName("end-of-gap")]
    EndOfGap,

    /// <summary>Nothing: such a time is an error.</summary>
    [JsonStringEnumMemberName("refuse")]
    Refuse,
}
