using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Allocation;

/// <summary>What voters start with in a rule that gives them money.</summary>
public enum Endowments
{
    /// <summary>Each the same: the budget limit over the number of voters.</summary>
    [JsonStringEnumMemberName("equal")]
    Equal,

    /// <summary>What the voter groups of the election say: <see cref="Elections.VoterGroup.Endowment"/>.</summary>
    [JsonStringEnumMemberName("given")]
    Given,
}
