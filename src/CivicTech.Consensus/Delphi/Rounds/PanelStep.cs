using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Delphi.Rounds;

/// <summary>Whether a panel goes on, and why not.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PanelStep>))]
public enum PanelStep
{
    /// <summary>It is asked again.</summary>
    [JsonStringEnumMemberName("goes-on")]
    GoesOn,

    /// <summary>It has reached what the protocol asks for.</summary>
    [JsonStringEnumMemberName("reached")]
    Reached,

    /// <summary>It has reached that, and goes on because other panels have not.</summary>
    [JsonStringEnumMemberName("waits-for-others")]
    WaitsForOthers,

    /// <summary>None of its items is asked any more.</summary>
    [JsonStringEnumMemberName("no-items-left")]
    NoItemsLeft,

    /// <summary>It was the last round that the protocol allows.</summary>
    [JsonStringEnumMemberName("last-round")]
    LastRound,
}
