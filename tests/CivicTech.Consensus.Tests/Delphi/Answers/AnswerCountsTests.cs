using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Delphi.Answers;

public sealed class AnswerCountsTests
{
    private static readonly RatingScale Five = RatingScale.Of(1, 5);

    [Fact]
    public void Figures_AllAnswersOfFewPeople_AreWhatTheDefinitionsSay()
    {
        foreach (var answers in Enumerable.Range(1, 7).SelectMany(people => Multisets.Of(RatingScale.Of(-1, 3), people)))
        {
            var sorted = Multisets.Sorted(answers);
            var mean = new Rational(sorted.Sum(), sorted.Length);
            Assert.Equal(mean, answers.Mean.Exact);
            Assert.Equal(Middle([.. sorted.Select(answer => (Rational)answer)]), answers.Median.Exact);
            Assert.Equal(Middle([.. sorted.Select(answer => Rational.Abs(answer - answers.Median.Exact!.Value)).Order()]), answers.MedianAbsoluteDeviation.Exact);
            Assert.Equal(sorted[0], answers.Minimum);
            Assert.Equal(sorted[^1], answers.Maximum);
            var most = sorted.CountBy(answer => answer).Max(one => one.Value);
            Assert.Equal(sorted.CountBy(answer => answer).Where(one => one.Value == most).Select(one => one.Key), answers.Modes.ToArray());
            Assert.Equal(new Rational(sorted.Count(answer => answer is 0 or 1), sorted.Length), answers.ShareIn(0, 1).Exact);
            if (sorted.Length < 2)
            {
                Assert.Equal(UndefinedReason.TooFewAnswers, answers.Variance.Undefined);
                continue;
            }

            var variance = sorted.Aggregate(Rational.Zero, (sum, answer) => sum + ((answer - mean) * (answer - mean))) / (sorted.Length - 1);
            Assert.Equal(variance, answers.Variance.Exact);
            Assert.Equal(Math.Sqrt(variance.ToDouble()), answers.StandardDeviation.Value, 1e-15);
            if (mean > 0)
            {
                Assert.Equal(Math.Sqrt(variance.ToDouble()) / mean.ToDouble(), answers.CoefficientOfVariation.Value, 1e-14);
            }
            else
            {
                Assert.Equal(UndefinedReason.MeanNotPositive, answers.CoefficientOfVariation.Undefined);
            }
        }
    }

    [Fact]
    public void StandardDeviation_OfSquare_IsAFraction()
    {
        // Distances 2 and -2 from 3 with one in the middle: 8 / 2.
        var answers = AnswerCounts.Of(Five, 1, 3, 5);

        Assert.Equal(2, answers.StandardDeviation.Exact);
        Assert.Equal(new Rational(2, 3), answers.CoefficientOfVariation.Exact);
        Assert.Null(AnswerCounts.Of(Five, 1, 2, 5).StandardDeviation.Exact);

        // The same answers counted from 0 vary more.
        Assert.Equal(1, AnswerCounts.Of(RatingScale.Of(0, 4), 0, 2, 4).CoefficientOfVariation.Exact);
    }

    [Fact]
    public void TastleWierman_KnownShapes_HasTheirConsensus()
    {
        Assert.Equal(1, AnswerCounts.Of(Five, 4, 4, 4).TastleWierman.Value);
        Assert.Equal(0, AnswerCounts.Of(Five, 1, 5, 5, 1).TastleWierman.Value);

        // One a step: 1 + 2/5 log₂(1/2) + 2/5 log₂(3/4).
        Assert.Equal(0.6 + (0.4 * Math.Log2(0.75)), AnswerCounts.Of(Five, 1, 2, 3, 4, 5).TastleWierman.Value, 1e-15);
    }

    [Fact]
    public void Figures_WithoutAnswers_AreUndefined()
    {
        var none = AnswerCounts.Of(Five);

        Assert.All(
            [none.Mean, none.Median, none.Variance, none.StandardDeviation, none.CoefficientOfVariation, none.MedianAbsoluteDeviation, none.TastleWierman, none.ShareIn(1, 5), none.InterquartileRange(QuantileRule.Hazen)],
            figure => Assert.Equal(UndefinedReason.TooFewAnswers, figure.Undefined));
        Assert.Null(none.Minimum);
        Assert.Null(none.Maximum);
        Assert.Empty(none.Modes);
        Assert.Equal("no answers", none.ToString());
    }

