using System.Globalization;
using System.Text;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Allocation;

/// <summary>An allocation as a report for people.</summary>
internal static class AllocationText
{
    internal static string Write(Allocation allocation)
    {
        var text = new StringBuilder();
        var profile = allocation.Election.Profile;
        Line(text, $"Rule      {allocation.RuleId}");
        Line(text, $"Voters    {Grouped(profile.Voters)} ({Grouped(profile.DistinctBallots)} distinct ballots)");
        Line(text, $"Budget    {Grouped(allocation.Election.BudgetLimit)}");
        Line(text, $"Funded    {allocation.Funded.Length} of {allocation.Projects.Length} projects for {Grouped(allocation.Cost)}");
        if (allocation.Unspent < 0)
        {
            Line(text, $"Missing   {Grouped(-allocation.Unspent)}, to come from elsewhere");
        }
        else
        {
            Line(text, $"Unspent   {Grouped(allocation.Unspent)}");
        }

        if (allocation.Status == AllocationStatus.OpenTie)
        {
            Line(text, $"Open      a tie that matters is not broken; what stands above was funded before it");
        }
        else if (allocation.Status == AllocationStatus.SeveralOutcomes)
        {
            Line(text, $"Open      ties lead to {(allocation.IsComplete ? "" : "more than ")}{allocation.Outcomes.Length} outcomes; funded above is what they share");
        }

        Section(text, "Funded, in order", allocation.Funded.Select(project => allocation[project.Id]));
        Section(text, "Not funded", allocation.Projects
            .Where(result => !result.Fate.IsFunded && !allocation.Funded.Contains(result.Project))
            .OrderByDescending(result => result.Points ?? result.Votes)
            .ThenByDescending(result => result.Votes));
        if (!allocation.Ties.IsEmpty)
        {
            text.Append("\nTies\n");
            foreach (var tie in allocation.Ties)
            {
                Line(text, $"  {tie}");
            }
        }

        if (!allocation.Trace.IsEmpty)
        {
            text.Append("\nTrace\n");
            foreach (var round in allocation.Trace)
            {
                Line(text, $"  {round}");
            }
        }

        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, IEnumerable<ProjectResult> results)
    {
        var rows = results.Select(result => new[]
        {
            result.Project.Id,
            Grouped(result.Project.Cost),
            Grouped(result.Votes),
            result.Points is { } points ? Grouped(points) : "",
            result.Fate.ToString()!,
            result.Project.Name,
        }).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        string[] header = ["project", "cost", "votes", rows.Exists(row => row[3].Length > 0) ? "points" : "", "", "name"];
        rows.Insert(0, header);
        var widths = Enumerable.Range(0, header.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        Line(text, $"\n{title}");
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => column is 1 or 2 or 3 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            Line(text, $"  {string.Join("  ", cells.Where((_, column) => widths[column] > 0)).TrimEnd()}");
        }
    }

    // The same whatever the culture of the host.
    private static string Grouped(Rational amount)
    {
        var plain = amount.ToString();
        var digits = plain.AsSpan(amount.Sign < 0 ? 1 : 0);
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        var whole = end < 0 ? digits : digits[..end];
        var grouped = new StringBuilder(amount.Sign < 0 ? "-" : "");
        for (var i = 0; i < whole.Length; i++)
        {
            grouped.Append(i > 0 && (whole.Length - i) % 3 == 0 ? "," : "").Append(whole[i]);
        }

        return grouped.Append(digits[whole.Length..]).ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
