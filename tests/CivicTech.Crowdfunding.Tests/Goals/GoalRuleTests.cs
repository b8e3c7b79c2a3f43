using CivicTech.Amounts;
using CivicTech.Crowdfunding.Goals;
using static CivicTech.Crowdfunding.Tests.Goals.GoalSamples;

namespace CivicTech.Crowdfunding.Tests.Goals;

public class GoalRuleTests
{
    private static readonly Money Dollars = Money.Of(100, "USD");

    [Fact]
    public void Constructor_NoUsableRounds_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new GoalRule());
        Assert.Throws<ArgumentException>(() => new GoalRule(null!, new GoalRound(End)));
        var error = Assert.Throws<ArgumentException>(() => new GoalRule(new GoalRound(End), new GoalRound(End) { Closes = RoundClosing.WhenMet }));
        Assert.Contains("Round 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GoalRound_UndefinedChoice_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new GoalRound(End) { Closes = (RoundClosing)9 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GoalRound(End) { IfMissed = (MissedTarget)9 });
        Assert.Throws<ArgumentOutOfRangeException>(() => GoalRule.OpenEnded("UTC") with { CapPolicy = (CapPolicy)9 });
    }

    [Fact]
    public void Constructor_P13_TwoCurrencies_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => GoalRule.ThresholdThenOpen(Euro(10), Dollars, End, End));
        Assert.Contains("EUR and USD", error.Message, StringComparison.Ordinal);
        var rule = GoalRule.AllOrNothing(Euro(10), End);
        Assert.Throws<ArgumentException>(() => rule with { Cap = Dollars });
        Assert.Throws<ArgumentException>(() => rule with { MinimumPledge = Dollars });

        // Without a target, cap and minimum must agree, whichever is said first.
        var open = GoalRule.OpenEnded("UTC");
        Assert.Throws<ArgumentException>(() => open with { Cap = Dollars } with { MinimumPledge = Euro(1) });
        Assert.Throws<ArgumentException>(() => open with { MinimumPledge = Euro(1) } with { Cap = Dollars });
    }

    [Fact]
    public void Cap_BelowWhatIsNeeded_IsRefused()
    {
        var rule = GoalRule.TwoRounds(Euro(100), Euro(200), "UTC");

        Assert.Contains("EUR 200.00", Assert.Throws<ArgumentException>(() => rule with { Cap = Euro(199.99m) }).Message, StringComparison.Ordinal);
        Assert.Equal(Euro(200), (rule with { Cap = Euro(200) }).Cap);

        // One of several ways is enough.
        var either = new GoalRule(new GoalRound(End) { Target = new AnyOf(new MoneyTarget(Euro(500)), new PeopleTarget(10)) });
        Assert.Equal(Euro(300), (either with { Cap = Euro(300) }).Cap);
    }

    [Fact]
    public void CapAndMinimum_NotAboveZero_AreRefused()
    {
        var rule = GoalRule.OpenEnded("UTC");

        Assert.Throws<ArgumentOutOfRangeException>(() => rule with { Cap = Euro(0) });
        Assert.Throws<ArgumentOutOfRangeException>(() => rule with { MinimumPledge = Euro(0) });
        Assert.Null((rule with { Cap = Euro(5), MinimumPledge = Euro(1) } with { Cap = null }).Cap);
    }

    [Theory]
    [InlineData(0, 150)]
    [InlineData(100, 50)]
    [InlineData(149.99, 0.01)]
    [InlineData(150, 0)]
    [InlineData(160, 0)]
    public void Room_CapThatRefuses_IsWhatIsLeft(decimal promised, decimal room)
    {
        var rule = GoalRule.HardCap(Euro(100), Euro(150), End);

        Assert.Equal(Euro(room), rule.Room(Euro(promised)));
    }

    [Fact]
    public void Room_NoCapThatRefuses_IsUnlimited()
    {
        Assert.Null(GoalRule.AllOrNothing(Euro(100), End).Room(Euro(500)));
        Assert.Null((GoalRule.AllOrNothing(Euro(100), End) with { Cap = Euro(150), CapPolicy = CapPolicy.CloseWhenReached }).Room(Euro(149)));
    }

    [Fact]
    public void Currency_FirstAmount_SaysIt()
    {
        var open = GoalRule.OpenEnded("UTC");

        Assert.Null(open.Currency);
        Assert.Equal(Currency.Of("USD"), (open with { Cap = Dollars }).Currency);
        Assert.Equal(Currency.Of("USD"), (open with { MinimumPledge = Dollars }).Currency);
        Assert.Equal(Currency.Of("EUR"), GoalRule.ThresholdThenOpen(Euro(10), null, "UTC").Currency);
    }

    [Fact]
    public void ToString_EachPart_IsSaid()
    {
        Assert.Equal(
            "EUR 10.00 or it fails; ends when met, at the latest 30 days after the start (UTC); "
            + "then EUR 90.00, kept if missed; ends 0 days after an announced final lap (UTC); never more than EUR 99.00; pledges from EUR 1.00",
            (GoalRule.ThresholdThenOpen(Euro(10), Euro(90), "UTC") with { Cap = Euro(99), MinimumPledge = Euro(1) }).ToString());
        Assert.Equal(
            "no target; ends 2026-05-26T00:00:00 Europe/Paris; closes at EUR 5.00",
            (new GoalRule(new GoalRound(End)) with { Cap = Euro(5), CapPolicy = CapPolicy.CloseWhenReached }).ToString());
    }

    [Fact]
    public void Equals_SameParts_AreEqual()
    {
        var rule = GoalRule.TwoRounds(Euro(100), Euro(200), "UTC") with { Cap = Euro(300), MinimumPledge = Euro(1) };

        Assert.Equal(GoalRule.TwoRounds(Euro(100), Euro(200), "UTC") with { Cap = Euro(300), MinimumPledge = Euro(1) }, rule);
        Assert.Equal((rule with { }).GetHashCode(), rule.GetHashCode());
        Assert.NotEqual(rule with { Cap = null }, rule);
        Assert.NotEqual(rule with { MinimumPledge = null }, rule);
        Assert.NotEqual(rule with { CapPolicy = CapPolicy.CloseWhenReached }, rule);
        Assert.NotEqual(GoalRule.TwoRounds(Euro(100), Euro(201), "UTC") with { Cap = Euro(300), MinimumPledge = Euro(1) }, rule);
    }
}
