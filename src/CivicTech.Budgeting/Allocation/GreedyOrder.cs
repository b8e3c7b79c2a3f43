using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Allocation;

/// <summary>What <see cref="Greedy"/> considers projects by, the highest first.</summary>
public enum GreedyOrder
{
    /// <summary>The number of voters who name the project.</summary>
    [JsonStringEnumMemberName("votes")]
    Votes,

    /// <summary>The points of the project (ballots with scores or rankings): see <see cref="Elections.Election.CountPoints"/>.</summary>
    [JsonStringEnumMemberName("points")]
    Points,

    /// <summary>The total utility of the project divided by its cost: see <see cref="Utility"/>.</summary>
    [JsonStringEnumMemberName("utility-per-cost")]
    UtilityPerCost,
}
