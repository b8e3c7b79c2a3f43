using CivicTech.Amounts;
using CivicTech.Crowdfunding.Goals;
using static CivicTech.Crowdfunding.Tests.Goals.GoalSamples;

namespace CivicTech.Crowdfunding.Tests.Goals;

public class GoalRuleJudgingTests
{
    [Fact]
    public void Judge_P11_GoalReachedOnlyByAPendingSlip_WaitsThenDecides()
    {
        var rule = GoalRule.AllOrNothing(Euro(100), End);
        var withSlip = Totals(90, pending: 10);

        var waits = rule.Judge(0, withSlip, ended: true, graceLeft: true);
        Assert.Equal(RoundOutcome.WaitForPending, waits.Outcome);
        Assert.Equal(VerdictReason.PendingDecides, waits.Reason);

        // The slip is paid; it expires; the grace is over while it is still in flight.
        Assert.Equal(RoundOutcome.Succeed, rule.Judge(0, Totals(100), ended: true, graceLeft: true).Outcome);
        Assert.Equal(RoundOutcome.Fail, rule.Judge(0, Totals(90), ended: true, graceLeft: true).Outcome);
        Assert.Equal(RoundOutcome.Fail, rule.Judge(0, withSlip, ended: true, graceLeft: false).Outcome);
    }

    [Fact]
    public void Judge_P11_SlipsThatAreTooSmall_AreNotWaitedFor()
    {
        Assert.Equal(RoundOutcome.Fail, GoalRule.AllOrNothing(Euro(100), End).Judge(0, Totals(90, pending: 9.99m), ended: true, graceLeft: true).Outcome);
    }

    [Theory]
    [InlineData(99.99, RoundOutcome.Fail, VerdictReason.TargetMissed)]
    [InlineData(100, RoundOutcome.Succeed, VerdictReason.TargetMet)]
    [InlineData(100.01, RoundOutcome.Succeed, VerdictReason.TargetMet)]
    public void Judge_P13_GoalExactlyEqual_Succeeds(decimal counted, RoundOutcome outcome, VerdictReason reason)
    {
        var verdict = GoalRule.AllOrNothing(Euro(100), End).Judge(0, Totals(counted), ended: true, graceLeft: false);

        Assert.Equal(outcome, verdict.Outcome);
        Assert.Equal(reason, verdict.Reason);
    }

    [Fact]
    public void Judge_P13_OtherCurrency_IsRefused()
    {
        var kuna = new GoalTotals(Money.Of(5000, "HRK"), 3);

        var error = Assert.Throws<InvalidOperationException>(() => GoalRule.AllOrNothing(Euro(100), End).Judge(0, kuna, ended: true, graceLeft: false));
        Assert.Contains("EUR", error.Message, StringComparison.Ordinal);
        Assert.Contains("HRK 5000.00", error.Message, StringComparison.Ordinal);

        // Also where no target would be compared.
        var capped = GoalRule.OpenEnded("UTC") with { Cap = Euro(10) };
        Assert.Throws<InvalidOperationException>(() => capped.Judge(0, kuna, ended: false, graceLeft: false));
    }

    [Fact]
    public void Judge_P16_KeepWhatYouRaiseMissed_VoidsPartners()
    {
        var rule = GoalRule.KeepWhatYouRaise(Euro(100), End);

        var missed = rule.Judge(0, Totals(90, conditional: 50), ended: true, graceLeft: false);
        Assert.Equal(RoundOutcome.Succeed, missed.Outcome);
        Assert.Equal(VerdictReason.TargetMissed, missed.Reason);
        Assert.True(missed.VoidsConditional);
        Assert.Equal("Round 1: succeed, target-missed, conditional pledges are void (EUR 90.00 of EUR 100.00, EUR 10.00 missing)", missed.ToString());

        var met = rule.Judge(0, Totals(100, conditional: 50), ended: true, graceLeft: false);
        Assert.Equal(RoundOutcome.Succeed, met.Outcome);
        Assert.False(met.VoidsConditional);
    }

