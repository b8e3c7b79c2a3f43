using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Allocation;

/// <summary>What a funded project is worth to a voter who names it.</summary>
public enum Utility
{
    /// <summary>Its cost: a voter counts the money spent on projects they approve. Per cost, this is the number of votes.</summary>
    [JsonStringEnumMemberName("cost")]
    Cost,

    /// <summary>One: a voter counts the funded projects they approve.</summary>
    [JsonStringEnumMemberName("cardinality")]
    Cardinality,

    /// <summary>Its cost over the number of its supporters: what each would pay if all paid the same.</summary>
    [JsonStringEnumMemberName("effort")]
    Effort,

    /// <summary>The points it has on the ballot: see <see cref="Elections.Election.CountPoints"/>.</summary>
    [JsonStringEnumMemberName("points")]
    Points,

    /// <summary>How many projects the ballot ranks below it: see <see cref="Elections.Election.CountBorda"/>.</summary>
    [JsonStringEnumMemberName("borda")]
    Borda,
}
