using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Voting;

/// <summary>Which ballot counts when one voter votes in one area online and on paper.</summary>
/// <remarks>Of two paper ballots of one voter the first that is entered counts, except with <see cref="LastCounts"/>.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<ChannelPrecedence>))]
public enum ChannelPrecedence
{
    /// <summary>The one that was cast, or handed in, first.</summary>
    [JsonStringEnumMemberName("first-counts")]
    FirstCounts,

    /// <summary>The one that was cast, or handed in, last.</summary>
    [JsonStringEnumMemberName("last-counts")]
    LastCounts,

    /// <summary>The one on paper.</summary>
    [JsonStringEnumMemberName("paper-wins")]
    PaperWins,

    /// <summary>The one online.</summary>
    [JsonStringEnumMemberName("online-wins")]
    OnlineWins,

    /// <summary>Neither.</summary>
    [JsonStringEnumMemberName("both-void")]
    BothVoid,
}
