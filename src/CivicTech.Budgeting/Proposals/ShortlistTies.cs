using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Proposals;

/// <summary>What becomes of proposals with equally many supports when not all of them have room.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ShortlistTies>))]
public enum ShortlistTies
{
    /// <summary>All of them come to the vote, beyond the number.</summary>
    [JsonStringEnumMemberName("all-in")]
    AllIn,

    /// <summary>Those that were handed in first.</summary>
    [JsonStringEnumMemberName("by-number")]
    ByNumber,
}
