using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Numerics;
using CivicTech.Tests.Consensus.Delphi.Answers;
using static CivicTech.Consensus.Delphi.Criteria.ConsensusVerdict;

namespace CivicTech.Tests.Consensus.Delphi.Criteria;

public sealed class CriterionTests
{
    private static readonly RatingScale Five = RatingScale.Of(1, 5);

    [Theory]
    [InlineData(75, 0, In)]
    [InlineData(74, 0, None)]
    [InlineData(0, 75, Out)]
    [InlineData(25, 74, None)]
    public void PercentAgreement_AtTheLimit_IncludesIt(int high, int low, ConsensusVerdict expected) =>
        Assert.Equal(expected, Plans.Percent.Judge(Shares(high, low)).Verdict);

    [Fact]
    public void PercentAgreement_WithoutOut_NeverExcludes() => Assert.Equal(None, (Plans.Percent with { Out = null }).Judge(Shares(0, 100)).Verdict);

    // The shares of core outcome sets: 70 % is enough, 15 % too much.
    [Theory]
    [InlineData(70, 14, In)]
    [InlineData(70, 15, None)]
    [InlineData(69, 0, None)]
    [InlineData(14, 70, Out)]
    [InlineData(15, 70, None)]
    [InlineData(50, 50, None)]
    public void Comet_AtTheLimits_IncludesOneAndExcludesTheOther(int high, int low, ConsensusVerdict expected) =>
        Assert.Equal(expected, CometCriterion.Comet7015.Judge(Shares(high, low)).Verdict);

    [Fact]
    public void Comet_Sentence_SaysAllNumbers() => Assert.Equal(
        "Consensus to include: share of answers from 7 to 9 is 0.8 (wanted: at least 0.7 to include, below 0.15 to exclude); "
        + "share of answers from 1 to 3 is 0.1 (wanted: below 0.15 to include, at least 0.7 to exclude).",
        CometCriterion.Comet7015.Judge(Shares(80, 10)).ToString());

    [Theory]
    [InlineData("6 7 7 8", In)]
    [InlineData("1 2 3 3", Out)]
    [InlineData("4 4 5 5", None)]
    [InlineData("1 7 7 9", None)]
    public void MedianAndRange_Shapes_HaveTheirVerdicts(string answers, ConsensusVerdict expected) =>
        Assert.Equal(expected, Plans.Median.Judge(Answers(answers)).Verdict);

    [Theory]
    [InlineData("7 7 7 7", true, In)]
    [InlineData("5 5 5 5", true, None)]
    [InlineData("5 5 5 5", false, None)]
    [InlineData("3 3 3 3", false, Out)]
    public void MedianAndRange_WithOneLimitOfTheMedian_SaysThatWayOnly(string answers, bool includes, ConsensusVerdict expected)
    {
        var criterion = includes ? Plans.Median with { MedianAtMost = null } : Plans.Median with { MedianAtLeast = null };
        Assert.Equal(expected, criterion.Judge(Answers(answers)).Verdict);
    }

    [Fact]
    public void SaysWhichWay_OfSeveral_WhenOneOfThemDoes()
    {
        Assert.True(Plans.Both.SaysWhichWay);
        Assert.False((Plans.Both with { Criteria = [Plans.Variation, Plans.Variation] }).SaysWhichWay);
    }

    [Fact]
    public void MedianAndRange_RangeOfOtherRules_DecidesOtherwise()
    {
        // Ranges of 0.5 as in R, 1 as in SAS, 1.5 as in SPSS.
        var answers = new ItemAnswers(AnswerCounts.Of(Five, 3, 3, 3, 4, 4, 4, 4, 4, 4, 5, 5, 5));
        var criterion = new MedianAndRange { Quantiles = QuantileRule.Linear, RangeAtMost = 1 };

        Assert.Equal(In, criterion.Judge(answers).Verdict);
        Assert.Equal(None, (criterion with { Quantiles = QuantileRule.AveragedInvertedDistribution, RangeAtMost = new(1, 2) }).Judge(answers).Verdict);
        Assert.Equal(None, (criterion with { Quantiles = QuantileRule.Weibull }).Judge(answers).Verdict);
    }

