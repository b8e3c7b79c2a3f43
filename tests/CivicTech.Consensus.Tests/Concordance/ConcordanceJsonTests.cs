using System.Text.Json.Nodes;
using CivicTech.Consensus.Concordance;

namespace CivicTech.Tests.Consensus.Concordance;

public sealed class ConcordanceJsonTests
{
    private const double None = double.NaN;

    // Rank sums 4, 5 and 9 about 6: S = 4 + 1 + 9, W = 12 · 14 / (9 · 24). Of the 36 ways for the second and third rater 7 agree as much. The three
    // correlations are 1, 1/2, 1/2; without one rater 1, 1/2, 1/2, whose jackknife error is √(2/3 · (1/9 + 2/36)).
    [Fact]
    public void ToJson_SmallPanel_IsEveryFigure()
    {
        var json = Json(new KendallW().Measure(Ratings.Of(new double[,] { { 1, 2, 3 }, { 1, 2, 3 }, { 2, 1, 3 } })));

        Assert.Equal("3", Text(json["raters"]));
        Assert.Equal("3", Text(json["effectiveRaters"]));
        Assert.Equal(3, json["items"]!.GetValue<int>());
        Same("""{"exact": "7/9"}""", json["w"], 7.0 / 9);
        Same("""{"exact": "7/9"}""", json["uncorrectedW"], 7.0 / 9);
        Same("""{"exact": "14"}""", json["s"], 14);
        Same("""{"exact": "0"}""", json["tieSum"], 0);

        Assert.Equal(2.0 / 3, Number(json["meanSpearman"]!["value"]), 12);
        Assert.Equal(1.0 / 3, Number(json["meanSpearman"]!["standardError"]), 12);
        Assert.Equal("too-few-raters", Text(json["meanSpearman"]!["noInterval"]));
        Assert.Equal(7.0 / 9, Number(json["wFromMeanSpearman"]!["value"]), 12);
        Assert.Equal(2.0 / 9, Number(json["wFromMeanSpearman"]!["standardError"]), 12);
        Assert.Null(json["meanSpearman"]!["interval"]);

        Test(json["test"], "exact", 7.0 / 9, 7.0 / 36, null, null);
        Assert.Equal("7/36", Text(json["test"]!["p"]!["exact"]));
        Test(json["chiSquare"], "chi-square", 14.0 / 3, Math.Exp(-7.0 / 3), 2, null);
        Test(json["imanDavenport"], "iman-davenport", 7, 1 / 20.25, 2, 4);
        Test(json["f"], "f", 7, null, 4.0 / 3, 8.0 / 3);
        Test(json["fWithContinuity"], "f-with-continuity", 26.0 / 7, null, 4.0 / 3, 8.0 / 3);

        Assert.Equal(["4", "5", "9"], json["ranks"]!.AsArray().Select(rank => Text(rank!["rankSum"])));
        Assert.Equal([4.0 / 3, 5.0 / 3, 3], json["ranks"]!.AsArray().Select(rank => Number(rank!["meanRank"])));
        Assert.Null(json["incomplete"]);
    }

    [Fact]
    public void ToJson_WhoIsSetAside_IsNamedAndCounted()
    {
        var ratings = Ratings.Of(new double[,] { { 1, 2, 3 }, { 1, 2, 3 }, { 5, 5, 5 }, { 1, None, 2 } });
        var json = Json(new KendallW(new() { Missing = MissingRatings.ListwiseRaters }).Measure(ratings));
        var names = ratings.Raters;

        Assert.Equal([names[2]], json["constantRaters"]!.AsArray().Select(Text));
        Assert.Equal([names[3]], json["droppedRaters"]!.AsArray().Select(Text));
        Assert.Equal(("1", "1", "2"), (Text(json["constantRaterCount"]), Text(json["droppedRaterCount"]), Text(json["raters"])));

        // Sums know how many, not who.
        var state = new ConcordanceState("a", "b", "c");
        state.Add([1, 2, 3], 5);
        state.Add([2, 2, 2], 3);
        state.Add([1, None, 2], 2, MissingRatings.ListwiseRaters);
        var ofState = Json(new KendallW().Measure(state));
        Assert.Equal(("3", "2", "5"), (Text(ofState["constantRaterCount"]), Text(ofState["droppedRaterCount"]), Text(ofState["raters"])));
        Assert.Empty(ofState["constantRaters"]!.AsArray());
        Assert.Equal("only-sums-known", Text(ofState["meanSpearman"]!["undefined"]));
    }

