using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Proposals;

/// <summary>Which feasible proposals come to the vote.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ShortlistKind>))]
public enum ShortlistKind
{
    /// <summary>All.</summary>
    [JsonStringEnumMemberName("all-feasible")]
    AllFeasible,

    /// <summary>Those with enough supports.</summary>
    [JsonStringEnumMemberName("threshold")]
    Threshold,

    /// <summary>Those with the most supports in each area.</summary>
    [JsonStringEnumMemberName("top-of-area")]
    TopOfArea,

    /// <summary>Those with the most supports in each theme.</summary>
    [JsonStringEnumMemberName("top-of-theme")]
    TopOfTheme,

    /// <summary>Those that a jury or assembly names, with a reason.</summary>
    [JsonStringEnumMemberName("by-hand")]
    ByHand,
}
