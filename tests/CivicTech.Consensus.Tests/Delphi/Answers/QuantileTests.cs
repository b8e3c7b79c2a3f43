using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Numerics;
using static CivicTech.Consensus.Delphi.Answers.QuantileRule;

namespace CivicTech.Tests.Consensus.Delphi.Answers;

public sealed class QuantileTests
{
    private static readonly Rational[] Shares = [0, new(1, 10), new(1, 4), new(3, 10), new(1, 3), new(1, 2), new(7, 10), new(3, 4), new(9, 10), 1];

    public static TheoryData<QuantileRule> Rules => [.. Enum.GetValues<QuantileRule>()];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Quantile_AllAnswersOfFewPeople_IsWhatTheDefinitionSays(QuantileRule rule)
    {
        foreach (var people in Enumerable.Range(1, 7))
        {
            foreach (var answers in Multisets.Of(RatingScale.Of(-1, 3), people))
            {
                var sorted = Multisets.Sorted(answers);
                foreach (var share in Shares.Where(share => rule != TukeyHinges || (share * 4).IsInteger))
                {
                    Assert.True(Defined(sorted, share, rule) == answers.Quantile(share, rule).Exact, $"{rule} {share} of {answers}");
                }
            }
        }
    }

    // Hyndman and Fan's types 1 to 9 and fivenum in R, of 1, 2, 4, 7, 8, 9, by hand from the places in their paper.
    [Theory]
    [InlineData(InvertedDistribution, "2", "8")]
    [InlineData(AveragedInvertedDistribution, "2", "8")]
    [InlineData(ClosestObservation, "2", "7")]
    [InlineData(InterpolatedInvertedDistribution, "3/2", "15/2")]
    [InlineData(Hazen, "2", "8")]
    [InlineData(Weibull, "7/4", "33/4")]
    [InlineData(Linear, "5/2", "31/4")]
    [InlineData(MedianUnbiased, "23/12", "97/12")]
    [InlineData(NormalUnbiased, "31/16", "129/16")]
    [InlineData(TukeyHinges, "2", "8")]
    public void Quantile_SixAnswers_IsWhatThePlacesGive(QuantileRule rule, string first, string third)
    {
        var answers = AnswerCounts.Of(RatingScale.Of(1, 9), 9, 1, 8, 2, 7, 4);

        Assert.Equal(Rational.Parse(first), answers.Quantile(new(1, 4), rule).Exact);
        Assert.Equal(Rational.Parse(third), answers.Quantile(new(3, 4), rule).Exact);
        Assert.Equal(Rational.Parse(third) - Rational.Parse(first), answers.InterquartileRange(rule).Exact);
    }

    [Fact]
    public void Quantile_NoSuchQuestion_IsRefusedEvenWithoutAnswers()
    {
        var answers = AnswerCounts.Of(RatingScale.Of(1, 5));

        Assert.Throws<ArgumentOutOfRangeException>("p", () => answers.Quantile(new(-1, 10), Linear));
        Assert.Throws<ArgumentOutOfRangeException>("p", () => answers.Quantile(new(11, 10), Linear));
        Assert.Throws<ArgumentOutOfRangeException>("p", () => answers.Quantile(new(1, 3), TukeyHinges));
        Assert.Throws<ArgumentOutOfRangeException>("rule", () => answers.Quantile(new(1, 2), (QuantileRule)99));
        Assert.False(answers.Quantile(new(1, 2), Linear).IsDefined);
    }

    private static Rational Defined(int[] sorted, Rational p, QuantileRule rule) => rule switch
    {
        // The least answer that at least p of all do not exceed.
        InvertedDistribution => sorted.First(answer => Below(sorted, answer) >= p),

        // Halfway between that and the greatest that at least 1 - p of all reach.
        AveragedInvertedDistribution => (Rational)(sorted.First(answer => Below(sorted, answer) >= p) + sorted.Last(answer => AtLeast(sorted, answer) >= 1 - p)) / 2,
        ClosestObservation => Nearest(sorted, p),
        InterpolatedInvertedDistribution => Interpolated(sorted, p, 0, 1),
        Hazen => Interpolated(sorted, p, new(1, 2), new(1, 2)),
        Weibull => Interpolated(sorted, p, 0, 0),
        Linear => Interpolated(sorted, p, 1, 1),
        MedianUnbiased => Interpolated(sorted, p, new(1, 3), new(1, 3)),
        NormalUnbiased => Interpolated(sorted, p, new(3, 8), new(3, 8)),
        _ when p.IsZero => sorted[0],
        _ when p == 1 => sorted[^1],
        _ when p == new Rational(1, 2) => Middle(sorted),
        _ when p == new Rational(1, 4) => Middle(sorted[..((sorted.Length + 1) / 2)]),
        _ => Middle(sorted[(sorted.Length / 2)..]),
    };

    private static Rational Below(int[] sorted, int answer) => new(sorted.Count(one => one <= answer), sorted.Length);

    private static Rational AtLeast(int[] sorted, int answer) => new(sorted.Count(one => one >= answer), sorted.Length);

    private static Rational Middle(int[] sorted) => new(sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2], 2);

    // The place closest to np; of two, the even one.
    private static Rational Nearest(int[] sorted, Rational p) => sorted[
        Enumerable.Range(0, sorted.Length + 1).OrderBy(place => Rational.Abs(place - (p * sorted.Length))).ThenBy(place => place % 2).Select(place => Math.Max(place, 1)).First() - 1];

    // As Hyndman and Fan's family of plotting positions (k - a) / (n + 1 - a - b) at the places k.
    private static Rational Interpolated(int[] sorted, Rational p, Rational a, Rational b)
    {
        Rational Position(int k) => (k - a) / (sorted.Length + 1 - a - b);
        if (sorted.Length == 1 || p <= Position(1))
        {
            return sorted[0];
        }

        for (var k = 1; k < sorted.Length; k++)
        {
            if (p <= Position(k + 1))
            {
                return sorted[k - 1] + ((p - Position(k)) / (Position(k + 1) - Position(k)) * (sorted[k] - sorted[k - 1]));
            }
        }

        return sorted[^1];
    }
}
