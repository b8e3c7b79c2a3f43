using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json;
using System.Text;
using CivicTech.Reports;

namespace CivicTech.Budgeting.Allocation;

/// <summary>An allocation as a report for people.</summary>
internal static class AllocationText
{
    private const int ListedOutcomes = 20;

    internal static string Write(Allocation allocation)
    {
        var text = new StringBuilder();
        Summary(text, allocation);
        Funded(text, allocation);
        var unfunded = allocation.Projects.Where(result => !result.Fate.IsFunded).ToLookup(result => result.Fate is Fate.Open);
        Unfunded(text, "Open", unfunded[true]);
        if (allocation.Status == AllocationStatus.SeveralOutcomes)
        {
            Outcomes(text, allocation);
            Unfunded(text, "Not funded in any outcome; rounds and amounts are those of the first", unfunded[false]);
        }
        else
        {
            Unfunded(text, "Not funded", unfunded[false]);
        }

        HowClose(text, allocation);
        Sentences(text, "Notes", allocation.Notes);
        Sentences(text, "Ties", allocation.Ties);
        Sentences(text, "Rounds", allocation.Trace);
        Line(text, $"\nReceipt   {allocation.Receipt}");
        return text.ToString();
    }

    private static void Summary(StringBuilder text, Allocation allocation)
    {
        var profile = allocation.Election.Profile;
        Line(text, $"Rule      {allocation.RuleId}");
        Line(text, $"Options   {string.Join("; ", Options("", allocation.Options))}");
        Line(text, $"Voters    {TextTable.Grouped(profile.Voters)} ({TextTable.Grouped(profile.DistinctBallots)} distinct ballots)");
        Line(text, $"Budget    {TextTable.Grouped(allocation.Election.BudgetLimit)}");
        Line(text, $"Funded    {allocation.Funded.Length} of {allocation.Projects.Length} projects for {TextTable.Grouped(allocation.Cost)}");
        if (allocation.Unspent < 0)
        {
            Line(text, $"Missing   {TextTable.Grouped(-allocation.Unspent)}, to come from elsewhere");
        }
        else
        {
            Line(text, $"Unspent   {TextTable.Grouped(allocation.Unspent)}");
        }

        if (allocation.Status == AllocationStatus.OpenTie)
        {
            Line(text, $"Open      a tie that matters is not broken; what stands above was funded before it");
        }
        else if (allocation.Status == AllocationStatus.SeveralOutcomes)
        {
            Line(text, $"Open      ties lead to {(allocation.IsComplete ? "" : "more than ")}{allocation.Outcomes.Length} outcomes; funded above is what they share");
        }
    }

    private static void Funded(StringBuilder text, Allocation allocation)
    {
        var table = new TextTable("#", "project", "votes", "points", "cost", "left", "", "name");
        var left = allocation.Election.BudgetLimit;
        for (var i = 0; i < allocation.Funded.Length; i++)
        {
            var result = allocation[allocation.Funded[i].Id];
            left -= result.Project.Cost;
            table.Add(
                (i + 1).ToString(CultureInfo.InvariantCulture),
                result.Project.Id,
                TextTable.Grouped(result.Votes),
                Points(result),
                TextTable.Grouped(result.Project.Cost),
                TextTable.Grouped(left),
                result.Fate is Fate.Funded ? "" : result.Fate.ToString()!,
                result.Project.Name);
        }

        table.Write(text, allocation.Status == AllocationStatus.SeveralOutcomes ? "Funded in every outcome" : "Funded, in this order");
    }

    private static void Unfunded(StringBuilder text, string title, IEnumerable<ProjectResult> results)
    {
        var table = new TextTable("project", "votes", "points", "cost", "why", "name");
        var ordered = results
            .OrderBy(result => RoundOf(result.Fate))
            .ThenByDescending(result => result.Points ?? result.Votes)
            .ThenByDescending(result => result.Votes);
        foreach (var result in ordered)
        {
            table.Add(result.Project.Id, TextTable.Grouped(result.Votes), Points(result), TextTable.Grouped(result.Project.Cost), result.Fate.ToString()!, result.Project.Name);
        }

        table.Write(text, title);
    }

    private static void HowClose(StringBuilder text, Allocation allocation)
    {
        var table = new TextTable("project", "affordable until round", "lacked then", "lacks at the end");
        foreach (var result in allocation.Projects.Where(result => result.Support is not null).OrderByDescending(result => result.Support!.LastAffordableRound).ThenBy(result => result.Support!.MissingThen))
        {
            var support = result.Support!;
            table.Add(
                result.Project.Id,
                support.LastAffordableRound == 0 ? "never" : support.LastAffordableRound.ToString(CultureInfo.InvariantCulture),
                ShortAmount.Of(support.MissingThen),
                ShortAmount.Of(support.MissingAtEnd));
        }

        table.Write(text, "Money of the supporters of projects that are not funded");
    }

    // What each outcome funds besides what all of them fund.
    private static void Outcomes(StringBuilder text, Allocation allocation)
    {
        var table = new TextTable("#", "cost", "funds besides");
        for (var i = 0; i < Math.Min(allocation.Outcomes.Length, ListedOutcomes); i++)
        {
            var besides = allocation.Outcomes[i].Funded.Except(allocation.Funded).Select(project => project.Id);
            table.Add((i + 1).ToString(CultureInfo.InvariantCulture), TextTable.Grouped(allocation.Outcomes[i].Cost), string.Join(", ", besides));
        }

        table.Write(text, allocation.Outcomes.Length > ListedOutcomes ? $"The first {ListedOutcomes} of {allocation.Outcomes.Length} outcomes" : "Outcomes");
    }

    private static void Sentences<T>(StringBuilder text, string title, IReadOnlyCollection<T> sentences)
    {
        if (sentences.Count > 0)
        {
            Line(text, $"\n{title}");
            foreach (var sentence in sentences)
            {
                Line(text, $"  {sentence}");
            }
        }
    }

    // What is set, as path and value; what is not set says nothing.
    private static IEnumerable<string> Options(string path, JsonNode? value) => value switch
    {
        null or JsonArray { Count: 0 } => [],
        JsonObject members => members.Where(member => !SaysNothing(member, members)).SelectMany(member => Options(path.Length == 0 ? member.Key : $"{path}.{member.Key}", member.Value)),
        JsonArray items when items.All(item => item is JsonValue) => [$"{path} {string.Join(", ", items)}"],
        JsonArray items => items.SelectMany((item, i) => Options(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), item)),
        // An option of Add1 has no value that goes without saying.
        _ when value.GetValueKind() == JsonValueKind.False => path.StartsWith("addOne.", StringComparison.Ordinal) ? [$"{path} no"] : [],
        _ when value.GetValueKind() == JsonValueKind.True => [$"{path} yes"],
        _ => [$"{path} {value}"],
    };

    // The utility of a rule that does not divide it by the cost.
    private static bool SaysNothing(KeyValuePair<string, JsonNode?> member, JsonObject members) =>
        member.Key == "utility" && members["order"]?.GetValue<string>() is "votes" or "points";

    // Those that the rule never came to stand behind.
    private static int RoundOf(Fate fate) => fate switch
    {
        Fate.DidNotFit misfit => misfit.Round,
        Fate.GroupBudgetUsedUp full => full.Round,
        Fate.Excluded excluded => excluded.Round,
        _ => int.MaxValue,
    };

    private static string Points(ProjectResult result) => result.Points is { } points ? TextTable.Grouped(points) : "";

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
