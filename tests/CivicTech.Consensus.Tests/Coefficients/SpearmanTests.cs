using CivicTech.Consensus.Coefficients;
using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Coefficients;

public sealed class SpearmanTests
{
    [Fact]
    public void Of_HollanderWolfe_IsAsPublished()
    {
        var result = Spearman.Of(KendallTauTests.Lightness, KendallTauTests.Score);

        // Σd² = 48; R's cor.test prints rho 0.6, p 0.0968.
        Assert.Equal(new Rational(3, 5), result.Coefficient.Exact);
        Assert.Equal(TestMethod.Exact, result.Test.Method);
        Assert.Equal(new Rational(2509, 25920), result.Test.P.Exact);
    }

    [Fact]
    public void Of_ManyPairs_UsesStudentsT()
    {
        var (first, second) = KendallTauTests.Sequences(100, 40);

        var result = Spearman.Of(first, second);

        // By the formulas in 40 digits.
        Assert.Equal(0.997194311380326901, result.Coefficient.Value, 1e-15);
        Assert.Equal(TestMethod.StudentT, result.Test.Method);
        Assert.Equal(98, result.Test.DegreesOfFreedom);
        KendallTauTests.Close(131.875140309229424, result.Test.Statistic.Value);
        Assert.InRange(result.Test.P.Value / 3.81017255616012467e-112, 1 - 1e-11, 1 + 1e-11);
    }

    [Fact]
    public void Of_SmallRows_IsWhatCountingEveryOrderGives()
    {
        var random = new SplitMix64(9);
        for (var round = 0; round < 120; round++)
        {
            var count = 2 + (round % 5);
            var (first, second) = (Orders.Random(random, count, 2 + (round % 6)), Orders.Random(random, count, 2 + (round % 4)));
            if (first.Distinct().Count() == 1 || second.Distinct().Count() == 1)
            {
                continue;
            }

            var result = Spearman.Of(first, second);

            Assert.Equal(TestMethod.Exact, result.Test.Method);
            Assert.Equal(Orders.TwoSided(first, second, Orders.SpearmanScore, Rational.Abs), result.Test.P.Exact);
        }
    }

    [Fact]
    public void Of_UntiedRows_IsOneLessSixSquaredDifferences()
    {
        var random = new SplitMix64(10);
        for (var round = 0; round < 50; round++)
        {
            var count = 2 + random.Below(30);
            double[] first = [.. Enumerable.Range(1, count).Select(i => (double)i)];
            double[] second = [.. first.OrderBy(_ => random.Below(1_000_000))];
            Rational n = count;
            Rational squares = first.Zip(second, (a, b) => (long)((a - b) * (a - b))).Sum();

            Assert.Equal(1 - (6 * squares / ((n * n * n) - n)), Spearman.Of(first, second).Coefficient.Exact);
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(50)]
    public void Of_CompleteAgreement_IsExactAtAnyLength(int count)
    {
        double[] ascending = [.. Enumerable.Range(0, count).Select(i => (double)i)];
        double[] tied = [0, .. ascending.Skip(1).Select(value => Math.Max(2, value))];
        var factorial = Enumerable.Range(1, count).Aggregate((Rational)1, (product, i) => product * i);

        Assert.Equal(2 / factorial, Spearman.Of(ascending, ascending).Test.P.Exact);
        Assert.Equal(2 / factorial, Spearman.Of(ascending, [.. ascending.Reverse()]).Test.P.Exact);

        // Two are tied low and none high: turned round, the row cannot be its own opposite.
        Assert.Equal(2 / factorial, Spearman.Of(tied, tied).Test.P.Exact);
    }

    [Fact]
    public void Of_CompleteAgreementOfThousands_HasThePNearestToTheFraction()
    {
        double[] ascending = [.. Enumerable.Range(0, 5000).Select(i => (double)i)];

        var test = Spearman.Of(ascending, ascending).Test;

        Assert.Equal(TestMethod.Exact, test.Method);
        Assert.Equal(0, test.P.Value);
    }
}
