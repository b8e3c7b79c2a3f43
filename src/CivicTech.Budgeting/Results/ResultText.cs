using System.Globalization;
using System.Text;
using CivicTech.Reports;

namespace CivicTech.Budgeting.Results;

/// <summary>A result as a report for people.</summary>
internal static class ResultText
{
    internal static string Write(CycleResult result)
    {
        var text = new StringBuilder();
        Line(text, $"Voters    {TextTable.Grouped(result.Box.Voters)}");
        Line(text, $"Ballot    edition {result.Edition}, {result.Ballot}");
        if (result.Lot is { } lot)
        {
            Line(text, $"Lots      by the public value '{lot.PublicValue}' and the secret committed to: seed {lot.Seed}");
        }

        Areas(text, result);
        foreach (var area in result.Areas)
        {
            Area(text, area);
        }

        Line(text, $"\nDigest    {result.Digest}");
        return text.ToString();
    }

    private static void Areas(StringBuilder text, CycleResult result)
    {
        var table = new TextTable("area", "voters", "budget", "carried in", "winners", "cost", "left", "what is left") { Figures = ["voters", "budget", "carried in", "winners", "cost", "left"] };
        foreach (var area in result.Areas)
        {
            table.Add(
                area.Area,
                TextTable.Grouped(area.Numbers.Counted),
                area.Budget is { } budget ? Amount(budget) : "",
                area.CarriedIn.IsZero ? "" : Amount(area.CarriedIn),
                TextTable.Grouped(area.Funded.Length),
                Amount(area.Cost),
                area.Beyond.IsPositive ? $"-{Amount(area.Beyond)}" : Amount(area.Unspent),
                area.Beyond.IsPositive ? "to come from elsewhere" : area.Unspent.IsZero ? "" : area.CarriedTo is { } target ? $"carried to {target}" : "returned");
        }

        table.Write(text, $"Areas, in the order of the count; amounts in {result.Areas.Select(area => area.Cost.Currency.Code).FirstOrDefault("-")}");
    }

    private static void Area(StringBuilder text, AreaResult area)
    {
        Line(text, $"\n{area.Area}, by {area.Rule}");
        if (area.Outcome == AreaOutcome.QuorumMissed)
        {
            Line(text, $"  No winners: {area.Numbers.Counted} took part, and at least {area.Quorum} were needed.");
        }
        else if (area.Outcome == AreaOutcome.OpenTie)
        {
            Line(text, $"  Open: a tie that matters is not broken.");
        }

        var byId = area.Projects.ToDictionary(project => project.Project, StringComparer.Ordinal);
        var winners = new TextTable("#", "project", "votes", "points", "cost");
        for (var i = 0; i < area.Funded.Length; i++)
        {
            var project = byId[area.Funded[i]];
            winners.Add((i + 1).ToString(CultureInfo.InvariantCulture), project.Project, TextTable.Grouped(project.Votes), Points(project), Amount(project.Cost));
        }

        winners.Write(text, "  Winners");
        var others = new TextTable("project", "votes", "points", "cost", "why") { WidestText = 200 };
        foreach (var project in area.Projects.Where(project => !project.IsFunded).OrderByDescending(project => project.Votes))
        {
            others.Add(project.Project, TextTable.Grouped(project.Votes), Points(project), Amount(project.Cost), project.Why);
        }

        others.Write(text, "  Not funded");
        foreach (var tie in area.Ties.Where(tie => tie.Matters))
        {
            Line(text, $"  Tie: {string.Join(", ", tie.Tied)} fell as {string.Join(", ", tie.Order)}, by {string.Join(", then ", tie.BrokenBy)}.");
        }

        if (area.Compared is { } compared)
        {
            Line(text, $"  By {compared.Rule} it would have been: {(compared.Funded.IsEmpty ? "none" : string.Join(", ", compared.Funded))}, for {Amount(compared.Cost)}.");
        }
    }

    private static string Amount(Money amount) => TextTable.Grouped(MajorUnits.Of(amount));

    private static string Points(ProjectOutcome project) => project.Points is { } points ? TextTable.Grouped(points) : "";

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
