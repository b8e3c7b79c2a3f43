using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;
using Microsoft.Extensions.Options;

namespace CivicTech.Tests.Consensus.Concordance;

public sealed class KendallWTests
{
    private static readonly KendallW Kendall = new();

    [Fact]
    public void Measure_SiegelsTiedRankings_AreAsPrinted()
    {
        var result = Kendall.Measure(Ratings.Of(Tables.Siegel));

        Assert.Equal(new Rational(197, 238), result.W.Exact);
        Assert.Equal(new Rational(394, 495), result.UncorrectedW.Exact);
        Assert.Equal(591, result.S.Exact);
        Assert.Equal(114, result.TieSum.Exact);
        Assert.Equal(0.828, result.W.Value, 3);
        Assert.Equal(0.008, result.ChiSquare.P.Value, 3);
        Assert.Equal(9, result.ChiSquare.DegreesOfFreedom);
    }

    [Fact]
    public void Measure_Travellers_ChiSquareHidesWhatTheExactTestShows()
    {
        var result = Kendall.Measure(Ratings.Of(Tables.Travellers));

        Assert.Equal(new Rational(124, 189), result.W.Exact);
        Assert.Equal(0.0553, result.ChiSquare.P.Value, 4);
        Assert.Equal(0.0204, result.F.P.Value, 4);
        Assert.Equal(TestMethod.Exact, result.Test.Method);
        Assert.Equal(new Rational(6003491, 270950400), result.Test.P.Exact);
    }

    // IBM SPSS Statistics, NPAR TESTS, the example of the subcommand KENDALL: four judges, five items.
    [Fact]
    public void Measure_FourJudges_AreAsPrinted()
    {
        var result = Kendall.Measure(Ratings.Of(new double[,] { { 2, 5, 4, 5, 1 }, { 3, 3, 4, 5, 3 }, { 3, 4, 4, 6, 2 }, { 2, 4, 3, 6, 2 } }));

        Assert.Equal(new Rational(125, 146), result.W.Exact);
        Assert.Equal(0.00832, result.ChiSquare.P.Value, 5);
        Assert.Equal(0.000146, result.F.P.Value, 6);
        Assert.Equal(new Rational(1, 2250), result.Test.P.Exact);
        Assert.Equal(["15/2", "14", "27/2", "39/2", "11/2"], result.ItemRanks.Select(rank => $"{rank.RankSum.Numerator}{(rank.RankSum.IsInteger ? "" : $"/{rank.RankSum.Denominator}")}"));
    }

    [Fact]
    public void FWithContinuity_ByItsFormula_IsSmaller()
    {
        var result = Kendall.Measure(Ratings.Of(Tables.Travellers));
        // S = 248, m²(n³ - n)/12 = 378.
        var w = new Rational(247, 380);

        Assert.Equal(2 * w / (1 - w), result.FWithContinuity.Statistic.Exact);
        Assert.True(result.FWithContinuity.P.Value > result.F.P.Value);
        Assert.Equal(result.F.DegreesOfFreedom, result.FWithContinuity.DegreesOfFreedom);
    }

    [Fact]
    public void Measure_NoAgreementAtAll_HasWZeroAndPOne()
    {
        var result = Kendall.Measure(Ratings.Of(new double[,] { { 1, 2, 3 }, { 2, 3, 1 }, { 3, 1, 2 } }));

        Assert.Equal(0, result.W.Exact);
        Assert.Equal(1, result.Test.P.Exact);
        Assert.Equal(1, result.FWithContinuity.P.Value);
        Assert.Equal(-0.5, result.MeanSpearman.Value.Value, 12);
    }

    [Fact]
    public void Measure_CompleteAgreement_HasNoFButAnExactP()
    {
        var result = Kendall.Measure(Ratings.Of(Tables.Of(Enumerable.Repeat<double[]>([1, 2, 3, 4, 5, 6], 5))));

        Assert.Equal(1, result.W.Exact);
        Assert.Equal(UndefinedReason.CompleteAgreement, result.F.P.Undefined);
        Assert.Equal(UndefinedReason.CompleteAgreement, result.MeanSpearman.NoInterval);
        Assert.Equal(new Rational(1, 268_738_560_000), result.Test.P.Exact);
    }

