using System.Globalization;
using CivicTech.Processes;

namespace CivicTech.Budgeting.Cycles;

/// <summary>What ids of cycles, areas, proposals and people may be: they are parts of the names of documents.</summary>
internal static class CycleId
{
    internal const int MaxLength = 100;

    internal static string MaxLengthText { get; } = MaxLength.ToString(CultureInfo.InvariantCulture);

    internal static bool IsValid(string? id) => ProcessName.IsPart(id, MaxLength);
}
