using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>When an instant runoff ends. It never changes the winner, but what is reported.</summary>
public enum RunoffEnd
{
    /// <summary>As soon as somebody has a majority of the votes that count.</summary>
    [JsonStringEnumMemberName("majority")]
    Majority,

    /// <summary>In the first round if somebody has a majority there; otherwise when two are left. (Maine, Alaska.)</summary>
    [JsonStringEnumMemberName("first-round-or-two-left")]
    FirstRoundOrTwoLeft,

    /// <summary>When two are left, even if somebody has a majority before.</summary>
    [JsonStringEnumMemberName("two-left")]
    TwoLeft,
}
