using CivicTech.Consensus.Concordance;

namespace CivicTech.Tests.Consensus.Concordance;

public sealed class IncompleteTests
{
    private static KendallW Blocks(BlockWeighting weighting = BlockWeighting.Unit, int permutations = 0) =>
        new(new() { Missing = MissingRatings.IncompleteBlocks, BlockWeighting = weighting, Permutations = permutations });

    // Skillings and Mack (1981), Technometrics 23, table 1: T = 15.493 with 3 degrees of freedom.
    [Fact]
    public void Measure_SkillingsAndMacksExample_IsAsPublished()
    {
        var result = Blocks(BlockWeighting.SkillingsMack).Measure(Ratings.Of(Tables.Assembly));

        Assert.Equal(15.493, result.Incomplete!.ChiSquare.Statistic.Value, 3);
        Assert.Equal(3, result.Incomplete.DegreesOfFreedom);
        Assert.Equal(1, result.Incomplete.Components);
        Assert.Equal(0.00144, result.Incomplete.ChiSquare.P.Value, 5);
        Assert.Equal(UndefinedReason.IncompleteRatings, result.W.Undefined);
        Assert.Equal(UndefinedReason.IncompleteRatings, result.S.Undefined);
        Assert.Equal(UndefinedReason.IncompleteRatings, result.F.P.Undefined);
        Assert.Equal(TestMethod.ChiSquare, result.Test.Method);
        Assert.Empty(result.ItemRanks);
    }

    // Durbin's balanced incomplete blocks, 7 raters of 3 items each (Conover, Practical Nonparametric Statistics, section 5.9): T = 12, 6 degrees of freedom.
    [Fact]
    public void Measure_BalancedIncompleteBlocks_IsDurbinsTest()
    {
        const double none = double.NaN;
        var result = Blocks(permutations: 9_999).Measure(Ratings.Of(new double[,]
        {
            { 2, 3, none, 1, none, none, none },
            { none, 3, 1, none, 2, none, none },
            { none, none, 2, 1, none, 3, none },
            { none, none, none, 1, 2, none, 3 },
            { 3, none, none, none, 1, 2, none },
            { none, 3, none, none, none, 1, 2 },
            { 3, none, 1, none, none, none, 2 },
        }));

        Assert.Equal(12, result.Incomplete!.ChiSquare.Statistic.Value, 10);
        Assert.Equal(6, result.Incomplete.DegreesOfFreedom);
        Assert.Equal(0.062, result.Incomplete.ChiSquare.P.Value, 3);
        // Chi-square is far off for so few: the share of all rankings that reach T is near 0.018.
        Assert.Equal(TestMethod.Permutation, result.Test.Method);
        Assert.InRange(0.018, result.Test.MonteCarloInterval!.Lower, result.Test.MonteCarloInterval.Upper);
        // No two raters share three items.
        Assert.Equal(UndefinedReason.NothingInCommon, result.Incomplete.GeneralizedW.Undefined);
    }

    [Fact]
    public void Measure_NothingMissing_IsTheOrdinaryResult()
    {
        for (var seed = 0UL; seed < 30; seed++)
        {
            var ratings = Ratings.Of(Tables.Random(seed, 6, 5, 4));
            var kept = Blocks().Measure(ratings);

            Assert.Null(kept.Incomplete);
            Assert.Equal(new KendallW(new() { Permutations = 0 }).Measure(ratings).W, kept.W);
        }
    }

    [Theory]
    [InlineData(BlockWeighting.Unit)]
    [InlineData(BlockWeighting.SkillingsMack)]
    [InlineData(BlockWeighting.Prentice)]
    public void Statistic_NothingMissing_IsChiSquare(BlockWeighting weighting)
    {
        for (var seed = 0UL; seed < 30; seed++)
        {
            var ratings = Ratings.Of(Tables.Random(seed, 6, 5, 9));
            var expected = new KendallW(new() { Permutations = 0, ConstantRaters = ConstantRaters.Count }).Measure(ratings);
            var blocks = new IncompleteBlocks(ratings, weighting);

            Assert.Equal(expected.ChiSquare.Statistic.Value, blocks.Statistic, 9);
            Assert.Equal(4, blocks.DegreesOfFreedom);
        }
    }

