using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Campaigns;

// Case P11: a payment in flight decides about the goal. The end is Wednesday, 3 June 2026, ten in the morning in Paris.
public sealed class ClosingTests
{
    [Fact]
    public void P11_End_GoalReachedOnlyByASlipInFlight_WaitsFourWorkingDays()
    {
        var solo = WithSlipInFlight();

        solo.PassTo(solo.End);

        Assert.Equal(CampaignStage.Closing, solo.Head.Stage);
        Assert.Equal(Instant.FromUtc(2026, 6, 9, 22, 0), solo.Head.ClosesAt);
        Assert.Equal("after-deadline", Assert.Single(solo.RefusedBy(new MakePledge { Pledge = "p3", Backer = "b", Amount = Eur(1) })));
        Assert.Equal(new string[] { "2026-06-03T08:00:00Z", "closing" }, solo.Refused(new CancelPledge { Pledge = "p1" })[0].Data.Values);
    }

    [Fact]
    public void SlipPaid_WithinTheGrace_SucceedsAtThatMoment()
    {
        var solo = WithSlipInFlight();
        var paid = solo.End + Duration.FromDays(3);
        solo.PassTo(paid).Paid("p2");

        Assert.Equal((CampaignOutcome.Succeeded, CampaignStage.Settling, paid), (solo.Head.Outcome, solo.Head.Stage, solo.Head.EndedAt));
        solo.PassTo(paid);
        Assert.Equal(CampaignStage.Delivering, solo.Head.Stage);
    }

    [Fact]
    public void P11_SlipUnpaid_OverAHoliday_FailsADayLater()
    {
        var solo = WithSlipInFlight(new LocalDate(2026, 6, 8));
        solo.PassTo(solo.End);
        Assert.Equal(Instant.FromUtc(2026, 6, 10, 22, 0), solo.Head.ClosesAt);

        solo.PassTo(solo.Head.ClosesAt!.Value - Duration.FromNanoseconds(1));
        Assert.Equal(CampaignStage.Closing, solo.Head.Stage);

        solo.PassTo(solo.Head.ClosesAt!.Value);
        Assert.Equal((CampaignOutcome.Failed, solo.Head.ClosesAt), (solo.Head.Outcome, solo.Head.EndedAt));
        Assert.Equal(PledgeStanding.Void, solo.StandingOf("p1"));
        Assert.Equal(Eur(600), Assert.Single(solo.Asked<GatewayCall.Refund>()).Amount);
        Assert.Single(solo.Asked<GatewayCall.VoidAuthorisation>());
    }

    [Fact]
    public void SlipExpired_WithinTheGrace_FailsAtOnce()
    {
        var solo = WithSlipInFlight();
        var expired = solo.End + Duration.FromDays(1);
        solo.PassTo(expired).Hear("p2", ProviderEventKind.Expired);

        Assert.Equal((CampaignOutcome.Failed, expired), (solo.Head.Outcome, solo.Head.EndedAt));
    }

    [Fact]
    public void P11_SlipPaid_AfterTheFailure_IsRefundedOnce()
    {
        var solo = WithSlipInFlight();
        solo.PassTo(solo.End + Duration.FromDays(10));
        Assert.Equal(CampaignOutcome.Failed, solo.Head.Outcome);

        var said = solo.Said("p2", ProviderEventKind.Captured, 400);
        solo.Do(new RecordPayment { Pledge = "p2", Events = [said] });
        solo.Do(new RecordPayment { Pledge = "p2", Events = [said with { EventId = "again" }] });
        solo.PassTo(solo.Now + Duration.FromDays(10));

        Assert.Equal(Eur(400), Assert.Single(solo.Asked<GatewayCall.Refund>(), call => call.Attempt == "playground/p2/1").Amount);
        Assert.Equal(CampaignOutcome.Failed, solo.Head.Outcome);
        Assert.True(solo.Head.Ledger.IsBalanced);
    }

