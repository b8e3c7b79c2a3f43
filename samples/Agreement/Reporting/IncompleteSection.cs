using CivicTech.Consensus.Concordance;

namespace Agreement.Reporting;

/// <summary>What can be said when raters rated different items.</summary>
internal static class IncompleteSection
{
    internal static string Of(IncompleteConcordance incomplete)
    {
        var table = new TextTable();
        Add(
            table,
            "Mean correlation",
            incomplete.MeanSpearman,
            "Spearman's rank correlation of two raters with three or more items in common, from -1 to 1; more in common counts more");
        Add(table, "Generalized W", incomplete.GeneralizedW, "the same on the scale of W, for as many raters as an item has on average");
        var groups = incomplete.Components > 1
            ? $"  The items fall into {incomplete.Components} groups that no rater connects: nobody said how one group stands to another.\n"
            : "";
        return $"""
            How much do they agree on the order of the items?
              All ratings that there are were kept. Kendall's W is not defined where some are missing; this is something else.
            {table}{groups}
            """;
    }

    private static void Add(TextTable table, string name, Statistic statistic, string meaning)
    {
        if (statistic.IsDefined)
        {
            table.Add(name, Figures.Of(statistic), meaning);
        }
        else
        {
            table.Add(name, "none", statistic.ToString());
        }
    }
}