    // A weight stands for so many people who answered alike, whoever is set aside: ratings and their sums tell the same numbers.
    [Fact]
    public void Measure_WeightedRatingsAndTheirSums_CountTheSamePeople()
    {
        for (var seed = 0UL; seed < 40; seed++)
        {
            var random = new SplitMix64(seed);
            var builder = new RatingsBuilder("a", "b", "c");
            var people = 0L;
            for (var rater = 0; rater < 8; rater++)
            {
                var name = $"r{rater}";
                var weight = random.Between(1, 5);
                foreach (var item in new[] { "a", "b", "c" }.Where((_, i) => i == 0 || !random.OneIn(5)))
                {
                    _ = builder.Rate(name, item, random.Below(3));
                }

                _ = builder.SetWeight(name, weight);
                people += weight;
            }

            var ratings = builder.Build();
            var result = new KendallW(new() { Missing = MissingRatings.ListwiseRaters, Permutations = 0, ExactSteps = 0 }).Measure(ratings);
            var sums = new KendallW().Measure(ConcordanceState.Of(ratings, MissingRatings.ListwiseRaters));

            Assert.Equal((sums.RaterCount, sums.ConstantRaterCount, sums.DroppedRaterCount), (result.RaterCount, result.ConstantRaterCount, result.DroppedRaterCount));
            Assert.Equal(people, result.RaterCount + result.ConstantRaterCount + result.DroppedRaterCount);
            Assert.Equal(sums.W, result.W);
        }
    }