    [Fact]
    public void Merge_RandomParts_IsCountingTogether()
    {
        var random = new SplitMix64(7);
        for (var round = 0; round < 200; round++)
        {
            int[] one = Draw(random), other = Draw(random), third = Draw(random);
            var (left, right, last) = (AnswerCounts.Of(Five, one), AnswerCounts.Of(Five, other), AnswerCounts.Of(Five, third));
            var together = AnswerCounts.Of(Five, [.. third, .. one, .. other]);

            Assert.Equal(together, left.Merge(right).Merge(last));
            Assert.Equal(together, last.Merge(right.Merge(left)));
            Assert.Equal(together.GetHashCode(), left.Merge(last).Merge(right).GetHashCode());
            Assert.Equal(one.Length + other.Length + third.Length, together.Total);
        }
    }

    [Fact]
    public void Equality_OtherScaleOrCounts_Differs()
    {
        var answers = AnswerCounts.Of(Five, 1, 2, 2);

        Assert.True(answers == AnswerCounts.FromCounts(Five, [1, 2, 0, 0, 0]));
        Assert.True(answers != AnswerCounts.Of(Five, 1, 1, 2));
        Assert.True(answers != AnswerCounts.Of(RatingScale.Of(0, 4), 0, 1, 1));
        Assert.False(answers == null);
        Assert.Equal("1×1 2×2", answers.ToString());
    }

    [Fact]
    public void Making_BadInput_SaysWhereAndWhatWasExpected()
    {
        Refused("Answer 2 is 6, expected 1 to 5.", () => AnswerCounts.Of(Five, 1, 5, 6));
        Refused("Answer 0 is 0, expected 1 to 5.", () => AnswerCounts.Of(Five, new List<int> { 0 }));
        Refused("There are 4 counts, expected 5: one a step from 1 to 5.", () => AnswerCounts.FromCounts(Five, [1, 2, 3, 4]));
        Refused("There are 0 counts", () => AnswerCounts.FromCounts(Five, default));
        Refused("The count of answer 2 is -1, expected 0 or more.", () => AnswerCounts.FromCounts(Five, [1, -1, 0, 0, 0]));
        Refused("expected at most 2147483647", () => AnswerCounts.FromCounts(Five, [int.MaxValue, 1, 0, 0, 0]));
        Refused("The scale has highest: 1", () => AnswerCounts.Of(new RatingScale { Lowest = 1, Highest = 1 }, 1));
        Refused("The scales are 1 to 5 and 0 to 4", () => AnswerCounts.Of(Five, 1).Merge(AnswerCounts.Of(RatingScale.Of(0, 4), 1)));
        Refused("expected at most 2147483647", () => AnswerCounts.FromCounts(Five, [int.MaxValue, 0, 0, 0, 0]).Merge(AnswerCounts.Of(Five, 1)));
    }

    [Fact]
    public void Figures_MostAnswersPossible_DoNotOverflow()
    {
        var scale = RatingScale.Of(int.MaxValue - 100, int.MaxValue);
        var answers = AnswerCounts.FromCounts(scale, [int.MaxValue / 2, .. new int[99], int.MaxValue / 2]);

        Assert.Equal(int.MaxValue - 50, answers.Mean.Exact);
        Assert.Equal(int.MaxValue - 50, answers.Median.Exact);
        Assert.Equal(50, answers.MedianAbsoluteDeviation.Exact);
        Assert.Equal(100, answers.InterquartileRange(QuantileRule.Linear).Exact);
        Assert.Equal(new Rational(2500L * (int.MaxValue - 1), int.MaxValue - 2), answers.Variance.Exact);
    }

    private static void Refused(string message, Func<object> make) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);

    private static int[] Draw(SplitMix64 random) => [.. Enumerable.Range(0, random.Below(9)).Select(_ => random.Between(1, 5))];

    private static Rational Middle(Rational[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
