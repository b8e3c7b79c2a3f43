using CivicTech.Consensus.Concordance;

namespace Agreement.Reporting;

/// <summary>Who was read, who was set aside and why, and who is left.</summary>
internal static class PanelSection
{
    internal static string Of(Analysis analysis)
    {
        var (file, result) = (analysis.File, analysis.Result);
        var table = new TextTable();
        var (raters, items) = (file.Ratings.Raters.Count, file.Ratings.Items.Count);
        table.Add("Read", $"{Figures.Count(raters, "rater")}, {Figures.Count(items, "item")}{Gaps(file.Gaps, (long)raters * items)}");
        foreach (var note in file.Notes)
        {
            table.Add("Note", note);
        }

        foreach (var (names, reason) in SetAside(analysis.Request.Options, result))
        {
            table.Add("Set aside", $"{Names.Listed(names)}: {reason}");
        }

        if (result.ConstantRaterCount > 0 && !IsLeftOut(analysis.Request.Options, result))
        {
            table.Add("Counted", $"{Names.Listed(result.ConstantRaters)}: the same rating for every item, which lowers W");
        }

        table.Add("Analysed", $"{Figures.Count(result.Raters.Count, "rater")}, {Figures.Count(result.Items.Count, "item")}{Weights(result)}");
        return $"{file.Source}\n{table}";
    }

    private static string Gaps(long gaps, long all) => gaps == 0 ? "" : $"; {Figures.Count(gaps)} of {Figures.Count(all)} ratings are missing";

    private static string Weights(ConcordanceResult result) => result.RaterCount == result.Raters.Count
        ? ""
        : $"; with their weights they count as {Figures.Count(result.RaterCount)}, "
            + $"and tell as much as {Figures.Short(result.EffectiveRaters.ToDouble())} who weigh the same";

    private static IEnumerable<(IReadOnlyList<string> Names, string Reason)> SetAside(ConcordanceOptions options, ConcordanceResult result)
    {
        var keepsGaps = options.Missing is MissingRatings.IncompleteBlocks;
        if (result.DroppedRaterCount > 0)
        {
            yield return (result.DroppedRaters, keepsGaps ? "rated fewer than two items" : "did not rate every item");
        }

        if (result.DroppedItems.Count > 0)
        {
            yield return (result.DroppedItems, keepsGaps ? "nobody rated this" : "not rated by everyone");
        }

        if (result.ConstantRaterCount > 0 && IsLeftOut(options, result))
        {
            yield return (result.ConstantRaters, "the same rating for every item, which says nothing about their order");
        }
    }

    private static bool IsLeftOut(ConcordanceOptions options, ConcordanceResult result) =>
        options.ConstantRaters is ConstantRaters.Exclude || result.Incomplete is not null;
}
