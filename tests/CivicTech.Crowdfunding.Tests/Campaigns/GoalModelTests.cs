using CivicTech.Amounts;
using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Time;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Campaigns;

// Each model of a goal played once to its end; cases P13, P16, P17.
public sealed class GoalModelTests
{
    private const string Paris = "Europe/Paris";

    [Theory]
    [InlineData("1000.00", CampaignOutcome.Succeeded)]
    [InlineData("999.99", CampaignOutcome.Failed)]
    public void P13_AllOrNothing_ExactlyTheGoalOrACentLess_DecidesTheOutcome(string amount, CampaignOutcome outcome)
    {
        var solo = new Solo(SomePlan.AllOrNothing()).Launched();
        solo.Pledge("p1", decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture));

        solo.PassTo(solo.End);

        Assert.Equal(outcome, solo.Head.Outcome);
        Assert.Equal(outcome == CampaignOutcome.Succeeded ? PledgeStanding.Committed : PledgeStanding.Void, solo.StandingOf("p1"));
        Assert.Equal(outcome == CampaignOutcome.Succeeded ? 1 : 0, solo.Asked<GatewayCall.CreatePayLink>().Count());
    }

    [Theory]
    [InlineData("HRK", "2022-12-31T22:59:59Z", "2022-12-31T23:00:00Z")]
    [InlineData("BGN", "2025-12-31T21:59:59Z", "2025-12-31T22:00:00Z")]
    [InlineData("ANG", "2025-07-01T03:59:59Z", "2025-07-01T04:00:00Z")]
    public void P13_Draft_CurrencyIsWithdrawn_IsRefusedFromThatInstant(string code, string before, string since)
    {
        var plan = InCurrency(code, SomePlan.Days(30));
        Assert.True(new Solo(plan, At(before)).Ask(new DraftCampaign { Plan = plan }).IsAccepted);

        var draft = new Solo(plan, At(since) + Duration.Epsilon).Ask(new DraftCampaign { Plan = plan });

        var refusal = Assert.Single(draft.Refusals);
        Assert.Equal(("currency-withdrawn", code, since), (refusal.Code, refusal.Data["currency"], refusal.Data["since"]));
    }

    [Fact]
    public void P13_LaunchAndExtend_CurrencyWithdrawnBeforeTheEnd_AreRefused()
    {
        var lastDay = new FixedEnd(new Deadline(new LocalDateTime(2026, 1, 1, 0, 0), "Europe/Sofia"));
        var late = new Solo(InCurrency("BGN", SomePlan.Days(60)), Instant.FromUtc(2025, 12, 1, 8, 0)).Approved();
        Assert.Equal(["currency-withdrawn"], late.RefusedBy(new LaunchCampaign()));

        // The half-open end of the campaign is the first instant of the euro.
        var solo = new Solo(InCurrency("BGN", lastDay), Instant.FromUtc(2025, 12, 1, 8, 0)).Launched();
        Assert.Equal(["currency-withdrawn"], solo.RefusedBy(new ExtendDeadline { Deadline = new Deadline(new LocalDateTime(2026, 1, 1, 0, 1), "Europe/Sofia"), Reason = "r" }));
    }

    // A campaign that outlives its currency stays readable, and its sums are those that were promised.
    [Fact]
    public void P13_Campaign_WhoseCurrencyIsWithdrawnMeanwhile_KeepsItsAmounts()
    {
        var solo = new Solo(InCurrency("HRK", GoalEnd(2022, 12, 31)), Instant.FromUtc(2022, 12, 1, 8, 0)).Launched();
        solo.Do(new MakePledge { Pledge = "p1", Backer = "b", Amount = Money.Of(100, "HRK") });
        solo.PassTo(Instant.FromUtc(2023, 1, 2, 0, 0));
        solo.Paid("p1");

        Assert.Equal((CampaignOutcome.Succeeded, Money.Of(100, "HRK")), (solo.Head.Outcome, solo.Head.Sums.Project));
        Assert.Equal(["other-currency"], solo.RefusedBy(new RefundPledge { Pledge = "p1", Amount = Money.Of(13.27m, "EUR"), Reason = "r" }));
        var json = System.Text.Json.JsonSerializer.Serialize(solo.Head, CampaignJson.Default.CampaignHead);
        Assert.Equal(solo.Head, System.Text.Json.JsonSerializer.Deserialize(json, CampaignJson.Default.CampaignHead));
    }

    private static FixedEnd GoalEnd(int year, int month, int day) => new(Deadline.EndOf(new LocalDate(year, month, day), "Europe/Zagreb"));

    private static Instant At(string text) => NodaTime.Text.InstantPattern.ExtendedIso.Parse(text).Value;

    private static CampaignPlan InCurrency(string code, RoundEnd end) => SomePlan.With(GoalRule.AllOrNothing(Money.Of(100, code), end)) with
    {
        Currency = Currency.Of(code),
        Budget = [new BudgetLine { Name = "all", Amount = Money.Of(100, code) }],
    };

    [Fact]
    public void P13_MakePledge_OtherCurrency_IsRefusedWithBoth()
    {
        var solo = new Solo(SomePlan.AllOrNothing()).Launched();

        var refusal = Assert.Single(solo.Refused(new MakePledge { Pledge = "p1", Backer = "b", Amount = Money.Of(10, "USD") }));

        Assert.Equal("other-currency", refusal.Code);
        Assert.Equal(("USD 10.00", "EUR"), (refusal.Data["amount"], refusal.Data["currency"]));
    }

    [Fact]
    public void KeepWhatYouRaise_TargetMissed_CollectsWhatIsThere()
    {
        var solo = new Solo(SomePlan.With(GoalRule.KeepWhatYouRaise(Eur(1000), SomePlan.Days(30)))).Launched();
        solo.Pledge("p1", 300);

        solo.PassTo(solo.End);

        Assert.Equal((CampaignOutcome.Succeeded, VerdictReason.TargetMissed), (solo.Head.Outcome, solo.Head.Verdicts.Single().Reason));
        Assert.Equal(Eur(300), Assert.Single(solo.Asked<GatewayCall.CreatePayLink>()).Amount);
    }

    [Fact]
    public void KeepWhatYouRaise_NothingRaised_Fails()
    {
        var solo = new Solo(SomePlan.With(GoalRule.KeepWhatYouRaise(Eur(1000), SomePlan.Days(30)))).Launched();

        solo.PassTo(solo.End);

        Assert.Equal((CampaignOutcome.Failed, CampaignStage.Completed), (solo.Head.Outcome, solo.Head.Stage));
    }

    [Theory]
    [InlineData(300, false)]
    [InlineData(500, true)]
    public void P16_KeepWhatYouRaise_PartnersPledge_HangsOnTheTarget(int others, bool isOwed)
    {
        var solo = new Solo(SomePlan.With(GoalRule.KeepWhatYouRaise(Eur(1000), SomePlan.Days(30)))).Launched();
        solo.Pledge("p1", others);
        solo.Pledge("council", 500, isConditional: true);

        solo.PassTo(solo.End);

        Assert.Equal(CampaignOutcome.Succeeded, solo.Head.Outcome);
        Assert.Equal(isOwed ? PledgeStanding.Committed : PledgeStanding.Void, solo.StandingOf("council"));
        Assert.Equal(isOwed ? Eur(1000) : Eur(others), solo.Head.Sums.Counted);
        Assert.Equal(isOwed ? 2 : 1, solo.Asked<GatewayCall.CreatePayLink>().Count());
    }

    [Fact]
    public void KeepWhatYouRaise_OnlyAPartnerAndTargetMissed_Fails()
    {
        var solo = new Solo(SomePlan.With(GoalRule.KeepWhatYouRaise(Eur(1000), SomePlan.Days(30)))).Launched();
        solo.Pledge("council", 500, isConditional: true);

        solo.PassTo(solo.End);

        Assert.Equal((CampaignOutcome.Failed, VerdictReason.NothingRaised), (solo.Head.Outcome, solo.Head.Verdicts.Single().Reason));
    }

    [Fact]
    public void KeepWhatYouRaise_PartnerChargedAtOnceAndTargetMissed_IsPaidBack()
    {
        var solo = new Solo(SomePlan.With(GoalRule.KeepWhatYouRaise(Eur(1000), SomePlan.Days(30)), CollectionMode.ChargeNow)).Launched();
        solo.Pledge("p1", 300);
        solo.Paid("p1");
        solo.Pledge("council", 500, isConditional: true);
        solo.Paid("council");

        solo.PassTo(solo.End);

        var refund = Assert.Single(solo.Asked<GatewayCall.Refund>());
        Assert.Equal(("playground/council/1", Eur(500)), (refund.Attempt, refund.Amount));
    }

    [Fact]
    public void ThresholdThenOpen_Threshold_PassesAtOnceAndTheOwnerClosesIt()
    {
        var solo = new Solo(SomePlan.With(GoalRule.ThresholdThenOpen(Eur(1000), Eur(5000), Paris), CollectionMode.SaveThenCharge)).Launched();
        solo.Pledge("p1", 999);
        Assert.Equal(0, solo.Head.Round);
        var passed = solo.Now + Duration.FromDays(3);
        solo.PassTo(passed).Pledge("p2", 1);

        Assert.Equal((1, CampaignStage.Live, passed), (solo.Head.Round, solo.Head.Stage, solo.Head.SecuredAt));
        Assert.Null(solo.Head.RoundEndsAt);
        solo.PassTo(passed + Duration.FromDays(50));
        Assert.Equal(2, solo.Asked<GatewayCall.Charge>().Count());

        solo.Pledge("p3", 10);
        Assert.Equal(3, solo.Asked<GatewayCall.Charge>().Count());
        solo.Do(new AnnounceFinalLap());

        Assert.Equal((CampaignOutcome.Succeeded, CampaignStage.Settling, solo.Now), (solo.Head.Outcome, solo.Head.Stage, solo.Head.EndedAt));
        Assert.Single(solo.Told(NoticeKind.RoundPassed));
        Assert.Single(solo.Told(NoticeKind.CampaignSucceeded));
    }

    [Fact]
    public void ThresholdThenOpen_ThirtyDaysWithoutTheThreshold_Fails()
    {
        var solo = new Solo(SomePlan.With(GoalRule.ThresholdThenOpen(Eur(1000), null, Paris))).Launched();
        solo.Pledge("p1", 999);
        Assert.Equal(Start + Duration.FromDays(30), solo.End);

        solo.PassTo(solo.End);

        Assert.Equal(CampaignOutcome.Failed, solo.Head.Outcome);
    }

    [Fact]
    public void P17_TwoRounds_FirstFailsByOneUnit_RefundsEverybody()
    {
        var solo = TwoRounds();
        Charged(solo, "p1", 999.99m);

        solo.PassTo(solo.End);

        Assert.Equal((CampaignOutcome.Failed, 0), (solo.Head.Outcome, solo.Head.Round));
        Assert.Equal(Eur(999.99m), Assert.Single(solo.Asked<GatewayCall.Refund>()).Amount);
    }

    [Fact]
    public void P17_TwoRounds_DisputeBelowTheMinimumInTheSecond_StaysPassed()
    {
        var solo = TwoRounds();
        Charged(solo, "p1", 600);
        Charged(solo, "p2", 400);
        solo.PassTo(solo.End);
        var (second, end) = (solo.Head.RoundStartedAt!.Value, solo.End);
        Assert.Equal(40, (end - second).Days);
        Charged(solo, "p3", 100);

        solo.PassTo(second + Duration.FromDays(10)).Hear("p1", ProviderEventKind.DisputeOpened, 600);
        solo.PassTo(second + Duration.FromDays(20)).Hear("p1", ProviderEventKind.DisputeLost);
        Assert.Equal(Eur(500), solo.Head.Sums.Counted);
        solo.PassTo(end);

        Assert.Equal((CampaignOutcome.Succeeded, 1), (solo.Head.Outcome, solo.Head.Round));
        Assert.Equal([VerdictReason.TargetMet, VerdictReason.TargetMissed], solo.Head.Verdicts.Select(verdict => verdict.Reason));
        Assert.Empty(solo.Asked<GatewayCall.Refund>());
        Assert.True(solo.Head.Ledger.IsBalanced);
    }

    [Fact]
    public void OpenEnded_FinalLap_EndsSevenDaysAfterItIsAnnounced()
    {
        var solo = new Solo(SomePlan.With(GoalRule.OpenEnded(Paris))).Launched();
        Assert.Equal(365, (solo.End - Start).Days);
        solo.Pledge("p1", 5);
        solo.PassTo(Start + Duration.FromDays(100)).Do(new AnnounceFinalLap());

        Assert.Equal(Start + Duration.FromDays(107), solo.End);
        Assert.Equal(["no-open-end"], solo.RefusedBy(new AnnounceFinalLap()));
        Assert.Equal("2026-08-19T08:00:00Z", Assert.Single(solo.Told(NoticeKind.DeadlineMoved)).Detail);

        solo.PassTo(solo.End);
        Assert.Equal(CampaignOutcome.Succeeded, solo.Head.Outcome);
    }

    [Fact]
    public void OpenEnded_NeverAnnounced_StopsHardAfterAYear()
    {
        var solo = new Solo(SomePlan.With(GoalRule.OpenEnded(Paris))).Launched();
        solo.Pledge("p1", 5);
        var stop = solo.End;

        Assert.Equal(stop, solo.PassTo(stop).Head.EndedAt);
    }

    [Fact]
    public void OpenEnded_FinalLapNearTheHardStop_DoesNotOutliveIt()
    {
        var solo = new Solo(SomePlan.With(GoalRule.OpenEnded(Paris))).Launched();
        var stop = solo.End;

        solo.At(stop - Duration.FromDays(3)).Do(new AnnounceFinalLap());

        Assert.Equal(stop, solo.End);
    }

    [Fact]
    public void OpenEnded_FinalLapAfterAnExtension_IsCountedFromItsAnnouncement()
    {
        var solo = new Solo(SomePlan.With(GoalRule.OpenEnded(Paris))).Launched();
        var stop = solo.End;
        solo.Do(new ExtendDeadline { Deadline = new(new LocalDateTime(2027, 8, 1, 0, 0), Paris), Reason = "weather" });

        solo.At(stop + Duration.FromDays(5)).Do(new AnnounceFinalLap());

        Assert.Equal(stop + Duration.FromDays(12), solo.End);
    }

    [Fact]
    public void HardCap_RefusesWhatIsAboveAndSaysHowMuchIsLeft()
    {
        var solo = new Solo(SomePlan.With(GoalRule.HardCap(Eur(500), Eur(1000), SomePlan.Days(30)))).Launched();
        solo.Pledge("p1", 900);

        var refusal = Assert.Single(solo.Refused(new MakePledge { Pledge = "p2", Backer = "b", Amount = Eur(100.01m) }));
        Assert.Equal(("above-cap", "EUR 100.00"), (refusal.Code, refusal.Data["remaining"]));
        Assert.Equal(["above-cap"], solo.RefusedBy(new ChangePledge { Pledge = "p1", Amount = Eur(1000.01m) }));
        solo.Pledge("p2", 100);

        Assert.Equal(CampaignStage.Live, solo.Head.Stage);
        Assert.Equal(CampaignOutcome.Succeeded, solo.PassTo(solo.End).Head.Outcome);
    }

    [Fact]
    public void HardCap_PromiseNotPaidYet_TakesItsRoom()
    {
        var solo = new Solo(SomePlan.With(GoalRule.HardCap(Eur(500), Eur(1000), SomePlan.Days(30)), CollectionMode.ChargeNow)).Launched();
        solo.Pledge("p1", 900);

        Assert.Equal(["above-cap"], solo.RefusedBy(new MakePledge { Pledge = "p2", Backer = "b", Amount = Eur(101) }));
        // A link that ran out is made anew: its room is free when it is given up.
        solo.Hear("p1", ProviderEventKind.Expired);
        Assert.Equal(["above-cap"], solo.RefusedBy(new MakePledge { Pledge = "p2", Backer = "b", Amount = Eur(101) }));
        solo.PassTo(solo.Now + Duration.FromDays(20)).Pledge("p2", 1000);
    }

    [Fact]
    public void Cap_ThatCloses_TakesThePledgeThatReachesItWholeAndEndsAtOnce()
    {
        var goal = GoalRule.AllOrNothing(Eur(500), SomePlan.Days(30)) with { Cap = Eur(1000), CapPolicy = CapPolicy.CloseWhenReached };
        var solo = new Solo(SomePlan.With(goal)).Launched();
        solo.Pledge("p1", 900);
        solo.Pledge("p2", 300);

        Assert.Equal((CampaignOutcome.Succeeded, CampaignStage.Settling, Eur(1200)), (solo.Head.Outcome, solo.Head.Stage, solo.Head.Sums.Counted));
        Assert.Equal(VerdictReason.CapReached, solo.Head.Verdicts.Single().Reason);
        Assert.Equal(["wrong-stage"], solo.RefusedBy(new MakePledge { Pledge = "p3", Backer = "b", Amount = Eur(1) }));
    }

    [Fact]
    public void Cap_ThatCloses_ReachedByAPaymentInFlight_EndsWhenThatArrives()
    {
        var goal = GoalRule.AllOrNothing(Eur(500), SomePlan.Days(30)) with { Cap = Eur(1000), CapPolicy = CapPolicy.CloseWhenReached };
        var solo = new Solo(SomePlan.With(goal, CollectionMode.ChargeNow)).Launched();
        solo.Pledge("p1", 1000);
        Assert.Equal(CampaignStage.Live, solo.Head.Stage);

        solo.At(Start + Duration.FromHours(5)).Paid("p1");

        Assert.Equal((CampaignOutcome.Succeeded, Start + Duration.FromHours(5)), (solo.Head.Outcome, solo.Head.EndedAt));
    }

    [Theory]
    [InlineData(2, CampaignOutcome.Failed)]
    [InlineData(3, CampaignOutcome.Succeeded)]
    public void MoneyAndPeople_EnoughMoneyFromTooFew_Fails(int people, CampaignOutcome outcome)
    {
        var solo = new Solo(SomePlan.With(GoalRule.MoneyAndPeople(Eur(1000), 3, SomePlan.Days(30)))).Launched();
        for (var i = 0; i < 6; i++)
        {
            solo.Pledge($"p{i}", 500, backer: $"backer {i % people}");
        }

        Assert.Equal(people, solo.Head.People);
        Assert.Equal(outcome, solo.PassTo(solo.End).Head.Outcome);
    }

    [Theory]
    [InlineData(1, 2000, CampaignOutcome.Succeeded)]
    [InlineData(4, 10, CampaignOutcome.Succeeded)]
    [InlineData(3, 10, CampaignOutcome.Failed)]
    public void AnyOf_MoneyOrPeople_EitherIsEnough(int people, int each, CampaignOutcome outcome)
    {
        var goal = new GoalRule(new GoalRound(SomePlan.Days(30)) { Target = new AnyOf(new MoneyTarget(Eur(1000)), new AllOf(new PeopleTarget(4), new MoneyTarget(Eur(40)))) });
        var solo = new Solo(SomePlan.With(goal)).Launched();
        for (var i = 0; i < people; i++)
        {
            solo.Pledge($"p{i}", each);
        }

        Assert.Equal(outcome, solo.PassTo(solo.End).Head.Outcome);
    }

    [Fact]
    public void MinimumAndMaximum_OfAPledge_AreHeldWithTheirFigures()
    {
        var plan = SomePlan.With(GoalRule.AllOrNothing(Eur(1000), SomePlan.Days(30)) with { MinimumPledge = Eur(5) }) with { Pledges = new PledgePlan { MaximumPerBacker = Eur(100) } };
        var solo = new Solo(plan).Launched();
        solo.Pledge("p1", 60, backer: "b");

        Assert.Equal("EUR 5.00", Assert.Single(solo.Refused(new MakePledge { Pledge = "p2", Backer = "c", Amount = Eur(4.99m) })).Data["minimum"]);
        Assert.Equal("EUR 100.01", Assert.Single(solo.Refused(new MakePledge { Pledge = "p2", Backer = "b", Amount = Eur(40.01m) })).Data["amount"]);
        Assert.Equal(["below-minimum"], solo.RefusedBy(new ChangePledge { Pledge = "p1", Amount = Eur(4) }));
        Assert.Equal(["above-maximum"], solo.RefusedBy(new ChangePledge { Pledge = "p1", Amount = Eur(101) }));
        solo.Pledge("p2", 40, backer: "b");
    }

    // Case P18.
    [Fact]
    public void P18_Success_SomeNeverPay_StandsAndTheOwnerIsToldOnce()
    {
        var solo = new Solo(SomePlan.AllOrNothing()).Launched();
        solo.Pledge("p1", 600);
        solo.Pledge("p2", 400);
        solo.Pledge("p3", 1);
        solo.PassTo(solo.End).Paid("p1");

        solo.PassTo(solo.Now + Duration.FromDays(20));

        Assert.Equal((CampaignOutcome.Succeeded, CampaignStage.Delivering), (solo.Head.Outcome, solo.Head.Stage));
        Assert.Equal([PledgeStanding.Committed, PledgeStanding.Dropped, PledgeStanding.Dropped], new[] { "p1", "p2", "p3" }.Select(solo.StandingOf));
        var told = Assert.Single(solo.Told(NoticeKind.BelowGoal));
        Assert.Equal((Audience.Owner, "EUR 601.00"), (told.Audience, told.Amount.ToString()));
        Assert.Equal(2, solo.Told(NoticeKind.PledgeDropped).Count());
    }

    private static Solo TwoRounds() => new Solo(
        SomePlan.With(GoalRule.TwoRounds(Eur(1000), Eur(1500), SomePlan.Days(40), SomePlan.Days(40)), CollectionMode.ChargeNow) with { Budget = SomePlan.Costs(1500) }).Launched();

    private static void Charged(Solo solo, string pledge, decimal euros)
    {
        solo.Pledge(pledge, euros);
        solo.Paid(pledge);
    }
}