    [Fact]
    public void End_PaymentInFlightThatDecidesNothing_IsNotWaitedFor()
    {
        var missed = new Solo(SomePlan.AllOrNothing(CollectionMode.ChargeNow)).Launched();
        missed.At(missed.End - Duration.FromDays(1)).Pledge("p1", 999);
        missed.PassTo(missed.End);
        Assert.Equal((CampaignOutcome.Failed, missed.End), (missed.Head.Outcome, missed.Head.EndedAt));

        var met = new Solo(SomePlan.AllOrNothing(CollectionMode.ChargeNow)).Launched();
        met.At(met.End - Duration.FromDays(1)).Pledge("p1", 1000);
        met.Paid("p1");
        met.Pledge("p2", 500);
        met.PassTo(met.End);
        Assert.Equal((CampaignOutcome.Succeeded, met.End), (met.Head.Outcome, met.Head.EndedAt));
    }

    [Fact]
    public void End_NoGrace_DecidesAtTheEnd()
    {
        var plan = SomePlan.AllOrNothing(CollectionMode.ChargeNow);
        var solo = new Solo(plan with { Collection = plan.Collection with { GraceDays = 0 } }).Launched();
        solo.At(solo.End - Duration.FromDays(1)).Pledge("p1", 1000);

        solo.PassTo(solo.End);

        Assert.Equal((CampaignOutcome.Failed, solo.End), (solo.Head.Outcome, solo.Head.EndedAt));
    }

    [Fact]
    public void FirstOfTwoRounds_DecidedAfterTheGrace_GoesOnFromThere()
    {
        var solo = new Solo(SomePlan.With(GoalRule.TwoRounds(Eur(1000), Eur(1500), SomePlan.Days(30), SomePlan.Days(40)), CollectionMode.ChargeNow) with { Budget = SomePlan.Costs(1500) }).Launched();
        solo.At(solo.End - Duration.FromDays(1)).Pledge("p1", 1000);
        var paid = solo.End + Duration.FromDays(2);
        solo.PassTo(paid).Paid("p1");

        Assert.Equal((CampaignStage.Live, 1, paid), (solo.Head.Stage, solo.Head.Round, solo.Head.RoundStartedAt));
        solo.Pledge("p2", 10);
    }

    [Fact]
    public void FirstOfTwoRounds_SuspendedAtItsEnd_IsSuspendedAgainInTheSecond()
    {
        var solo = new Solo(SomePlan.With(GoalRule.TwoRounds(Eur(1000), Eur(1500), SomePlan.Days(30), SomePlan.Days(40)), CollectionMode.ChargeNow) with { Budget = SomePlan.Costs(1500) }).Launched();
        solo.At(solo.End - Duration.FromDays(1)).Pledge("p1", 1000);
        solo.Do(new SuspendCampaign { Reason = "fraud?" });
        solo.PassTo(solo.End);
        Assert.Equal(CampaignStage.Closing, solo.Head.Stage);

        solo.Paid("p1");

        Assert.Equal(CampaignStage.Suspended, solo.Head.Stage);
        Assert.Equal("wrong-stage", Assert.Single(solo.RefusedBy(new MakePledge { Pledge = "p2", Backer = "b", Amount = Eur(1) })));
        solo.Do(new ResumeCampaign());
        solo.Pledge("p2", 10);
    }

    private static Solo WithSlipInFlight(params LocalDate[] holidays)
    {
        var plan = SomePlan.AllOrNothing(CollectionMode.ChargeNow);
        var solo = new Solo(plan with { Collection = plan.Collection with { WorkingDays = new WorkingDays { Zone = "Europe/Paris", Holidays = [.. holidays] } } }).Launched();
        solo.Pledge("p1", 600);
        solo.Paid("p1");
        solo.PassTo(solo.End - Duration.FromDays(2));
        solo.Pledge("p2", 400);
        return solo;
    }
}
