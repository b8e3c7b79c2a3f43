using CivicTech.Consensus.Concordance;

namespace Agreement.Reporting;

/// <summary>How agreement changed to a later round.</summary>
internal static class ChangeSection
{
    internal static string? Of(Analysis analysis)
    {
        if (analysis.Change is not { } change)
        {
            return null;
        }

        var panel = new TextTable();
        panel.Add("Compared", $"{Figures.Count(change.Raters.Count, "rater")} and {Figures.Count(change.Items.Count, "item")} that are in both files");
        foreach (var (title, names, reason) in Others(change, analysis.Request.Options.ConstantRaters).Where(other => other.Names.Count > 0))
        {
            panel.Add(title, $"{Names.Listed(names)}: {reason}");
        }

        var figures = new TextTable(1, 2, 3);
        figures.Add("", "before", "after", "change");
        Add(figures, "Kendall's W", change.WBefore, change.WAfter, change.Change);
        Add(figures, "Mean correlation", change.MeanSpearmanBefore, change.MeanSpearmanAfter, change.MeanSpearmanChange.Value);
        return $"How did agreement change from {analysis.File.Source} to {analysis.Later!.Source}?\n{panel}\n{figures}{Interval(change)}";
    }

    private static IEnumerable<(string Title, IReadOnlyList<string> Names, string Reason)> Others(ConcordanceChange change, ConstantRaters policy)
    {
        const string LeftOut = "Left out";
        yield return (LeftOut, change.RatersOnlyBefore, "rated in the earlier round only");
        yield return (LeftOut, change.RatersOnlyAfter, "rated in the later round only");
        yield return (LeftOut, change.ItemsOnlyBefore, "was there in the earlier round only");
        yield return (LeftOut, change.ItemsOnlyAfter, "was there in the later round only");
        yield return (LeftOut, [.. change.IncompleteRaters, .. change.IncompleteItems], "a rating is missing in a round");
        yield return (policy is ConstantRaters.Count ? "Counted" : LeftOut, change.ConstantRaters, "the same rating for every item in a round");
    }

    private static void Add(TextTable table, string name, Statistic before, Statistic after, Statistic change) => table.Add(
        name, Cell(before), Cell(after), change.IsDefined ? Figures.Signed(change.Value) : "none", change.IsDefined ? "" : change.ToString());

    private static string Cell(Statistic statistic) => statistic.IsDefined ? Figures.Of(statistic) : "none";

    private static string Interval(ConcordanceChange change)
    {
        var estimate = change.MeanSpearmanChange;
        if (estimate.Interval is not { } interval)
        {
            return estimate.Value.IsDefined ? $"  No interval of the change of the mean correlation: {Intervals.WhyNone(estimate)}.\n" : "";
        }

        var meaning = interval.Lower > 0 || interval.Upper < 0
            ? "leaves 0 out: the change is larger than who happens to be on the panel explains"
            : "holds 0: the change may be due to who happens to be on the panel";
        return $"""

              The {Figures.Level(interval.Level)} interval of the change of the mean correlation, {Figures.SignedRange(interval)} (paired jackknife),
              {meaning}.

            """;
    }
}
