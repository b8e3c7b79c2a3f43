using CivicTech.Consensus.Concordance;

namespace Agreement.Reporting;

/// <summary>W and the mean correlation with their intervals.</summary>
internal static class AgreementSection
{
    private const string Title = "How much do they agree on the order of the items?";

    internal static string Of(Analysis analysis)
    {
        var result = analysis.Result;
        if (!result.W.IsDefined)
        {
            return $"{Title}\n  Kendall's W is {result.W}\n";
        }

        var table = new TextTable();
        var hasTies = result.TieSum.Value > 0;
        table.Add(
            "Kendall's W",
            Figures.Of(result.W),
            $"0: no common order; 1: all rank alike; raters who rank at random reach {Chance(result)} on average");
        table.Add("  in words", analysis.Label!, $"a convention of {Analysis.Words.Source}, to be read beside the value: neither a test nor a rule");
        if (Figures.Fraction(result.W.Exact) is { } fraction)
        {
            var ties = hasTies ? "exact, and corrected for ties: several items with the same rating" : "exact; nobody gave two items the same rating";
            table.Add("  as a fraction", fraction, ties);
        }

        if (hasTies)
        {
            table.Add("  uncorrected", Figures.Of(result.UncorrectedW), "as if there were no ties; some programs print this");
        }

        Add(
            table,
            "Mean correlation",
            result.MeanSpearman,
            "Spearman's rank correlation of two raters, over all pairs, from -1 to 1; comparable between panels of any size",
            analysis);
        Add(
            table,
            "W from it",
            result.WFromMeanSpearman,
            $"the same on the scale of W{Difference(analysis, hasTies)}",
            analysis);
        return $"{Title}\n{table}";
    }

    private static string Chance(ConcordanceResult result)
    {
        var raters = result.EffectiveRaters;
        var share = Figures.Of(1 / raters.ToDouble());
        return raters.IsInteger ? $"1/{raters} = {share}" : $"about {share}";
    }

    private static string Difference(Analysis analysis, bool hasTies) =>
        analysis.Request.Options.ConstantRaters is ConstantRaters.Count && analysis.Result.ConstantRaterCount > 0
            ? "; who gave the same rating to every item has no part in it"
            : hasTies ? "; ties make it differ a little from W" : "";

    private static void Add(TextTable table, string name, JackknifeEstimate estimate, string meaning, Analysis analysis)
    {
        if (!estimate.Value.IsDefined)
        {
            table.Add(name, "none", estimate.Value.ToString());
            return;
        }

        var level = $"  {Figures.Level(analysis.Request.Options.ConfidenceLevel)} interval";
        table.Add(name, Figures.Of(estimate.Value), meaning);
        if (estimate.Interval is { } interval)
        {
            table.Add(level, Figures.Range(interval), "of all the people whom these raters stand for (jackknife)");
        }
        else
        {
            table.Add(level, "none", Intervals.WhyNone(estimate));
        }
    }
}
