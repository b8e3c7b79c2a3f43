using CivicTech.Consensus.Coefficients;
using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;
using CivicTech.Tests.Consensus.Concordance;

namespace CivicTech.Tests.Consensus.Coefficients;

public sealed class FriedmanPairsTests
{
    // Hollander and Wolfe (1973), p. 140: three ways of rounding first base, 22 players; the example of R's friedman.test.
    private static readonly double[,] Bases =
    {
        { 5.40, 5.50, 5.55 }, { 5.85, 5.70, 5.75 }, { 5.20, 5.60, 5.50 }, { 5.55, 5.50, 5.40 }, { 5.90, 5.85, 5.70 }, { 5.45, 5.55, 5.60 },
        { 5.40, 5.40, 5.35 }, { 5.45, 5.50, 5.35 }, { 5.25, 5.15, 5.00 }, { 5.85, 5.80, 5.70 }, { 5.25, 5.20, 5.10 }, { 5.65, 5.55, 5.45 },
        { 5.60, 5.35, 5.45 }, { 5.05, 5.00, 4.95 }, { 5.50, 5.50, 5.40 }, { 5.45, 5.55, 5.50 }, { 5.55, 5.55, 5.35 }, { 5.45, 5.50, 5.55 },
        { 5.50, 5.45, 5.25 }, { 5.65, 5.60, 5.40 }, { 5.70, 5.65, 5.55 }, { 6.30, 6.30, 6.25 },
    };

    // Differences of the published rank sums 53, 47 and 32; p by convolution in fractions and by the formulas in 40 digits.
    [Theory]
    [InlineData(0, 6, "777709029326713/2056589122535424", 1.0467340511863763, 0.3012090214393701, 1.3093073414159543, 0.6239277236072828)]
    [InlineData(1, 21, "9999835679/9521245937664", 3.6635691791523171, 0.00069145347608536426, 4.58257569495584, 0.0034207053958116253)]
    [InlineData(2, 15, "11296766550733/514147280633856", 2.6168351279659408, 0.01228285734789893673, 3.2732683535398857, 0.053804187038631550)]
    public void Of_RoundingFirstBase_IsAsComputedByOtherMeans(int pair, int difference, string exact, double t, double conover, double q, double nemenyi)
    {
        var result = FriedmanPairs.Of(Ratings.Of(Bases)).Pairs[pair];

        Assert.Equal((Rational)difference, result.Difference.Exact);
        Assert.Equal(TestMethod.Exact, result.RankSum.Method);
        Assert.Equal(Rational.Parse(exact), result.RankSum.P.Exact);
        Assert.Equal(t, result.Conover.Statistic.Value, 1e-13);
        Assert.Equal(42, result.Conover.DegreesOfFreedom);
        KendallTauTests.Close(conover, result.Conover.P.Value);
        Assert.Equal(q, result.Nemenyi.Statistic.Value, 1e-13);
        KendallTauTests.Close(nemenyi, result.Nemenyi.P.Value);
    }

    [Fact]
    public void Of_RoundingFirstBase_IsAdjustedByHolm()
    {
        var pairs = FriedmanPairs.Of(Ratings.Of(Enumerable.Range(1, 22).Select(i => $"P{i}"), ["round", "narrow", "wide"], Bases)).Pairs;

        Assert.Equal(["round/narrow", "round/wide", "narrow/wide"], pairs.Select(pair => $"{pair.First}/{pair.Second}"));
        Assert.Equal(pairs[1].RankSum.P.Value * 3, pairs[1].RankSumAdjusted.Value);
        Assert.Equal(pairs[2].RankSum.P.Value * 2, pairs[2].RankSumAdjusted.Value);
        Assert.Equal(pairs[0].RankSum.P.Value, pairs[0].RankSumAdjusted.Value);
        Assert.Equal(pairs[1].Conover.P.Value * 3, pairs[1].ConoverAdjusted.Value);
        Assert.Equal("round - wide: 21, p = 0.00105 (Exact), adjusted 0.003151", pairs[1].ToString());
    }

    [Fact]
    public void Of_Travellers_IsAsComputedByOtherMeans()
    {
        var pairs = FriedmanPairs.Of(Ratings.Of(Tables.Travellers)).Pairs;

        Assert.Equal(28, pairs.Count);
        var farthest = pairs.Single(pair => pair is { First: "I4", Second: "I8" });
        Assert.Equal(-18, farthest.Difference.Value);
        Assert.Equal(new Rational(3, 3136), farthest.RankSum.P.Exact);
        KendallTauTests.Close(0.00093154434509761927751, farthest.Conover.P.Value);
        KendallTauTests.Close(0.054701118493552616959, farthest.Nemenyi.P.Value);
    }

    [Fact]
    public void Of_SmallTables_IsWhatCountingEveryRankingGives()
    {
        for (var seed = 0UL; seed < 60; seed++)
        {
            var table = Tables.Random(seed, 2 + (int)(seed % 2), 3 + (int)(seed % 2), 2 + (int)(seed % 4));
            var result = FriedmanPairs.Of(Ratings.Of(table));
            var rows = Tables.Rows(table).Where(row => row.Distinct().Count() > 1).Select(Tables.Midranks).ToArray();
            Assert.Equal(rows.Length, result.Raters.Count);
            if (rows.Length < 2)
            {
                Assert.All(result.Pairs, pair => Assert.Equal(UndefinedReason.FewerThanTwoRaters, pair.RankSum.P.Undefined));
                continue;
            }

            // Every rater in every order: the difference between the first two places of each, added up.
            var steps = rows.Select(row => Orders.All([.. row.Select(rank => rank.ToDouble())]).Select(order => order[0] - order[1]).ToArray());
            var sums = steps.Aggregate(new[] { 0.0 }, (sums, row) => [.. sums.SelectMany(sum => row.Select(step => sum + step))]);
            foreach (var pair in result.Pairs)
            {
                Assert.Equal(
                    new Rational(sums.Count(sum => Math.Abs(sum) >= Math.Abs(pair.Difference.Value)), sums.Length),
                    pair.RankSum.P.Exact);
            }
        }
    }

