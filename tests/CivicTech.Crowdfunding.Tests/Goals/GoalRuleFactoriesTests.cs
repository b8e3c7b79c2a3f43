using CivicTech.Amounts;
using CivicTech.Crowdfunding.Goals;
using static CivicTech.Crowdfunding.Tests.Goals.GoalSamples;

namespace CivicTech.Crowdfunding.Tests.Goals;

public class GoalRuleFactoriesTests
{
    [Theory]
    [InlineData(500, RoundOutcome.Succeed)]
    [InlineData(100, RoundOutcome.Succeed)]
    [InlineData(99, RoundOutcome.Fail)]
    [InlineData(0, RoundOutcome.Fail)]
    public void AllOrNothing_AtItsEnd_IsAllOrNothing(decimal counted, RoundOutcome outcome)
    {
        var rule = GoalRule.AllOrNothing(Euro(100), End);

        Assert.Equal(outcome, rule.Judge(0, Totals(counted), ended: true, graceLeft: false).Outcome);
        Assert.Equal(RoundOutcome.Continue, rule.Judge(0, Totals(counted), ended: false, graceLeft: false).Outcome);
        Assert.Equal(End, Assert.Single(rule.Rounds).End);
    }

    [Theory]
    [InlineData(100, RoundOutcome.Succeed)]
    [InlineData(0.01, RoundOutcome.Succeed)]
    [InlineData(0, RoundOutcome.Fail)]
    public void KeepWhatYouRaise_AtItsEnd_KeepsAnything(decimal counted, RoundOutcome outcome)
    {
        var rule = GoalRule.KeepWhatYouRaise(Euro(100), End);

        Assert.Equal(outcome, rule.Judge(0, Totals(counted), ended: true, graceLeft: false).Outcome);
        Assert.Equal(RoundOutcome.Continue, rule.Judge(0, Totals(counted), ended: false, graceLeft: false).Outcome);
    }

    [Fact]
    public void ThresholdThenOpen_AsCrowdJustice_PassesAtOnceAndThenKeeps()
    {
        var rule = GoalRule.ThresholdThenOpen(Euro(100), Euro(300), "Europe/London");

        Assert.Equal(
            [
                new GoalRound(new DaysAfterStart(30, "Europe/London", endOfDay: false)) { Target = new MoneyTarget(Euro(100)), Closes = RoundClosing.WhenMet },
                new GoalRound(new OpenEnd("Europe/London", 0, null)) { Target = new MoneyTarget(Euro(300)), IfMissed = MissedTarget.Keep },
            ],
            rule.Rounds.ToArray());
        Assert.Equal(RoundOutcome.Fail, rule.Judge(0, Totals(99), ended: true, graceLeft: false).Outcome);
        Assert.Equal(RoundOutcome.PassToNext, rule.Judge(0, Totals(100), ended: false, graceLeft: false).Outcome);

        // The page stays open at the stretch target.
        Assert.Equal(RoundOutcome.Continue, rule.Judge(1, Totals(300), ended: false, graceLeft: false).Outcome);
        Assert.Equal(RoundOutcome.Succeed, rule.Judge(1, Totals(150), ended: true, graceLeft: false).Outcome);
    }

    [Fact]
    public void ThresholdThenOpen_WithoutStretch_HasNoSecondTarget()
    {
        var rule = GoalRule.ThresholdThenOpen(Euro(100), null, End, End);

        Assert.Null(rule.Rounds[1].Target);
        Assert.Equal(VerdictReason.NoTarget, rule.Judge(1, Totals(150), ended: true, graceLeft: false).Reason);
    }

    [Fact]
    public void TwoRounds_AsGoteo_HasFortyAndFortyWholeDays()
    {
        var days = new DaysAfterStart(40, "Europe/Madrid", endOfDay: true);

        var rule = GoalRule.TwoRounds(Euro(100), Euro(200), "Europe/Madrid");

        Assert.Equal(
            [new GoalRound(days) { Target = new MoneyTarget(Euro(100)) }, new GoalRound(days) { Target = new MoneyTarget(Euro(200)), IfMissed = MissedTarget.Keep }],
            rule.Rounds.ToArray());
        Assert.Equal(RoundOutcome.Continue, rule.Judge(0, Totals(500), ended: false, graceLeft: false).Outcome);
    }

    [Fact]
    public void TwoRounds_OptimumBelowMinimum_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => GoalRule.TwoRounds(Euro(100), Euro(99), "UTC"));
        Assert.Throws<InvalidOperationException>(() => GoalRule.TwoRounds(Euro(100), Money.Of(100, "USD"), "UTC"));
        Assert.Equal(2, GoalRule.TwoRounds(Euro(100), Euro(100), End, End).Rounds.Length);
    }

    [Theory]
    [InlineData(0, false, RoundOutcome.Continue, VerdictReason.StillRunning)]
    [InlineData(9, false, RoundOutcome.Continue, VerdictReason.StillRunning)]
    [InlineData(9, true, RoundOutcome.Succeed, VerdictReason.NoTarget)]
    [InlineData(0, true, RoundOutcome.Fail, VerdictReason.NothingRaised)]
    public void OpenEnded_DonationPage_FailsOnlyWithNothing(decimal counted, bool ended, RoundOutcome outcome, VerdictReason reason)
    {
        var rule = GoalRule.OpenEnded("Europe/Paris");

        var verdict = rule.Judge(0, Totals(counted), ended, graceLeft: false);

        Assert.Equal(outcome, verdict.Outcome);
        Assert.Equal(reason, verdict.Reason);
        Assert.Empty(verdict.Progress);
        Assert.Equal(OpenEnd.In("Europe/Paris"), rule.Rounds[0].End);
    }

    [Theory]
    [InlineData(100, 10, RoundOutcome.Succeed)]
    [InlineData(5000, 9, RoundOutcome.Fail)]
    [InlineData(99.99, 500, RoundOutcome.Fail)]
    public void MoneyAndPeople_AtItsEnd_NeedsBoth(decimal counted, int people, RoundOutcome outcome)
    {
        var verdict = GoalRule.MoneyAndPeople(Euro(100), 10, End).Judge(0, Totals(counted, people), ended: true, graceLeft: false);

        Assert.Equal(outcome, verdict.Outcome);
        Assert.Equal(2, verdict.Progress.Length);
    }

    [Fact]
    public void HardCap_NeverTakesMore()
    {
        var rule = GoalRule.HardCap(Euro(100), Euro(100), End);

        Assert.Equal(Euro(1), rule.Room(Euro(99)));
        Assert.Equal(RoundOutcome.Continue, rule.Judge(0, Totals(100), ended: false, graceLeft: false).Outcome);
        Assert.Equal(RoundOutcome.Succeed, rule.Judge(0, Totals(100), ended: true, graceLeft: false).Outcome);
        Assert.Equal(RoundOutcome.Fail, rule.Judge(0, Totals(99), ended: true, graceLeft: false).Outcome);
        Assert.Throws<ArgumentException>(() => GoalRule.HardCap(Euro(100), Euro(99), End));
    }
}
