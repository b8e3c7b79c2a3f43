using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Calendars;

/// <summary>How the stages that hold for an area may lie to each other.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StageLayout>))]
public enum StageLayout
{
    /// <summary>They may overlap, and leave time between them: a city may vote while proposals are still being worked on elsewhere.</summary>
    [JsonStringEnumMemberName("free")]
    Free,

    /// <summary>At most one is open at any time.</summary>
    [JsonStringEnumMemberName("no-overlaps")]
    NoOverlaps,

    /// <summary>From the first start to the last end at least one is open; times of waiting are stages of their own.</summary>
    [JsonStringEnumMemberName("no-gaps")]
    NoGaps,

    /// <summary>Each begins when the one before it ends.</summary>
    [JsonStringEnumMemberName("contiguous")]
    Contiguous,
}
