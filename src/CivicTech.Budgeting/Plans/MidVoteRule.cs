using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Plans;

/// <summary>What becomes of votes when a project leaves the ballot, or a price or budget changes, after the ballot was frozen.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MidVoteRule>))]
public enum MidVoteRule
{
    /// <summary>Nothing may change: the change is refused.</summary>
    [JsonStringEnumMemberName("refuse")]
    Refuse,

    /// <summary>The lines concerned are taken off the ballots; whoever had given them is told and may vote again.</summary>
    [JsonStringEnumMemberName("release")]
    Release,

    /// <summary>All ballots of the areas concerned are void, and everybody is told to vote again.</summary>
    [JsonStringEnumMemberName("restart")]
    Restart,
}