    [Fact]
    public void Measure_ItemsNobodyConnects_CostDegreesOfFreedom()
    {
        const double none = double.NaN;
        var result = Blocks().Measure(Ratings.Of(new double[,] { { 1, 2, none, none }, { 1, 2, none, none }, { none, none, 2, 1 }, { none, none, 1, 2 } }));

        Assert.Equal(2, result.Incomplete!.Components);
        Assert.Equal(2, result.Incomplete.DegreesOfFreedom);
        Assert.Equal(2, result.Incomplete.ChiSquare.Statistic.Value, 10);
    }

    [Fact]
    public void Measure_RatersWithoutOpinion_AreSetAsideAndListed()
    {
        const double none = double.NaN;
        var result = Blocks().Measure(Ratings.Of(
            ["full", "one", "flat", "part", "none"],
            ["a", "b", "c", "d", "unrated"],
            new double[,] { { 1, 2, 3, 4, none }, { none, 2, none, none, none }, { 3, 3, none, none, none }, { 2, 1, none, 3, none }, { none, none, none, none, none } }));

        Assert.Equal(["full", "part"], result.Raters);
        Assert.Equal(["one", "none"], result.DroppedRaters);
        Assert.Equal(["flat"], result.ConstantRaters);
        Assert.Equal(["unrated"], result.DroppedItems);
        Assert.True(result.Incomplete!.GeneralizedW.IsDefined);
    }

    [Fact]
    public void GeneralizedW_OfPairsOnTheirCommonItems_IsByItsFormula()
    {
        const double none = double.NaN;
        var result = Blocks().Measure(Ratings.Of(new double[,] { { 1, 2, 3, 4 }, { 1, 2, 3, none }, { 3, 2, 1, 4 } }));
        // Pairs: on four items rho = 0.2 (weight 3), on three 1 and -1 (weight 2 each).
        var mean = ((2 * 1.0) + (3 * 0.2) + (2 * -1.0)) / 7;
        var raters = 11.0 / 4;

        Assert.Equal(mean, result.Incomplete!.MeanSpearman.Value, 12);
        Assert.Equal((((raters - 1) * mean) + 1) / raters, result.Incomplete.GeneralizedW.Value, 12);
    }

    [Fact]
    public void Measure_MissingRefused_NamesTheFirstPlace()
    {
        var error = Assert.Throws<ArgumentException>(() => new KendallW().Measure(Ratings.Of(["Ali", "Zoé"], ["park", "well"], new double[,] { { 1, 2 }, { 2, double.NaN } })));

        Assert.Contains("'Zoé'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'well'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Measure_Listwise_LeavesOutAndLists()
    {
        var ratings = Ratings.Of(new double[,] { { 1, 2, 3 }, { 3, double.NaN, 1 }, { 2, 1, 3 }, { 1, 3, 2 } });
        var items = new KendallW(new() { Missing = MissingRatings.ListwiseItems }).Measure(ratings);
        var raters = new KendallW(new() { Missing = MissingRatings.ListwiseRaters }).Measure(ratings);

        Assert.Equal(["I2"], items.DroppedItems);
        Assert.Equal(4, items.RaterCount);
        Assert.Equal(["R2"], raters.DroppedRaters);
        Assert.Equal(["I1", "I2", "I3"], raters.Items);
        Assert.Equal(1, raters.DroppedRaterCount);
    }

    [Fact]
    public void Measure_ListwiseItemsThatLeaveNone_IsUndefined()
    {
        var ratings = Ratings.Of(new double[,] { { 1, double.NaN }, { double.NaN, 2 } });

        Assert.Equal(UndefinedReason.FewerThanTwoItems, new KendallW(new() { Missing = MissingRatings.ListwiseItems }).Measure(ratings).W.Undefined);
        Assert.Equal(UndefinedReason.FewerThanTwoRaters, new KendallW(new() { Missing = MissingRatings.ListwiseRaters }).Measure(ratings).W.Undefined);
        Assert.Equal(UndefinedReason.FewerThanTwoRaters, Blocks().Measure(ratings).Incomplete?.ChiSquare.P.Undefined ?? Blocks().Measure(ratings).W.Undefined);
    }

    // One rater of each kind left out at random: the permutation p of T must agree with the exact p of W where nothing is missing.
    [Fact]
    public void CountAtLeast_NothingMissing_AgreesWithTheExactTest()
    {
        var ratings = Ratings.Of(Tables.Travellers);
        var count = new IncompleteBlocks(ratings, BlockWeighting.Unit).CountAtLeast(50_000, 7, CancellationToken.None);

        Assert.InRange(count / 50_000.0, 0.0222 - 0.0035, 0.0222 + 0.0035);
    }
}
