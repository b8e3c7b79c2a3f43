using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Allocation;

/// <summary>
/// Whether the outcome of Equal Shares is compared with that of funding by votes (<see cref="Greedy"/>), which is taken if more voters are
/// better off with it.
/// </summary>
public enum GreedyComparison
{
    /// <summary>It is not compared.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>A voter prefers the outcome that funds more of the projects they support. Most voters decide; if as many prefer either, Equal Shares stands.</summary>
    [JsonStringEnumMemberName("satisfaction")]
    Satisfaction,

    /// <summary>The outcome with fewer voters who support none of its projects is taken; if there are as many, Equal Shares stands.</summary>
    [JsonStringEnumMemberName("exclusion")]
    Exclusion,
}