    [Fact]
    public void MedianAndRange_WithoutLimitsOfTheMedian_LooksAtTheRangeAlone()
    {
        var criterion = Plans.Median with { MedianAtLeast = null, MedianAtMost = null };

        Assert.Equal(In, criterion.Judge(Answers("1 2 3 3")).Verdict);
        Assert.Equal(None, criterion.Judge(Answers("1 1 9 9")).Verdict);
        Assert.Null(criterion.Judge(Answers("1 2")).Figures[1].Wanted);
        Assert.Equal("at most 3 to exclude", (criterion with { MedianAtMost = 3 }).Judge(Answers("1 2")).Figures[1].Wanted);
        Assert.Equal("at least 3", (criterion with { MedianAtLeast = 3 }).Judge(Answers("1 2")).Figures[1].Wanted);
    }

    // At the middle IPRAS is 2.35, so a range of 3 is disagreement and of 2 is none; further out more is allowed.
    [Theory]
    [InlineData("1 1 1 5 5 5 9 9 9 9", None)]
    [InlineData("7 7 7 8 8 8 9 9 9 9", In)]
    [InlineData("1 1 1 2 2 2 3 3 3 3", Out)]
    [InlineData("6 6 7 7", In)]
    [InlineData("3 3 4 4", None)]
    [InlineData("3 3 3 4", Out)]
    [InlineData("1 1 1 7 7 7 7 8 8 9", In)]
    [InlineData("4 4 4 4 7 7 7 9 9 9", None)]
    public void RandUcla_Shapes_HaveTheirVerdicts(string answers, ConsensusVerdict expected) =>
        Assert.Equal(expected, Plans.RandUcla.Judge(Answers(answers)).Verdict);

    [Fact]
    public void RandUcla_Range_MayGrowAwayFromTheMiddle()
    {
        // Percentiles 4 and 9 of type 1: centre 6.5, 1.5 from 5, so 2.35 + 2.25 = 4.6 is allowed and 5 is more.
        var finding = (Plans.RandUcla with { Quantiles = QuantileRule.InvertedDistribution }).Judge(Answers("4 4 4 7 7 7 9 9 9 9"));

        Assert.Equal(None, finding.Verdict);
        Assert.Equal(["7", "4", "9", "5", "6.5", "1.5", "4.6"], finding.Figures.Select(figure => figure.Value));
        Assert.Equal("at most 4.6", finding.Figures[3].Wanted);
    }

    // The sizes of the manual: at most 2 outside of 8 to 10, 3 of 11 to 13, 4 of 14 to 16.
    [Theory]
    [InlineData(7, 0, TooFew)]
    [InlineData(8, 2, In)]
    [InlineData(10, 2, In)]
    [InlineData(10, 3, None)]
    [InlineData(11, 3, In)]
    [InlineData(13, 3, In)]
    [InlineData(13, 4, None)]
    [InlineData(14, 4, In)]
    [InlineData(16, 4, In)]
    [InlineData(16, 5, None)]
    [InlineData(17, 0, TooFew)]
    public void RandUclaCounts_Sizes_AllowTheirNumberOutside(int people, int outside, ConsensusVerdict expected)
    {
        Assert.Equal(expected, new RandUclaCounts().Judge(new(AnswerCounts.Of(Plans.Nine, [.. Enumerable.Repeat(8, people - outside), .. Enumerable.Repeat(2, outside)]))).Verdict);
        Assert.Equal(
            expected is In ? Out : expected,
            new RandUclaCounts().Judge(new(AnswerCounts.Of(Plans.Nine, [.. Enumerable.Repeat(2, people - outside), .. Enumerable.Repeat(8, outside)]))).Verdict);
    }