    [Fact]
    public void Judge_P16_OnlyPartnersPledged_FailsWhenMissed()
    {
        var verdict = GoalRule.KeepWhatYouRaise(Euro(100), End).Judge(0, Totals(90, conditional: 90), ended: true, graceLeft: false);

        Assert.Equal(RoundOutcome.Fail, verdict.Outcome);
        Assert.Equal(VerdictReason.NothingRaised, verdict.Reason);
        Assert.True(verdict.VoidsConditional);
    }

    [Fact]
    public void Judge_P16_PendingSavesThePartners_Waits()
    {
        var rule = GoalRule.KeepWhatYouRaise(Euro(100), End);

        Assert.Equal(RoundOutcome.WaitForPending, rule.Judge(0, Totals(90, conditional: 50, pending: 10), ended: true, graceLeft: true).Outcome);

        // Without partners, or without a difference for them, there is nothing to wait for.
        Assert.Equal(RoundOutcome.Succeed, rule.Judge(0, Totals(90, pending: 10), ended: true, graceLeft: true).Outcome);
        Assert.Equal(RoundOutcome.Succeed, rule.Judge(0, Totals(90, conditional: 50, pending: 9), ended: true, graceLeft: true).Outcome);
        Assert.Equal(RoundOutcome.WaitForPending, rule.Judge(0, Totals(0, pending: 1), ended: true, graceLeft: true).Outcome);
    }

    [Fact]
    public void Judge_P17_FirstRoundMissedByOneUnit_Fails()
    {
        var verdict = GoalRule.TwoRounds(Euro(100), Euro(200), "Europe/Madrid").Judge(0, Totals(99.99m), ended: true, graceLeft: false);

        Assert.Equal(RoundOutcome.Fail, verdict.Outcome);
        Assert.Equal("Round 1: fail, target-missed (EUR 99.99 of EUR 100.00, EUR 0.01 missing)", verdict.ToString());
    }

    [Theory]
    [InlineData(250)]
    [InlineData(200)]
    [InlineData(150)]
    [InlineData(99)]
    [InlineData(0)]
    public void Judge_P17_SecondRound_NeverFailsWhatTheFirstPassed(decimal counted)
    {
        var rule = GoalRule.TwoRounds(Euro(100), Euro(200), "Europe/Madrid");
        Assert.Equal(RoundOutcome.PassToNext, rule.Judge(0, Totals(100), ended: true, graceLeft: false).Outcome);

        // Chargebacks may have taken the total below the minimum again; partners' pledges became due with it.
        var verdict = rule.Judge(1, Totals(counted), ended: true, graceLeft: false);

        Assert.Equal(RoundOutcome.Succeed, verdict.Outcome);
        Assert.Equal(counted >= 200 ? VerdictReason.TargetMet : VerdictReason.TargetMissed, verdict.Reason);
        Assert.False(verdict.VoidsConditional);
    }

    [Theory]
    [InlineData(RoundClosing.AtDeadline, 99, false, RoundOutcome.Continue)]
    [InlineData(RoundClosing.AtDeadline, 100, false, RoundOutcome.Continue)]
    [InlineData(RoundClosing.AtDeadline, 100, true, RoundOutcome.PassToNext)]
    [InlineData(RoundClosing.WhenMet, 99, false, RoundOutcome.Continue)]
    [InlineData(RoundClosing.WhenMet, 100, false, RoundOutcome.PassToNext)]
    [InlineData(RoundClosing.WhenMet, 100, true, RoundOutcome.PassToNext)]
    [InlineData(RoundClosing.WhenMet, 99, true, RoundOutcome.Fail)]
    public void Judge_EachWayToClose_AsItsTable(RoundClosing closes, decimal counted, bool ended, RoundOutcome outcome)
    {
        var rule = new GoalRule(new GoalRound(End) { Target = new MoneyTarget(Euro(100)), Closes = closes }, new GoalRound(End) { IfMissed = MissedTarget.Keep });

        Assert.Equal(outcome, rule.Judge(0, Totals(counted), ended, graceLeft: false).Outcome);
    }

    [Fact]
    public void Judge_PendingBeforeTheEnd_DoesNotEndARound()
    {
        var rule = GoalRule.ThresholdThenOpen(Euro(100), null, "UTC");

        Assert.Equal(RoundOutcome.Continue, rule.Judge(0, Totals(90, pending: 10), ended: false, graceLeft: true).Outcome);
    }

