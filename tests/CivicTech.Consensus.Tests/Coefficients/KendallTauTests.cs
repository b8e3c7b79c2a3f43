using CivicTech.Consensus.Coefficients;
using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Coefficients;

public sealed class KendallTauTests
{
    // Hollander and Wolfe (1973), p. 187: lightness of tuna and its score; also the example of R's cor.test, T = 26, p = 0.1194, tau = 0.444.
    internal static readonly double[] Lightness = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1];
    internal static readonly double[] Score = [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8];

    [Fact]
    public void Of_HollanderWolfe_IsAsPublished()
    {
        var result = KendallTau.Of(Lightness, Score);

        Assert.Equal(new Rational(4, 9), result.Coefficient.Exact);
        Assert.Equal(9, result.Pairs);
        Assert.Equal(TestMethod.Exact, result.Test.Method);
        Assert.Equal(new Rational(21671, 181440), result.Test.P.Exact);
        Assert.Equal("0.444444 (4/9), 9 pairs, p = 0.119439 (Exact)", result.ToString());
    }

    [Fact]
    public void Of_ManyTiedPairs_UsesTheTieCorrectedNormal()
    {
        var (first, second) = Sequences(100, 40);

        var result = KendallTau.Of(first, second);

        // By the formulas of Kendall (1970) in 40 digits.
        Assert.Equal(0.97932207672338619, result.Coefficient.Value, 1e-15);
        Assert.Null(result.Coefficient.Exact);
        Assert.Equal(TestMethod.Normal, result.Test.Method);
        Assert.Equal(13.6281946219774521, result.Test.Statistic.Value, 1e-13);
        Close(2.72231831412428932e-42, result.Test.P.Value);
    }

    [Fact]
    public void Of_SmallRows_IsWhatCountingEveryOrderGives()
    {
        var random = new SplitMix64(7);
        for (var round = 0; round < 120; round++)
        {
            var count = 2 + (round % 5);
            var (first, second) = (Orders.Random(random, count, 2 + (round % 6)), Orders.Random(random, count, 2 + (round % 4)));
            if (first.Distinct().Count() == 1 || second.Distinct().Count() == 1)
            {
                continue;
            }

            var result = KendallTau.Of(first, second);

            Assert.Equal(TestMethod.Exact, result.Test.Method);
            Assert.Equal(Orders.TwoSided(first, second, Orders.KendallScore, Math.Abs), result.Test.P.Exact);
        }
    }

    [Fact]
    public void Of_RandomRows_IsScoreOverRootOfUntiedPairs()
    {
        var random = new SplitMix64(8);
        for (var round = 0; round < 100; round++)
        {
            var count = 2 + random.Below(60);
            var (first, second) = (Orders.Random(random, count, 2 + (round % 30)), Orders.Random(random, count, 2 + (round % 7)));
            var (one, two) = (Orders.KendallScore(first, first), Orders.KendallScore(second, second));
            var result = KendallTau.Of(first, second);
            if (one == 0 || two == 0)
            {
                Assert.Equal(UndefinedReason.ConstantRow, result.Coefficient.Undefined);
                continue;
            }

            Assert.Equal(Orders.KendallScore(first, second) / Math.Sqrt((double)one * two), result.Coefficient.Value, 1e-14);
            if (result.Coefficient.Exact is { } exact)
            {
                Assert.Equal(exact * exact * one * two, (Rational)Orders.KendallScore(first, second) * Orders.KendallScore(first, second));
            }
        }
    }

    [Fact]
    public void Of_FiftyOnePairsWithoutTies_IsNormal()
    {
        double[] first = [.. Enumerable.Range(0, 51).Select(i => (double)i)];
        double[] second = [.. first.Select(i => (i * 20) % 51)];
        var score = Orders.KendallScore(first, second);

        var test = KendallTau.Of(first, second).Test;

        Assert.Equal(TestMethod.Normal, test.Method);
        Assert.Equal(score / Math.Sqrt(51 * 50 * 107 / 18.0), test.Statistic.Value, 1e-13);
    }

    [Fact]
    public void Of_FiftyPairsInOneOrder_IsExact()
    {
        double[] first = [.. Enumerable.Range(0, 50).Select(i => (double)i)];
        var factorial = Enumerable.Range(1, 50).Aggregate((Rational)1, (product, i) => product * i);

        Assert.Equal(2 / factorial, KendallTau.Of(first, first).Test.P.Exact);
    }

    internal static (double[] First, double[] Second) Sequences(int count, int modulus)
    {
        double[] first = [.. Enumerable.Range(0, count).Select(i => (double)(((7 * i * i) + (3 * i)) % modulus))];
        return (first, [.. first.Select((value, i) => (value + (i * i * 5 + i) % 3) % (modulus + 1))]);
    }

    internal static void Close(double expected, double actual) => Assert.InRange(actual / expected, 1 - 1e-12, 1 + 1e-12);
}
