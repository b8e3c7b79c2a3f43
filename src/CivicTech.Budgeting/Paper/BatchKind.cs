using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Paper;

/// <summary>Whose the cards of a batch are.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BatchKind>))]
public enum BatchKind
{
    /// <summary>Each card says who votes.</summary>
    [JsonStringEnumMemberName("identified")]
    Identified,

    /// <summary>Cards from an urn: voters were ticked off in the register when they came, and the cards are nobody's.</summary>
    [JsonStringEnumMemberName("anonymous")]
    Anonymous,
}
