using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Allocation;

/// <summary>What happens when the money left does not cover the next project.</summary>
public enum Misfit
{
    /// <summary>It is skipped; cheaper projects behind it may still be funded.</summary>
    [JsonStringEnumMemberName("skip")]
    Skip,

    /// <summary>The rule stops there.</summary>
    [JsonStringEnumMemberName("stop")]
    Stop,
}
