using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Allocation;

/// <summary>What counts when a step of <see cref="AddOne"/> would go beyond the budget limit.</summary>
public enum Overshoot
{
    /// <summary>The outcome of the step before.</summary>
    [JsonStringEnumMemberName("step-before")]
    StepBefore,

    /// <summary>Its own rounds up to the first project that does not fit. With equal costs this spends the whole budget.</summary>
    [JsonStringEnumMemberName("rounds-that-fit")]
    RoundsThatFit,
}
