using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Allocation;

/// <summary>The loads that voters begin with.</summary>
public enum InitialLoads
{
    /// <summary>All voters begin without a load.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Each voter begins with the load of its group (<see cref="Elections.VoterGroup.InitialLoad"/>).</summary>
    [JsonStringEnumMemberName("given")]
    Given,
}
