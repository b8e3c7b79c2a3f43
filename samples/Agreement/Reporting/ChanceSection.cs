using CivicTech.Consensus.Concordance;

namespace Agreement.Reporting;

/// <summary>The test, how it was chosen, and what other programs would print.</summary>
internal static class ChanceSection
{
    internal static string? Of(Analysis analysis)
    {
        var (result, test) = (analysis.Result, analysis.Result.Test);
        if (!test.P.IsDefined)
        {
            return test.Statistic.IsDefined || result.W.IsDefined ? $"Is that more than chance?\n  No test: p is {test.P}\n" : null;
        }

        var fraction = test.Method is TestMethod.Exact && Figures.Fraction(test.P.Exact) is { } exact ? $" ({exact})" : "";
        return $"""
            Is that more than chance?
              p = {Figures.P(test.P)}{fraction}: how often raters who rank at random agree as much as these, or more.
              {Method(analysis, test)}

            {Approximations(result)}
            """;
    }

    private static string Method(Analysis analysis, SignificanceTest test) => test.Method switch
    {
        TestMethod.Exact => "Exact: all the ways in which they can rank, with the ties that they have, were counted.",
        TestMethod.Permutation => Permutations(analysis, test),
        TestMethod.ChiSquare => "By the chi-square approximation, since permutations are turned off; it is rough for a small panel.",
        _ => "By the F approximation of Kendall and Babington Smith, since counting all the ways to rank takes too much work here and "
            + $"permutations {(analysis.Request.Options.Permutations == 0 ? "are turned off" : "do too")}.",
    };

    private static string Permutations(Analysis analysis, SignificanceTest test)
    {
        var isComplete = analysis.Result.Incomplete is null;
        var why = isComplete ? ", since counting all the ways to rank takes too much work here" : " of what each of them rated";
        var drawn = $"By random permutations{why}: {Figures.Count(test.Permutations!.Value)} were drawn (seed {analysis.Request.Options.Seed})";
        var range = test.MonteCarloInterval!;
        var level = Figures.Level(range.Level);
        return range.Lower > 0
            ? $"{drawn}.\n  With {level} confidence the exact p is between {Figures.P(range.Lower)} and {Figures.P(range.Upper)}."
            : $"{drawn},\n  none of them as extreme: a smaller p they cannot show. With {level} confidence the exact p is below {Figures.P(range.Upper)}.";
    }

    private static string Approximations(ConcordanceResult result)
    {
        var table = new TextTable(1, 2);
        table.Add("", "statistic", "p", "degrees of freedom");
        if (result.Incomplete is { } incomplete)
        {
            Add(table, "chi-square (Durbin, Skillings and Mack)", incomplete.ChiSquare);
            return $"For comparison, the approximation that other programs print; it is rough for a small panel\n{table}";
        }

        Add(table, "F (Kendall and Babington Smith 1939)", result.F);
        Add(table, "F with their continuity correction", result.FWithContinuity);
        Add(table, "F (Iman and Davenport 1980)", result.ImanDavenport);
        Add(table, "chi-square (Friedman 1937)", result.ChiSquare);
        return $"For comparison, approximations that other programs print; chi-square is too cautious for a small panel\n{table}";
    }

    private static void Add(TextTable table, string name, SignificanceTest test)
    {
        if (!test.P.IsDefined)
        {
            table.Add(name, "none", "none", test.P.ToString());
            return;
        }

        var denominator = test.DenominatorDegreesOfFreedom is { } second ? $" and {Figures.Degrees(second)}" : "";
        table.Add(name, Figures.Short(test.Statistic.Value), Figures.P(test.P), Figures.Degrees(test.DegreesOfFreedom!.Value) + denominator);
    }
}
