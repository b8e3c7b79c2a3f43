using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Criteria;

namespace CivicTech.Tests.Consensus.Delphi.Criteria;

public sealed class CriterionCheckTests
{
    private static readonly CometCriterion Comet = CometCriterion.Comet7015;

    [Fact]
    public void Check_UsablePlans_FindsNothing() => Assert.All(Plans.All, criterion => Assert.Empty(criterion.Check(Plans.Nine)));

    [Fact]
    public void Check_UnusableMembers_NamesEachAndWhatWasExpected()
    {
        Says(Plans.Percent with { Lowest = 9, Highest = 7 }, "lowest, highest: 9 to 7, expected answers in ascending order from 1 to 9");
        Says(Plans.Percent with { Highest = 10 }, "lowest, highest: 7 to 10, expected answers in ascending order from 1 to 9");
        Says(Plans.Percent with { AtLeast = new(6, 5) }, "atLeast: 1.2, expected a share above 0, at most 1");
        Says(Plans.Percent with { AtLeast = 0, Out = null }, "atLeast: 0, expected a share above 0, at most 1");
        Says(Plans.Percent with { Out = new() { Lowest = 0, Highest = 3 } }, "out: 0 to 3, expected answers in ascending order from 1 to 9");
        Says(Plans.Percent with { Out = new() { Lowest = 1, Highest = 7 } }, "out: 1 to 7, expected no answer of 7 to 9");
        Says(Plans.Percent with { Lowest = 1, Highest = 3, Out = new() { Lowest = 3, Highest = 9 } }, "out: 3 to 9, expected no answer of 1 to 3");
        Assert.Empty((Plans.Percent with { Lowest = 1, Highest = 3, Out = new() { Lowest = 4, Highest = 9 } }).Check(Plans.Nine));
        Says(Plans.Percent with { AtLeast = new(1, 2) }, "atLeast: 0.5, expected more than 0.5 where out is given: both could have so much");

        Says(Comet with { InHighest = 6 }, "inLowest, inHighest: 7 to 6, expected answers in ascending order from 1 to 9");
        Says(Comet with { OutLowest = 0 }, "outLowest, outHighest: 0 to 3, expected answers in ascending order from 1 to 9");
        Says(Comet with { OutHighest = 7 }, "outLowest, outHighest: 1 to 7, expected no answer of 7 to 9");
        Says(Comet with { AtLeast = new(-1, 10) }, "atLeast: -0.1, expected a share above 0, at most 1", "below: 0.15, expected a share above 0, at most atLeast, -0.1");
        Says(Comet with { Below = 0 }, "below: 0, expected a share above 0, at most atLeast, 0.7");
        Says(Comet with { Below = new(4, 5) }, "below: 0.8, expected a share above 0, at most atLeast, 0.7");

        Says(Plans.Median with { Quantiles = (QuantileRule)99 }, "quantiles: 99, expected a rule of quantiles");
        Says(Plans.Median with { RangeAtMost = -1 }, "rangeAtMost: -1, expected 0 or more");
        Says(Plans.Median with { MedianAtLeast = 10 }, "medianAtLeast: 10, expected from 1 to 9");
        Says(Plans.Median with { MedianAtMost = 0 }, "medianAtMost: 0, expected from 1 to 9");
        Says(Plans.Median with { MedianAtMost = 7 }, "medianAtMost: 7, expected below medianAtLeast, 6.5");
        Says(Plans.Median with { MedianAtMost = Plans.Median.MedianAtLeast }, "medianAtMost: 6.5, expected below medianAtLeast, 6.5");
        Assert.Empty((Plans.Median with { Quantiles = QuantileRule.TukeyHinges }).Check(Plans.Nine));

        Says(Plans.RandUcla with { Quantiles = QuantileRule.TukeyHinges }, "quantiles: TukeyHinges, expected a rule for other shares than quarters");
        Says(Plans.RandUcla, RatingScale.Of(1, 5), "kind: the scale is 1 to 5, expected 1 to 9, for which the method is made");
        Says(new RandUclaCounts(), RatingScale.Of(0, 9), "kind: the scale is 0 to 9, expected 1 to 9, for which the method is made");

        Says(Plans.Mean with { Neutral = new(1, 2) }, "neutral: 0.5, expected from 1 to 9");
        Says(Plans.Mean with { AtNeutral = (AtNeutral)7 }, "atNeutral: 7, expected Keep, Drop or Undecided");
        Says(Plans.Variation with { AtMost = -1 }, "atMost: -1, expected 0 or more");
        Says(Plans.Custom with { Rule = " " }, "rule: empty, expected the id of a rule");
    }

    [Fact]
    public void Check_Combinations_NameThePlaceWithin()
    {
        var broken = Plans.Variation with { AtMost = -1 };

        Says(Plans.Enough with { Fewest = 0 }, "fewest: 0, expected 1 or more");
        Says(Plans.Enough with { Criterion = broken }, "criterion.atMost: -1, expected 0 or more");
        Says(Plans.Enough with { Criterion = null! }, "criterion: missing, expected a criterion");
        Says(new AllOf { Criteria = [] }, "criteria: none, expected at least one");
        Says(new AllOf { Criteria = default }, "criteria: none, expected at least one");
        Says(new AllOf { Criteria = [Plans.Mean, Plans.Enough with { Criterion = broken }] }, "criteria[1].criterion.atMost: -1, expected 0 or more");
        Says(Plans.EveryRole with { Roles = ["a", ""] }, "roles[1]: empty, expected a role");
        Says(Plans.EveryRole with { Roles = ["a", "b", "a"] }, "roles: 'a' 2 times, expected once");
        Says(Plans.EveryRole with { Criterion = broken }, "criterion.atMost: -1, expected 0 or more");
    }

    [Fact]
    public void Judge_UnusableCriterion_Throws()
    {
        var error = Assert.Throws<InvalidOperationException>(() => (Plans.Variation with { AtMost = -1 }).Judge(new(AnswerCounts.Of(Plans.Nine, 1))));

        Assert.Equal("The criterion cannot be used: atMost: -1, expected 0 or more.", error.Message);
    }

    private static void Says(ConsensusCriterion criterion, params string[] expected) => Says(criterion, Plans.Nine, expected);

    private static void Says(ConsensusCriterion criterion, RatingScale scale, params string[] expected) => Assert.Equal(expected, criterion.Check(scale));
}
