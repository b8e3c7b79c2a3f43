using System.Text.Json.Serialization;

namespace CivicTech.Amounts;

/// <summary>How an exact amount becomes whole minor units. Every rule treats a negative amount as the mirror of the positive one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MoneyRounding>))]
public enum MoneyRounding
{
    /// <summary>To the nearest; a half goes away from zero: 0.5 to 1, 1.5 to 2, -0.5 to -1.</summary>
    [JsonStringEnumMemberName("half-up")]
    HalfUp,

    /// <summary>To the nearest; a half goes to the even neighbour: 0.5 to 0, 1.5 to 2, -0.5 to 0.</summary>
    [JsonStringEnumMemberName("half-even")]
    HalfEven,

    /// <summary>Away from zero: 0.1 to 1, -0.1 to -1.</summary>
    [JsonStringEnumMemberName("up")]
    Up,

    /// <summary>Towards zero: 0.9 to 0, -0.9 to 0.</summary>
    [JsonStringEnumMemberName("down")]
    Down,
}
