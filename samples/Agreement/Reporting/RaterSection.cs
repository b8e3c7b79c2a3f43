using CivicTech.Consensus.Concordance;

namespace Agreement.Reporting;

/// <summary>Each rater against the others.</summary>
internal static class RaterSection
{
    /// <summary>Longer tables are cut in the middle: those at the ends are the ones to look at.</summary>
    private const int Shown = 60;

    internal static string? Of(Analysis analysis)
    {
        if (analysis.Contributions is not { } contributions)
        {
            return "Raters\n  How each stands to the others is measured on complete ratings: choose --missing listwise-items or listwise-raters.\n";
        }

        if (contributions.Count < 2 || !analysis.Result.W.IsDefined)
        {
            return null;
        }

        var sorted = contributions.OrderByDescending(one => one.MeanSpearman.ValueOrNull ?? double.NegativeInfinity).ToArray();
        var table = new TextTable(0, 1, 2, 3);
        table.Add("correlation", "W without", "p", "adjusted p", "rater");
        foreach (var one in sorted.Length <= Shown ? sorted : sorted[..(Shown / 2)])
        {
            Add(table, one);
        }

        if (sorted.Length > Shown)
        {
            table.Add("", "", "", "", $"... {Figures.Count(sorted.Length - Shown)} in between; --json lists all");
            foreach (var one in sorted[^(Shown / 2)..])
            {
                Add(table, one);
            }
        }

        return $"""
            Raters, those who agree most with the others first
              correlation  Spearman's with each of the others, on average; below 0: stands against them
              W without    Kendall's W of the others; above {Figures.Of(analysis.Result.W)}: agreement would be larger without this rater
              p            how often a random order agrees with the others as much as this rater does ({Method(contributions)})
              adjusted p   the same, for having looked at {Figures.Count(contributions.Count)} raters at once (Holm 1979){Limit(contributions)}

            {table}
            """;
    }

    private static string Method(IReadOnlyList<RaterContribution> contributions) =>
        contributions.FirstOrDefault(one => one.Test.P.IsDefined)?.Test is not { } test ? "not tested"
        : test.Method is TestMethod.Exact ? "all orders were counted"
        : $"{Figures.Count(test.Permutations!.Value)} were drawn";

    // No p by permutations is below 1/(1 + permutations), and the smallest is multiplied by the raters.
    private static string Limit(IReadOnlyList<RaterContribution> contributions)
    {
        var tests = contributions.Select(one => one.Test).Where(test => test.P.IsDefined).ToArray();
        return tests.Length > 0 && tests[0].Permutations is { } drawn && (double)tests.Length / (drawn + 1) is > 0.01 and var smallest
            ? $";\n               so many raters need more --permutations: with {Figures.Count(drawn)} none can be below {Figures.P(Math.Min(1, smallest))}"
            : "";
    }

    private static void Add(TextTable table, RaterContribution one) => table.Add(
        Cell(one.MeanSpearman, Figures.Of), Cell(one.WWithout, Figures.Of), Cell(one.Test.P, Figures.P), Cell(one.AdjustedP, Figures.P), one.Rater);

    private static string Cell(Statistic statistic, Func<Statistic, string> format) => statistic.IsDefined ? format(statistic) : "none";
}
