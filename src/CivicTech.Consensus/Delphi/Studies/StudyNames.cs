using System.Globalization;
using CivicTech.Processes;

namespace CivicTech.Consensus.Delphi.Studies;

/// <summary>What ids may be, and how documents are named by them.</summary>
internal static class StudyNames
{
    internal const int MaxLength = 100;

    internal static bool IsId(string? id) => ProcessName.IsPart(id, MaxLength);

    internal static bool IsReference(string? text) => ProcessName.IsValid(text, ProcessName.LongestId);

    internal static string OfRound(int round) => round.ToString(CultureInfo.InvariantCulture);

    internal static string OfSheet(int round, string expert) => $"{OfRound(round)}/{expert}";
}
