using System.Globalization;
using CivicTech.Consensus.Delphi.Answers;
using static CivicTech.Consensus.Delphi.Answers.QuantileRule;

namespace CivicTech.Tests.Consensus.Delphi.Answers;

public sealed class RangeDecisionsTests
{
    [Fact]
    public void InterquartileRange_AtMostOne_DependsOnTheRule()
    {
        var table = new StringWriter { NewLine = "\n" };
        table.WriteLine("| people | ways to answer | range ≤ 1 by type 2 | by type 6 | by type 7 | by hinges | 2, 6 and 7 disagree |");
        table.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var people in new[] { 8, 9, 10, 11, 12, 15, 20 })
        {
            var ways = Multisets.Of(RatingScale.Of(1, 5), people).ToArray();
            string Share(Predicate<AnswerCounts> holds) => (100.0 * ways.Count(way => holds(way)) / ways.Length).ToString("0.0", CultureInfo.InvariantCulture) + " %";
            table.WriteLine(string.Join(
                " | ",
                [
                    $"| {people}",
                    ways.Length.ToString("N0", CultureInfo.InvariantCulture),
                    .. new[] { AveragedInvertedDistribution, Weibull, Linear, TukeyHinges }.Select(rule => Share(way => IsSmall(way, rule))),
                    Share(way => new[] { AveragedInvertedDistribution, Weibull, Linear }.Select(rule => IsSmall(way, rule)).Distinct().Count() > 1),
                ]) + " |");
        }

        Golden.Verify(table.ToString());
        DocPages.AssertShows("docs/delphi-criteria.md", "RangeDecisionsTests.InterquartileRange_AtMostOne_DependsOnTheRule");
    }

    private static bool IsSmall(AnswerCounts answers, QuantileRule rule) => answers.InterquartileRange(rule).Exact <= 1;
}
