using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Results;

/// <summary>In which order areas are counted: what an earlier area funds may exclude projects of a later one, and what it leaves may go there.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CountOrder>))]
public enum CountOrder
{
    /// <summary>As the official ballot lists them.</summary>
    [JsonStringEnumMemberName("listed")]
    Listed,

    /// <summary>The area with the smallest budget first: districts before the whole city. Equal budgets as listed; areas without a budget at the end.</summary>
    [JsonStringEnumMemberName("smallest-budget-first")]
    SmallestBudgetFirst,

    /// <summary>The area with the largest budget first. Equal budgets as listed; areas without a budget at the end.</summary>
    [JsonStringEnumMemberName("largest-budget-first")]
    LargestBudgetFirst,
}
