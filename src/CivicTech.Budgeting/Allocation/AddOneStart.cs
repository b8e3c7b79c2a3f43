using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Allocation;

/// <summary>What voters have in the first run of <see cref="AddOne"/>.</summary>
public enum AddOneStart
{
    /// <summary>Their endowment: for equal ones the budget over the number of voters, a fraction.</summary>
    [JsonStringEnumMemberName("fractional")]
    Fractional,

    /// <summary>Their endowment rounded down to a whole number.</summary>
    [JsonStringEnumMemberName("integral")]
    Integral,

    /// <summary>Their endowment in the first run; the steps after it are counted from the endowment rounded down.</summary>
    [JsonStringEnumMemberName("fractional-then-integral")]
    FractionalThenIntegral,
}
