using System.Globalization;
using CivicTech.Ballots;

namespace CivicTech.Tests.Consensus.Tallying.Scoring;

/// <summary>Ballots of marks, scores and grades as tests write them: <c>"3: 5 0 2"</c> is three ballots; <c>-</c> is a candidate not named.</summary>
internal static class Sheets
{
    internal static ApprovalProfile Marks(string candidates, params IEnumerable<string> lines)
    {
        var list = List(candidates);
        var builder = new ApprovalProfileBuilder(list);
        foreach (var (weight, cells) in lines.Select(Parse))
        {
            builder.Add([.. cells.Select(list.IndexOf).Order()], weight);
        }

        return builder.Build();
    }

    internal static CardinalProfile Scores(string candidates, params IEnumerable<string> lines)
    {
        var builder = new CardinalProfileBuilder(List(candidates));
        foreach (var (weight, cells) in lines.Select(Parse))
        {
            builder.Add(Named(cells), [.. cells.Where(cell => cell != "-").Select(Number)], weight);
        }

        return builder.Build();
    }

    /// <summary>Grades as numbers from 0, the lowest.</summary>
    internal static GradedProfile Grades(int grades, string candidates, params IEnumerable<string> lines)
    {
        var builder = new GradedProfileBuilder(List(candidates), Enumerable.Range(0, grades).Select(grade => $"g{grade}"));
        foreach (var (weight, cells) in lines.Select(Parse))
        {
            builder.Add(Named(cells), [.. cells.Where(cell => cell != "-").Select(Number)], weight);
        }

        return builder.Build();
    }

    /// <summary>Lines of scores from 0 to a highest one, some missing.</summary>
    internal static string[] RandomLines(SplitMix64 random, int candidates, int ballots, int maximum, bool complete = false) =>
    [
        .. Enumerable.Range(0, ballots).Select(_ => FormattableString.Invariant(
            $"{random.Between(1, 3)}: {string.Join(' ', Enumerable.Range(0, candidates).Select(_ => !complete && random.OneIn(6) ? "-" : random.Between(0, maximum).ToString(CultureInfo.InvariantCulture)))}")),
    ];

    internal static string Names(int candidates) => string.Join(' ', Enumerable.Range(0, candidates).Select(i => (char)('A' + i)));

    /// <summary>Each voter's scores, the missing ones zero.</summary>
    internal static List<long[]> Voters(IEnumerable<string> lines) =>
        [.. lines.Select(Parse).SelectMany(line => Enumerable.Repeat(line.Cells.Select(cell => cell == "-" ? 0 : Number(cell)).ToArray(), (int)line.Weight))];

    internal static string Text(IEnumerable<IEnumerable<int>> groups) =>
        string.Join(" > ", groups.Select(group => string.Join('=', group.Select(candidate => (char)('A' + candidate)))));

    private static CandidateList List(string candidates) => new(candidates.Split(' '));

    private static int[] Named(string[] cells) => [.. Enumerable.Range(0, cells.Length).Where(i => cells[i] != "-")];

    private static long Number(string cell) => long.Parse(cell, CultureInfo.InvariantCulture);

    private static (long Weight, string[] Cells) Parse(string line)
    {
        var parts = line.Split(':');
        return (parts.Length == 2 ? Number(parts[0]) : 1, parts[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