    // Two of the six orders of three items, three times each in turn: every rater stands to the others as every other does.
    [Fact]
    public void Measure_LeavingOutAnyRaterChangesNothing_ThereIsNoInterval()
    {
        var result = Kendall.Measure(Ratings.Of(Tables.Of(Enumerable.Range(0, 6).Select(rater => rater % 2 == 0 ? new double[] { 1, 2, 3 } : [1, 3, 2]))));

        Assert.Equal(UndefinedReason.NoSpread, result.MeanSpearman.NoInterval);
        Assert.Null(result.WFromMeanSpearman.Interval);
    }

    [Fact]
    public void Measure_OneRater_IsUndefined()
    {
        var result = Kendall.Measure(Ratings.Of(new double[,] { { 3, 1, 2 } }));

        Assert.Equal(UndefinedReason.FewerThanTwoRaters, result.W.Undefined);
        Assert.Equal(UndefinedReason.FewerThanTwoRaters, result.Test.P.Undefined);
        Assert.Equal(UndefinedReason.FewerThanTwoRaters, result.MeanSpearman.Value.Undefined);
        Assert.Contains("fewer than two raters", Assert.Throws<InvalidOperationException>(() => result.W.Value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Measure_OneItem_IsUndefinedAndNobodyIsCalledConstant()
    {
        var result = Kendall.Measure(Ratings.Of(new double[,] { { 3 }, { 4 } }));

        Assert.Equal(UndefinedReason.FewerThanTwoItems, result.W.Undefined);
        Assert.Equal(UndefinedReason.FewerThanTwoItems, result.MeanSpearman.Value.Undefined);
        Assert.Empty(result.ConstantRaters);
    }

    [Fact]
    public void Measure_NobodyTellsItemsApart_IsUndefined()
    {
        var table = Ratings.Of(new double[,] { { 3, 3 }, { 4, 4 }, { 1, 1 } });

        Assert.Equal(UndefinedReason.FewerThanTwoRaters, Kendall.Measure(table).W.Undefined);
        var counted = new KendallW(new() { ConstantRaters = ConstantRaters.Count }).Measure(table);
        Assert.Equal(UndefinedReason.NoVariation, counted.W.Undefined);
        Assert.Equal(0, counted.UncorrectedW.Exact);
        Assert.Equal(["R1", "R2", "R3"], counted.ConstantRaters);
    }

    [Fact]
    public void Measure_ConstantRater_IsLeftOutCountedOrRejectedAndAlwaysListed()
    {
        var table = Ratings.Of(new double[,] { { 1, 2, 3, 4, 5 }, { 2, 1, 3, 4, 5 }, { 1, 3, 2, 5, 4 }, { 3, 3, 3, 3, 3 } });
        var left = Kendall.Measure(table);
        var counted = new KendallW(new() { ConstantRaters = ConstantRaters.Count }).Measure(table);
        var error = Assert.Throws<ArgumentException>(() => new KendallW(new() { ConstantRaters = ConstantRaters.Reject }).Measure(table));

        Assert.Equal(["R4"], left.ConstantRaters);
        Assert.Equal(["R4"], counted.ConstantRaters);
        Assert.Contains("R4", error.Message, StringComparison.Ordinal);
        Assert.Equal((3, 4), (left.RaterCount, counted.RaterCount));
        // A quarter of the raters is constant: W falls by that, chi-square and exact p do not change.
        Assert.Equal(left.W.Exact * new Rational(3, 4), counted.W.Exact);
        Assert.Equal(left.ChiSquare.Statistic, counted.ChiSquare.Statistic);
        Assert.Equal(new Rational(7, 900), left.Test.P.Exact);
        Assert.Equal(left.Test.P.Exact, counted.Test.P.Exact);
    }

    [Fact]
    public void Measure_Ladder_ExactThenPermutationThenF()
    {
        var table = Ratings.Of(Tables.Travellers);
        var drawn = new KendallW(new() { ExactSteps = 0, Permutations = 99_999 }).Measure(table).Test;
        var f = new KendallW(new() { ExactSteps = 0, Permutations = 0 }).Measure(table);

        Assert.Equal(TestMethod.Permutation, drawn.Method);
        Assert.Equal(99_999, drawn.Permutations);
        Assert.InRange(6003491.0 / 270950400, drawn.MonteCarloInterval!.Lower, drawn.MonteCarloInterval.Upper);
        Assert.Equal(TestMethod.F, f.Test.Method);
        Assert.Equal(f.F.P, f.Test.P);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Measure_Permutations_GiveTheSamePWithAnyNumberOfThreads(int threads)
    {
        var table = Ratings.Of(Tables.Random(3, 20, 30, 100));
        var one = new KendallW(new() { Seed = 42, MaxDegreeOfParallelism = 1 }).Measure(table).Test;
        var many = new KendallW(new() { Seed = 42, MaxDegreeOfParallelism = threads }).Measure(table).Test;

        Assert.Equal(TestMethod.Permutation, one.Method);
        Assert.Equal(one.P, many.P);
    }

    [Fact]
    public void Measure_OtherSeed_DrawsOtherPermutations()
    {
        var table = Ratings.Of(Tables.Random(3, 20, 30, 100));

        Assert.True(Enumerable.Range(0, 5).Select(seed => new KendallW(new() { Seed = (ulong)seed }).Measure(table).Test.P.Exact).Distinct().Count() > 1);
    }

    [Fact]
    public void Measure_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => Kendall.Measure(Ratings.Of(Tables.Random(3, 20, 30, 100)), source.Token));
    }

    [Fact]
    public void Measure_State_KnowsWButNotWhatNeedsEveryRater()
    {
        var ratings = Ratings.Of(Tables.Random(11, 15, 6, 5));
        var (all, sums) = (Kendall.Measure(ratings), Kendall.Measure(ConcordanceState.Of(ratings)));

        Assert.Equal(all.W, sums.W);
        Assert.Equal(all.S, sums.S);
        Assert.Equal(all.TieSum, sums.TieSum);
        Assert.Equal(all.F.P, sums.F.P);
        Assert.Equal(all.ItemRanks, sums.ItemRanks);
        Assert.Equal(all.RaterCount, sums.RaterCount);
        Assert.Equal(TestMethod.F, sums.Test.Method);
        Assert.Equal(UndefinedReason.OnlySumsKnown, sums.MeanSpearman.NoInterval);
    }

    [Fact]
    public void Measure_StateOfConstantRaters_FollowsThePolicy()
    {
        var state = new ConcordanceState("a", "b");
        state.Add([1, 2], weight: 3);
        state.Add([2, 2]);

        Assert.Equal(1, Kendall.Measure(state).W.Exact);
        Assert.Equal(new Rational(3, 4), new KendallW(new() { ConstantRaters = ConstantRaters.Count }).Measure(state).W.Exact);
        Assert.Throws<ArgumentException>(() => new KendallW(new() { ConstantRaters = ConstantRaters.Reject }).Measure(state));
        Assert.Equal(UndefinedReason.FewerThanTwoRaters, Kendall.Measure(new ConcordanceState("a", "b")).W.Undefined);
        Assert.Empty(Kendall.Measure(new ConcordanceState("a", "b")).ItemRanks);
    }

    [Theory]
    [InlineData(nameof(ConcordanceOptions.ConfidenceLevel))]
    [InlineData(nameof(ConcordanceOptions.Permutations))]
    [InlineData(nameof(ConcordanceOptions.ExactSteps))]
    [InlineData(nameof(ConcordanceOptions.MaxDegreeOfParallelism))]
    [InlineData(nameof(ConcordanceOptions.Missing))]
    [InlineData(nameof(ConcordanceOptions.ConstantRaters))]
    [InlineData(nameof(ConcordanceOptions.BlockWeighting))]
    public void Constructor_OptionOutOfRange_IsRefusedByName(string name)
    {
        var options = new ConcordanceOptions();
        switch (name)
        {
            case nameof(ConcordanceOptions.ConfidenceLevel): options.ConfidenceLevel = 95; break;
            case nameof(ConcordanceOptions.Permutations): options.Permutations = -1; break;
            case nameof(ConcordanceOptions.ExactSteps): options.ExactSteps = -1; break;
            case nameof(ConcordanceOptions.MaxDegreeOfParallelism): options.MaxDegreeOfParallelism = 0; break;
            case nameof(ConcordanceOptions.Missing): options.Missing = (MissingRatings)17; break;
            case nameof(ConcordanceOptions.ConstantRaters): options.ConstantRaters = (ConstantRaters)17; break;
            default: options.BlockWeighting = (BlockWeighting)17; break;
        }

        Assert.Contains(name, Assert.Throws<OptionsValidationException>(() => new KendallW(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_OptionsChangedLater_HaveNoEffect()
    {
        var options = new ConcordanceOptions();
        var kendall = new KendallW(options);
        options.ConstantRaters = ConstantRaters.Reject;

        Assert.Equal(["R2"], kendall.Measure(Ratings.Of(new double[,] { { 1, 2 }, { 1, 1 }, { 2, 1 } })).ConstantRaters);
    }
}