    [Fact]
    public void Judge_PendingPeople_AreWaitedFor()
    {
        var rule = GoalRule.MoneyAndPeople(Euro(100), 10, End);

        Assert.Equal(RoundOutcome.WaitForPending, rule.Judge(0, Totals(100, people: 9, pendingPeople: 1), ended: true, graceLeft: true).Outcome);
        Assert.Equal(RoundOutcome.Fail, rule.Judge(0, Totals(100, people: 9, pending: 50), ended: true, graceLeft: true).Outcome);
    }

    [Fact]
    public void Judge_CapThatCloses_SucceedsAtOnceWhenTheTargetIsMet()
    {
        var target = new AllOf(new MoneyTarget(Euro(100)), new PeopleTarget(3));
        var rule = new GoalRule(new GoalRound(End) { Target = target }, new GoalRound(End)) { Cap = Euro(150), CapPolicy = CapPolicy.CloseWhenReached };

        Assert.Equal(RoundOutcome.Continue, rule.Judge(0, Totals(149.99m, people: 3), ended: false, graceLeft: false).Outcome);
        Assert.Equal(RoundOutcome.Continue, rule.Judge(0, Totals(150, people: 2), ended: false, graceLeft: false).Outcome);
        var closed = rule.Judge(0, Totals(150, people: 3), ended: false, graceLeft: false);
        Assert.Equal(RoundOutcome.Succeed, closed.Outcome);
        Assert.Equal(VerdictReason.CapReached, closed.Reason);
        Assert.Equal(RoundOutcome.Succeed, rule.Judge(0, Totals(160, people: 3), ended: true, graceLeft: true).Outcome);
        Assert.Equal(RoundOutcome.Fail, rule.Judge(0, Totals(160, people: 2), ended: true, graceLeft: true).Outcome);
        Assert.Equal(RoundOutcome.Continue, (rule with { CapPolicy = CapPolicy.RefuseExcess }).Judge(0, Totals(150, people: 3), ended: false, graceLeft: false).Outcome);
    }

    [Fact]
    public void Judge_KeptRoundAfterAnOpenOne_VoidsAtTheFirstTarget()
    {
        var open = new GoalRound(End);
        var kept = new GoalRound(End) { Target = new MoneyTarget(Euro(100)), IfMissed = MissedTarget.Keep };
        var rule = new GoalRule(open, kept, kept with { Target = new MoneyTarget(Euro(200)) });

        Assert.False(rule.Judge(0, Totals(10, conditional: 5), ended: true, graceLeft: false).VoidsConditional);
        Assert.True(rule.Judge(1, Totals(10, conditional: 5), ended: true, graceLeft: false).VoidsConditional);
        Assert.False(rule.Judge(2, Totals(150, conditional: 5), ended: true, graceLeft: false).VoidsConditional);
    }

    [Fact]
    public void Judge_NoSuchRound_IsRefused()
    {
        var rule = GoalRule.AllOrNothing(Euro(100), End);

        Assert.Throws<ArgumentOutOfRangeException>(() => rule.Judge(1, Totals(1), ended: false, graceLeft: false));
        Assert.Throws<ArgumentOutOfRangeException>(() => rule.Judge(-1, Totals(1), ended: false, graceLeft: false));
    }

    [Fact]
    public void RoundVerdict_SameContent_IsEqual()
    {
        var rule = GoalRule.AllOrNothing(Euro(100), End);
        var verdict = rule.Judge(0, Totals(50), ended: true, graceLeft: false);

        Assert.Equal(rule.Judge(0, Totals(50), ended: true, graceLeft: false), verdict);
        Assert.Equal(rule.Judge(0, Totals(50), ended: true, graceLeft: false).GetHashCode(), verdict.GetHashCode());
        Assert.NotEqual(rule.Judge(0, Totals(51), ended: true, graceLeft: false), verdict);
        Assert.Equal("Round 1: fail, target-missed (EUR 50.00 of EUR 100.00, EUR 50.00 missing)", verdict.ToString());
    }
}