    [Fact]
    public void Of_TwoItems_IsTheSignTest()
    {
        // Nine of ten prefer the first: 2 (1 + 10) / 2^10.
        var table = new double[10, 2];
        for (var rater = 0; rater < 10; rater++)
        {
            table[rater, rater == 3 ? 1 : 0] = 1;
        }

        var pair = Assert.Single(FriedmanPairs.Of(Ratings.Of(table)).Pairs);

        Assert.Equal(8, pair.Difference.Value);
        Assert.Equal(new Rational(22, 1024), pair.RankSum.P.Exact);
        Assert.Equal(pair.RankSum.P.Value, pair.RankSumAdjusted.Value);
    }

    [Fact]
    public void Of_ManyRaters_IsNormalAndCloseToExact()
    {
        var exact = FriedmanPairs.Of(Ratings.Of(Tables.Random(1, 90, 12, 1000))).Pairs;
        var normal = FriedmanPairs.Of(Ratings.Of(Tables.Random(1, 400, 25, 1000))).Pairs;

        Assert.All(exact, pair => Assert.Equal(TestMethod.Exact, pair.RankSum.Method));
        Assert.All(normal, pair => Assert.Equal(TestMethod.Normal, pair.RankSum.Method));

        // Without a tie: variance m n (n + 1) / 6 of a difference.
        Assert.Equal(normal[0].Difference.Value / Math.Sqrt(400 * 25 * 26 / 6.0), normal[0].RankSum.Statistic.Value, 1e-2);
        Assert.All(exact, pair => Assert.Equal(pair.Nemenyi.Statistic.Value / Math.Sqrt(2), NormalQuantileOf(pair.RankSum.P.Value), 0.1));
    }

    [Fact]
    public void Of_RatersInAnyOrder_IsTheSame()
    {
        var table = Tables.Random(5, 6, 5, 4);
        var turned = Tables.Of(Tables.Rows(table).Reverse());

        Assert.Equal(
            FriedmanPairs.Of(Ratings.Of(table)).Pairs.Select(pair => (pair.Difference, pair.RankSum.P, pair.ConoverAdjusted, pair.Nemenyi.P)),
            FriedmanPairs.Of(Ratings.Of(turned)).Pairs.Select(pair => (pair.Difference, pair.RankSum.P, pair.ConoverAdjusted, pair.Nemenyi.P)));
    }

    [Fact]
    public void Of_CompleteAgreement_LeavesConoverUndefined()
    {
        var pair = FriedmanPairs.Of(Ratings.Of(new double[,] { { 1, 2, 3 }, { 1, 2, 3 }, { 4, 6, 9 } })).Pairs[1];

        Assert.Equal(UndefinedReason.CompleteAgreement, pair.Conover.P.Undefined);
        Assert.Equal(UndefinedReason.CompleteAgreement, pair.ConoverAdjusted.Undefined);

        // Of 6³ choices of two places each, one gives the same difference and one the opposite.
        Assert.Equal(new Rational(2, 216), pair.RankSum.P.Exact);
    }

    [Fact]
    public void Of_ConstantRaters_AreLeftOutAndListed()
    {
        var result = FriedmanPairs.Of(Ratings.Of(new double[,] { { 1, 2, 3 }, { 5, 5, 5 }, { 3, 1, 2 } }));

        Assert.Equal(["R2"], result.ConstantRaters);
        Assert.Equal(["R1", "R3"], result.Raters);
        Assert.Equal(2, result.Pairs[0].Conover.DegreesOfFreedom);
    }

    [Fact]
    public void Of_WeightedRaters_HasDifferencesOnly()
    {
        var pair = FriedmanPairs.Of(Ratings.Of(new double[,] { { 1, 2 }, { 2, 1 }, { 1, 2 } }, [5, 1, 1])).Pairs[0];

        Assert.Equal(-5, pair.Difference.Value);
        Assert.Equal(UndefinedReason.WeightedRaters, pair.RankSum.P.Undefined);
        Assert.Equal(UndefinedReason.WeightedRaters, pair.Nemenyi.P.Undefined);
        Assert.Equal(UndefinedReason.WeightedRaters, pair.RankSumAdjusted.Undefined);
    }

    [Fact]
    public void Of_WhatHasNoPairs_IsRefused()
    {
        Assert.Contains("'R2'", Assert.Throws<ArgumentException>(() => FriedmanPairs.Of(Ratings.Of(new[,] { { 1, 2 }, { 1, double.NaN } }))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => FriedmanPairs.Of(Ratings.Of(new double[,] { { 1 }, { 2 } })));
        Assert.Throws<ArgumentNullException>(() => FriedmanPairs.Of(null!));
    }

    private static double NormalQuantileOf(double p) => p == 1 ? 0 : -CivicTech.Consensus.Distributions.Tails.NormalQuantile(p / 2);
}
