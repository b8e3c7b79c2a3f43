using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Allocation;

/// <summary>Where votes and points come from.</summary>
public enum CountSource
{
    /// <summary>They are counted from the ballots.</summary>
    [JsonStringEnumMemberName("ballots")]
    Ballots,

    /// <summary>They are what the organiser states for each project: for elections whose ballots are not published, or only in part.</summary>
    [JsonStringEnumMemberName("declared")]
    Declared,
}
