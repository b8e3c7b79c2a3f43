using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Allocation;

/// <summary>What is done with money that Equal Shares leaves.</summary>
public enum Completion
{
    /// <summary>Nothing.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Projects are funded by total utility per cost, the highest first, skipping what does not fit; with cost utilities, by votes.</summary>
    [JsonStringEnumMemberName("utilitarian")]
    Utilitarian,

    /// <summary>
    /// Sequential Phragmén (see <see cref="Phragmen"/>) goes on where Equal Shares ends: what voters have left is what they have earned so far.
    /// It stops at the first project that does not fit.
    /// </summary>
    [JsonStringEnumMemberName("phragmen")]
    Phragmen,
}
