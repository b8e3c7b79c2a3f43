using CivicTech.Consensus.Coefficients;
using CivicTech.Consensus.Concordance;

namespace CivicTech.Tests.Consensus.Coefficients;

/// <summary>What holds for every correlation of orders.</summary>
public sealed class RankCorrelationLawTests
{
    public static TheoryData<string> Both => new("tau", "rho");

    [Theory]
    [MemberData(nameof(Both))]
    public void Coefficient_RandomRows_IsSymmetricWithinOneAndSeesOrderAlone(string which)
    {
        var random = new SplitMix64(11);
        for (var round = 0; round < 200; round++)
        {
            var count = 2 + random.Below(10);
            var (first, second) = (Orders.Random(random, count, 2 + (round % 30)), Orders.Random(random, count, 2 + (round % 11)));
            var result = Of(which, first, second);
            if (!result.Coefficient.IsDefined)
            {
                continue;
            }

            Assert.InRange(result.Coefficient.Value, -1, 1);
            Assert.InRange(result.Test.P.Value, 0, 1);
            Same(result, Of(which, second, first));
            Same(result, Of(which, [.. first.Select(value => Math.Exp(value) - 3)], [.. second.Select(value => value * 0.1)]));
            Same(result, Of(which, [.. first.Select(value => -value)], [.. second.Select(value => -value)]));

            var order = Enumerable.Range(0, count).OrderBy(_ => random.Below(1000)).ToArray();
            Same(result, Of(which, [.. order.Select(i => first[i])], [.. order.Select(i => second[i])]));

            var turned = Of(which, first, [.. second.Select(value => -value)]);
            Assert.Equal(-result.Coefficient.Value, turned.Coefficient.Value);
            Assert.Equal(result.Test.P, turned.Test.P);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Coefficient_RandomRows_IsOneOnlyForTheSameOrder(string which)
    {
        var random = new SplitMix64(12);
        var ones = 0;
        for (var round = 0; round < 2000; round++)
        {
            var count = 2 + (round % 4);
            var (first, second) = (Orders.Random(random, count, 3), Orders.Random(random, count, 3));
            var result = Of(which, first, second).Coefficient;
            if (result.IsDefined)
            {
                var same = Enumerable.Range(0, count).All(i => Enumerable.Range(0, count).All(j => Math.Sign(first[i] - first[j]) == Math.Sign(second[i] - second[j])));
                Assert.Equal(same, result.Value == 1);
                ones += same ? 1 : 0;
            }
        }

        Assert.True(ones > 50);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Coefficient_AnyTwelvePairs_HasAnExactP(string which)
    {
        for (var size = 1; size <= 6; size++)
        {
            double[] groups = [.. Enumerable.Range(0, 12).Select(i => (double)(i / size))];
            for (var other = 1; other <= 6; other++)
            {
                double[] classes = [.. Enumerable.Range(0, 12).Select(i => (double)(i * 5 % 12 / other))];

                Assert.Equal(TestMethod.Exact, Of(which, groups, classes).Test.Method);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Of_Gaps_AreLeftOut(string which)
    {
        var result = Of(which, [1, double.NaN, 2, 3, 4], [2, 5, double.NaN, 3, 9]);

        Assert.Equal(3, result.Pairs);
        Same(Of(which, [1, 3, 4], [2, 3, 9]), result);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Of_SpecialValues_AreOrderedLikeOthers(string which)
    {
        Assert.Equal(1, Of(which, [double.NegativeInfinity, 0, double.PositiveInfinity], [1, 2, 3]).Coefficient.Value);
        Assert.Equal(UndefinedReason.ConstantRow, Of(which, [0.0, -0.0], [1, 2]).Coefficient.Undefined);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Of_DataWithoutAnOrder_IsUndefinedWithTheReason(string which)
    {
        Assert.Equal(UndefinedReason.FewerThanTwoItems, Of(which, [], []).Coefficient.Undefined);
        Assert.Equal(UndefinedReason.FewerThanTwoItems, Of(which, [1, double.NaN], [1, 2]).Test.P.Undefined);
        Assert.Equal(UndefinedReason.ConstantRow, Of(which, [1, 2, 3], [4, 4, 4]).Coefficient.Undefined);
        Assert.Equal(UndefinedReason.ConstantRow, Of(which, [1, 1, 1], [4, 5, 4]).Test.Statistic.Undefined);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Of_RowsOfDifferentLength_AreRefused(string which) =>
        Assert.Contains("3 and 2", Assert.Throws<ArgumentException>(() => Of(which, [1, 2, 3], [1, 2])).Message, StringComparison.Ordinal);

    private static RankCorrelation Of(string which, double[] first, double[] second) =>
        which == "tau" ? KendallTau.Of(first, second) : Spearman.Of(first, second);

    private static void Same(RankCorrelation expected, RankCorrelation actual)
    {
        Assert.Equal(expected.Coefficient, actual.Coefficient);
        Assert.Equal(expected.Pairs, actual.Pairs);
        Assert.Equal(expected.Test.Method, actual.Test.Method);
        Assert.Equal(expected.Test.P, actual.Test.P);
    }
}