    [Fact]
    public void ToJson_UndefinedStatistics_SayWhy()
    {
        var one = Json(new KendallW().Measure(Ratings.Of(new double[,] { { 1, 2, 3 } })));
        foreach (var name in new[] { "w", "uncorrectedW", "meanSpearman", "wFromMeanSpearman" })
        {
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"undefined": "fewer-than-two-raters", "because": "fewer than two raters are left."}"""), one[name]), name);
        }

        foreach (var name in new[] { "test", "chiSquare", "f", "fWithContinuity", "imanDavenport" })
        {
            Assert.Equal("fewer-than-two-raters", Text(one[name]!["p"]!["undefined"]));
            Assert.Null(one[name]!["degreesOfFreedom"]);
        }

        // All agree: F would be infinite, and infinity is no JSON.
        var alike = Json(new KendallW().Measure(Ratings.Of(new double[,] { { 1, 2, 3 }, { 1, 2, 3 }, { 1, 2, 3 }, { 1, 2, 3 }, { 1, 2, 3 } })));
        Assert.Equal("complete-agreement", Text(alike["f"]!["statistic"]!["undefined"]));
        Assert.Equal("complete-agreement", Text(alike["meanSpearman"]!["noInterval"]));
        Assert.Equal("1", Text(alike["w"]!["exact"]));
    }

    [Fact]
    public void ToJson_IncompleteRatings_HasThePartOfItsOwn()
    {
        var ratings = Ratings.Of(new double[,] { { 1, 2, 3, None }, { None, 1, 2, 3 }, { 1, 2, 3, 4 }, { 2, 1, 3, 4 } });
        var result = new KendallW(new() { Missing = MissingRatings.IncompleteBlocks, Permutations = 99 }).Measure(ratings);
        var json = Json(result);

        Assert.Equal("incomplete-ratings", Text(json["w"]!["undefined"]));
        Assert.Equal("incomplete-ratings", Text(json["f"]!["p"]!["undefined"]));
        Assert.Empty(json["ranks"]!.AsArray());
        var incomplete = json["incomplete"]!;
        Assert.Equal(1, incomplete["components"]!.GetValue<int>());
        Assert.Equal(3, Number(incomplete["chiSquare"]!["degreesOfFreedom"]));

        // Correlations on the common items, each by their number less one: 1 (2 common, left out), 1 (3), 1/2 (3), 1 (3), 1 (3), 4/5 (4).
        var mean = (2 + 1 + 2 + 2 + (3 * 0.8)) / (2 + 2 + 2 + 2 + 3);
        Assert.Equal(mean, Number(incomplete["meanSpearman"]!["value"]), 12);

        // An item has 3, 4, 4 and 3 raters.
        Assert.Equal(((2.5 * mean) + 1) / 3.5, Number(incomplete["generalizedW"]!["value"]), 12);
        Assert.Equal(99, json["test"]!["permutations"]!.GetValue<int>());
        var interval = json["test"]!["monteCarloInterval"]!;
        Assert.Equal(0.99, Number(interval["level"]));
        Assert.InRange(Number(json["test"]!["p"]!["value"]), Number(interval["lower"]), Number(interval["upper"]) + 0.01);
    }

    [Fact]
    public void ToJson_AnyPanel_ReadsBackAsTheFiguresOfTheResult()
    {
        for (var seed = 0UL; seed < 60; seed++)
        {
            var random = new SplitMix64(seed);
            var result = new KendallW(new() { ExactSteps = seed % 3 == 0 ? 0 : 20_000, Permutations = seed % 2 == 0 ? 49 : 0, ConfidenceLevel = 0.9 })
                .Measure(Ratings.Of(Tables.Random(seed, random.Between(1, 8), random.Between(1, 5), random.Between(1, 6))));
            var json = Json(result);

            Same(result.W, json["w"]);
            Same(result.UncorrectedW, json["uncorrectedW"]);
            Same(result.S, json["s"]);
            Same(result.TieSum, json["tieSum"]);
            foreach (var (test, part) in new[] { (result.Test, "test"), (result.ChiSquare, "chiSquare"), (result.F, "f"), (result.FWithContinuity, "fWithContinuity"), (result.ImanDavenport, "imanDavenport") })
            {
                Same(test.Statistic, json[part]!["statistic"]);
                Same(test.P, json[part]!["p"]);
                Assert.Equal((test.DegreesOfFreedom, test.DenominatorDegreesOfFreedom), ((double?)json[part]!["degreesOfFreedom"], (double?)json[part]!["denominatorDegreesOfFreedom"]));
                Assert.Equal(test.Permutations, (int?)json[part]!["permutations"]);
                Assert.Equal(test.MonteCarloInterval?.Upper, (double?)json[part]!["monteCarloInterval"]?["upper"]);
            }

            foreach (var (estimate, part) in new[] { (result.MeanSpearman, "meanSpearman"), (result.WFromMeanSpearman, "wFromMeanSpearman") })
            {
                Same(estimate.Value, json[part]);
                Assert.Equal(estimate.StandardError.ValueOrNull, (double?)json[part]!["standardError"]);
                Assert.Equal((estimate.Interval?.Lower, estimate.Interval?.Upper), ((double?)json[part]!["interval"]?["lower"], (double?)json[part]!["interval"]?["upper"]));

                // There is an interval, or a reason; and where there is no value its reason is enough.
                Assert.Equal(estimate.Value.IsDefined && estimate.Interval is null, json[part]!["noInterval"] is not null);
            }

            Assert.Equal(result.ItemRanks.Select(rank => (rank.Item, rank.RankSum.ToString())), json["ranks"]!.AsArray().Select(rank => (Text(rank!["item"]), Text(rank["rankSum"]))));
        }
    }

    private static JsonObject Json(ConcordanceResult result) => JsonNode.Parse(result.ToJson())!.AsObject();

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static double Number(JsonNode? node) => node!.GetValue<double>();

    private static void Same(string exact, JsonNode? actual, double value)
    {
        Assert.Equal(value, Number(actual!["value"]));
        Assert.Equal(2, actual.AsObject().Count);
        Assert.Equal(Text(JsonNode.Parse(exact)!["exact"]), Text(actual["exact"]));
    }

    private static void Same(Statistic expected, JsonNode? actual)
    {
        Assert.Equal(expected.ValueOrNull, (double?)actual!["value"]);
        Assert.Equal(expected.Exact?.ToString(), (string?)actual["exact"]);
        Assert.Equal(expected.IsDefined, actual["undefined"] is null);
        Assert.True(expected.IsDefined || expected.ToString() == $"undefined: {Text(actual["because"])}");
    }

    private static void Test(JsonNode? actual, string method, double statistic, double? p, double? degrees, double? denominator)
    {
        Assert.Equal(method, Text(actual!["method"]));
        Assert.Equal(statistic, Number(actual["statistic"]!["value"]), 12);
        Assert.Equal(p ?? Number(actual["p"]!["value"]), Number(actual["p"]!["value"]), 12);
        Assert.Equal((degrees, denominator), ((double?)actual["degreesOfFreedom"], (double?)actual["denominatorDegreesOfFreedom"]));
    }
}