    // By hand from the definitions of the manual, in tenths of tenths: places (n - 1)p + 1 among the answers in order.
    [Fact]
    public void RandUcla_AllAnswersOfFewPeople_AreWhatTheManualSays()
    {
        foreach (var answers in Enumerable.Range(1, 6).SelectMany(people => Multisets.Of(Plans.Nine, people)))
        {
            var sorted = Multisets.Sorted(answers);
            int Tenths(int tenths)
            {
                var (whole, part) = Math.DivRem((sorted.Length - 1) * tenths, 10);
                return (10 * sorted[whole]) + (part == 0 ? 0 : part * (sorted[whole + 1] - sorted[whole]));
            }

            // IPR > 2.35 + 1.5 |(p30 + p70) / 2 - 5|, times 100.
            var (low, high) = (Tenths(3), Tenths(7));
            var isDisagreement = 10 * (high - low) > 235 + (15 * Math.Abs(low + high - 100) / 2.0);
            var doubledMedian = sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2];
            var expected = isDisagreement ? None : doubledMedian >= 13 ? In : doubledMedian < 7 ? Out : None;
            Assert.True(expected == Plans.RandUcla.Judge(new(answers)).Verdict, $"{answers}");
        }
    }

    [Fact]
    public void RandUclaCounts_AnswersAtRandom_AreWhatTheManualSays()
    {
        var random = new SplitMix64(3);
        int[] most = [2, 2, 2, 3, 3, 3, 4, 4, 4];
        var verdicts = new HashSet<(int, ConsensusVerdict)>();
        for (var time = 0; time < 6_000; time++)
        {
            var (people, centre) = (random.Between(7, 17), random.Between(1, 9));
            int[] sorted = [.. Enumerable.Range(0, people).Select(_ => random.OneIn(4) ? random.Between(1, 9) : Math.Clamp(centre + random.Between(-1, 1), 1, 9)).Order()];
            var doubledMedian = sorted[(people - 1) / 2] + sorted[people / 2];
            var (lowest, agreed) = doubledMedian < 7 ? (1, Out) : doubledMedian < 13 ? (4, None) : (7, In);
            var expected = people is < 8 or > 16 ? TooFew : sorted.Count(answer => answer < lowest || answer > lowest + 2) <= most[people - 8] ? agreed : None;
            Assert.Equal(expected, new RandUclaCounts().Judge(new(AnswerCounts.Of(Plans.Nine, sorted))).Verdict);
            verdicts.Add((people, expected));
        }

        Assert.Equal((9 * 3) + 2, verdicts.Count);
    }

    // On two steps a share is all there is: the mean, the median and the variation follow from it.
    [Fact]
    public void Criteria_OnTwoSteps_FollowTheShare()
    {
        var scale = RatingScale.Of(0, 1);
        for (var people = 1; people <= 9; people++)
        {
            for (var yes = 0; yes <= people; yes++)
            {
                var answers = new ItemAnswers(AnswerCounts.FromCounts(scale, [people - yes, yes]));
                var side = 2 * yes > people ? In : 2 * yes < people ? Out : None;
                Assert.Equal(3 * yes >= 2 * people ? In : None, new PercentAgreement { Lowest = 1, Highest = 1, AtLeast = new(2, 3) }.Judge(answers).Verdict);
                Assert.Equal(side, new MeanAgainstNeutral { Neutral = new(1, 2), AtNeutral = AtNeutral.Undecided }.Judge(answers).Verdict);
                Assert.Equal(side, new MedianAndRange { Quantiles = QuantileRule.Hazen, RangeAtMost = 1, MedianAtLeast = 1, MedianAtMost = 0 }.Judge(answers).Verdict);

                // Variance yes · no / (n (n - 1)) over the squared mean: no · n / (yes (n - 1)).
                Assert.Equal(
                    people < 2 ? TooFew : yes > 0 && (people - yes) * people <= yes * (people - 1) ? In : None,
                    new VariationAtMost { AtMost = 1 }.Judge(answers).Verdict);
            }
        }
    }

    [Fact]
    public void RandUclaCounts_MedianInTheMiddle_DecidesNothing() => Assert.Equal(None, new RandUclaCounts().Judge(Answers("5 5 5 5 5 5 5 5")).Verdict);

    [Theory]
    [InlineData("4 6 6", AtNeutral.Drop, In)]
    [InlineData("4 4 6", AtNeutral.Keep, Out)]
    [InlineData("4 6", AtNeutral.Keep, In)]
    [InlineData("4 6", AtNeutral.Drop, Out)]
    [InlineData("4 6", AtNeutral.Undecided, None)]
    public void MeanAgainstNeutral_Mean_TakesItsSide(string answers, AtNeutral atNeutral, ConsensusVerdict expected) =>
        Assert.Equal(expected, (Plans.Mean with { AtNeutral = atNeutral }).Judge(Answers(answers)).Verdict);

    [Fact]
    public void VariationAtMost_AtTheLimit_IsComparedWithoutRounding()
    {
        // 1, 3, 5 have exactly 2/3; 1, 2, 5 have √39/8, between these two.
        Assert.Equal(In, new VariationAtMost { AtMost = new(2, 3) }.Judge(Answers("1 3 5")).Verdict);
        Assert.Equal(None, new VariationAtMost { AtMost = Rational.Parse("0.6666666666666666") }.Judge(Answers("1 3 5")).Verdict);
        Assert.Equal(In, new VariationAtMost { AtMost = Rational.Parse("0.7806247497997998") }.Judge(Answers("1 2 5")).Verdict);
        Assert.Equal(None, new VariationAtMost { AtMost = Rational.Parse("0.7806247497997997") }.Judge(Answers("1 2 5")).Verdict);
        Assert.Equal(TooFew, Plans.Variation.Judge(Answers("5")).Verdict);
        Assert.Contains("the mean is not positive", Plans.Variation.Judge(new(AnswerCounts.Of(RatingScale.Of(-2, 2), -1, 1))).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnswersAtLeast_Fewer_IsTooFew()
    {
        Assert.Equal(TooFew, Plans.Enough.Judge(Answers("8 8")).Verdict);
        Assert.Equal(In, Plans.Enough.Judge(Answers("8 8 8")).Verdict);
        Assert.Equal("Too few answers to judge: answers is 2 (wanted: at least 3).", Plans.Enough.Judge(Answers("8 8")).ToString());
    }

    [Theory]
    [InlineData("8 8 9", In)]
    [InlineData("2 2 3", Out)]
    [InlineData("1 1 9", None)]
    [InlineData("1 9 9", None)]
    [InlineData("8", TooFew)]
    public void AllOf_SpreadAndSide_NeedsBoth(string answers, ConsensusVerdict expected)
    {
        var finding = Plans.Both.Judge(Answers(answers));

        Assert.Equal(expected, finding.Verdict);
        Assert.Equal("mean", finding.Figures[0].Name);
    }

    [Fact]
    public void AllOf_SidesThatDiffer_DecideNothing()
    {
        var high = new MeanAgainstNeutral { Neutral = 7, AtNeutral = AtNeutral.Drop };

        Assert.Equal(None, new AllOf { Criteria = [Plans.Mean, high] }.Judge(Answers("6 6 6")).Verdict);
        Assert.Equal(Out, new AllOf { Criteria = [Plans.Mean, high] }.Judge(Answers("4 4 4")).Verdict);

        // Of spread alone, there is nothing to exclude by.
        Assert.Equal(None, new AllOf { Criteria = [Plans.Variation, new VariationAtMost { AtMost = 0 }] }.Judge(Answers("4 4 5")).Verdict);
        Assert.Equal(Out, new AllOf { Criteria = [new AnswersAtLeast { Fewest = 2, Criterion = Plans.Variation }, high] }.Judge(Answers("4 4 5")).Verdict);
        Assert.Equal(Out, new AllOf { Criteria = [new AllOf { Criteria = [Plans.Variation] }, high] }.Judge(Answers("4 4 5")).Verdict);
    }

    [Theory]
    [InlineData("8 8 8", "7 9 9", In)]
    [InlineData("2 2 2", "1 1 1", Out)]
    [InlineData("8 8 8", "1 1 1", None)]
    [InlineData("8 8 8", "8 8 5", None)]
    [InlineData("8 8 8", "", TooFew)]
    public void EveryRole_Roles_MustAgree(string clinicians, string patients, ConsensusVerdict expected)
    {
        var (one, other) = (Answers(clinicians).All, Answers(patients).All);
        var answers = new ItemAnswers(one.Merge(other), KeyValuePair.Create("patients", other), KeyValuePair.Create("clinicians", one));

        Assert.Equal(["clinicians", "patients"], answers.ByRole.Keys);
        Assert.Equal(expected, Plans.EveryRole.Judge(answers).Verdict);
        Assert.Equal(expected, (Plans.EveryRole with { Roles = [] }).Judge(answers).Verdict);
        Assert.StartsWith("clinicians: share of answers from 7 to 9 is ", Plans.EveryRole.Judge(answers).Figures[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryRole_OfOneWhoDidNotAnswer_IsTooFew()
    {
        var eight = Answers("8 8").All;

        Assert.Equal(TooFew, Plans.EveryRole.Judge(new(eight, KeyValuePair.Create("patients", eight))).Verdict);
        Assert.Equal(In, (Plans.EveryRole with { Roles = ["patients"] }).Judge(new(eight, KeyValuePair.Create("patients", eight))).Verdict);
        Assert.Equal(TooFew, (Plans.EveryRole with { Roles = [] }).Judge(new(eight)).Verdict);
    }

    [Fact]
    public void Judge_WithoutAnswers_IsTooFew() =>
        Assert.All(Plans.All.Where(criterion => criterion is not CustomCriterion), criterion => Assert.Equal(TooFew, criterion.Judge(Answers("")).Verdict));

    [Fact]
    public void CustomCriterion_RuleOfTheHost_IsAsked()
    {
        var rules = new Dictionary<string, IConsensusRule> { ["host:two-thirds@1"] = new TwoThirds() };
        var nested = new AllOf { Criteria = [Plans.Mean, new AnswersAtLeast { Fewest = 1, Criterion = Plans.EveryRole with { Criterion = Plans.Custom, Roles = ["r"] } }] };
        var answers = new ItemAnswers(Answers("8 8 2").All, KeyValuePair.Create("r", Answers("8 8 2").All));

        Assert.Equal(In, Plans.Custom.Judge(answers, rules).Verdict);
        Assert.Equal(In, nested.Judge(answers, rules).Verdict);
        Assert.Equal(["host:two-thirds@1"], nested.CustomRules.ToArray());
        Assert.Empty(Plans.Both.CustomRules);
    }

    [Fact]
    public void CustomCriterion_UnknownRule_SaysWhichThereAre()
    {
        Assert.EndsWith("none of the rules given: there are none.", Assert.Throws<InvalidOperationException>(() => Plans.Custom.Judge(Answers("8"))).Message, StringComparison.Ordinal);
        var rules = new Dictionary<string, IConsensusRule> { ["b"] = new TwoThirds(), ["a"] = new TwoThirds() };
        Assert.EndsWith("'host:two-thirds@1', which is none of the rules given: a, b.", Assert.Throws<InvalidOperationException>(() => Plans.Custom.Judge(Answers("8"), rules)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ItemAnswers_OtherScale_IsRefused() => Assert.Contains(
        "The scale of role 'r' is 1 to 5, expected that of all, 1 to 9.",
        Assert.Throws<ArgumentException>(() => new ItemAnswers(Answers("8").All, KeyValuePair.Create("r", AnswerCounts.Of(Five, 1)))).Message,
        StringComparison.Ordinal);

    private static ItemAnswers Answers(string answers) => new(AnswerCounts.Of(Plans.Nine, answers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)));

    private static ItemAnswers Shares(int high, int low) => new(AnswerCounts.FromCounts(Plans.Nine, [0, low, 0, 0, 100 - high - low, 0, 0, high, 0]));

    private sealed class TwoThirds : IConsensusRule
    {
        public string Id => "host:two-thirds@1";

        public CriterionFinding Judge(ItemAnswers answers) => new() { Verdict = answers.All.ShareIn(7, 9).Exact >= new Rational(2, 3) ? In : None };
    }
}
