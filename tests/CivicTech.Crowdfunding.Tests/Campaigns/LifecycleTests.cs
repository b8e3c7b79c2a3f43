using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Ledger;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Receipts;
using CivicTech.Time;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Campaigns;

public sealed class LifecycleTests
{
    [Fact]
    public void Review_Returned_IsRevisedSubmittedAgainAndLaunched()
    {
        var solo = new Solo(SomePlan.AllOrNothing());
        solo.Do(new DraftCampaign { Plan = solo.Plan });
        solo.Do(new SubmitForReview());
        Assert.Equal(["wrong-stage"], solo.RefusedBy(new DraftCampaign { Plan = solo.Plan }));
        Assert.Equal(["bad-reference"], solo.RefusedBy(new ReviewCampaign { Verdict = ReviewVerdict.Returned }));
        solo.Do(new ReviewCampaign { Verdict = ReviewVerdict.Returned, Reason = "the sand is missing" });
        Assert.Equal(CampaignStage.Draft, solo.Head.Stage);

        var revised = solo.Plan with { Description = "text/2" };
        solo.Do(new DraftCampaign { Plan = revised });
        solo.Do(new SubmitForReview());
        solo.Do(new ReviewCampaign { Verdict = ReviewVerdict.Approved });
        solo.Do(new LaunchCampaign());

        Assert.Equal((CampaignStage.Live, revised), (solo.Head.Stage, solo.State.Plan));
    }

    [Fact]
    public void Review_Rejected_IsTheEnd()
    {
        var solo = new Solo(SomePlan.AllOrNothing());
        solo.Do(new DraftCampaign { Plan = solo.Plan });
        solo.Do(new SubmitForReview());
        solo.Do(new ReviewCampaign { Verdict = ReviewVerdict.Rejected, Reason = "no civic purpose" });

        Assert.Equal(CampaignStage.Rejected, solo.Head.Stage);
        Assert.Equal(["wrong-stage"], solo.RefusedBy(new LaunchCampaign()));
        Assert.Equal(["wrong-stage"], solo.RefusedBy(new CancelCampaign { Reason = "why" }));
        Assert.Null(CivicTech.Crowdfunding.Campaigns.CampaignProcess.NextDue(solo.State));
    }

    [Fact]
    public void Launch_DeadlineThatHasPassed_IsRefused()
    {
        var solo = new Solo(SomePlan.With(GoalRule.AllOrNothing(Eur(1000), new FixedEnd(Deadline.EndOf(new LocalDate(2026, 5, 3), "Europe/Paris"))))).Approved();

        var refusal = Assert.Single(solo.Refused(new LaunchCampaign()));

        Assert.Equal(("deadline-passed", "2026-05-03T22:00:00Z", "2026-05-04T08:00:00Z"), (refusal.Code, refusal.Data["deadline"], refusal.Data["now"]));
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void Launch_HoldsThatDoNotLiveAsLong_IsRefused(int days, bool isTaken)
    {
        var solo = new Solo(SomePlan.With(GoalRule.AllOrNothing(Eur(1000), SomePlan.Days(days)), CollectionMode.AuthoriseThenCapture)).Approved();

        var decision = solo.Ask(new LaunchCampaign());

        Assert.Equal(isTaken ? "" : "hold-too-short", string.Join(", ", decision.Refusals.Select(refusal => refusal.Code)));
    }

    // Case P21.
    [Fact]
    public void P21_Launched_GoalAndDeadline_AreFrozenAndTheirDigestCanBeRecomputed()
    {
        var solo = new Solo(SomePlan.AllOrNothing()).Launched();
        var easier = solo.Plan with { Goal = GoalRule.AllOrNothing(Eur(10), SomePlan.Days(60)) };

        Assert.Equal(["wrong-stage"], solo.RefusedBy(new DraftCampaign { Plan = easier }));
        Assert.Equal(["not-later"], solo.RefusedBy(Extension(new LocalDateTime(2026, 6, 3, 10, 0))));
        Assert.Equal(["not-later"], solo.RefusedBy(Extension(new LocalDateTime(2026, 5, 20, 10, 0))));

        var json = System.Text.Json.JsonSerializer.Serialize(solo.State.Plan, CampaignJson.Default.CampaignPlan);
        Assert.Equal(Digest.Of(CanonicalJson.ToBytes(System.Text.Json.Nodes.JsonNode.Parse(json))), solo.Head.Rules);
    }

    [Fact]
    public async Task Extend_ALiveCampaign_IsInTheJournalWithWhoAndWhyAndBackersAreTold()
    {
        var play = await new Play(SomePlan.AllOrNothing()).LaunchedAsync();
        await play.PledgeAsync("p1", 10);
        await play.DoAsync(Extension(new LocalDateTime(2026, 6, 10, 10, 0)) with { By = "admin 7" });
        await play.SettleAsync();

        Assert.Equal(Instant.FromUtc(2026, 6, 10, 8, 0), (await play.HeadAsync()).RoundEndsAt);
        await foreach (var happening in play.Campaigns.JournalAsync(Campaign))
        {
            if (happening.Events.OfType<RoundEndMoved>().SingleOrDefault() is { } moved)
            {
                Assert.Equal(("admin 7", "flood", Start), (happening.By, moved.Reason, happening.At));
            }
        }

        Assert.Single(await play.JournalAsync<RoundEndMoved>());
        Assert.Equal(1, play.Notices.Count(NoticeKind.DeadlineMoved));
        await play.DoAsync(Extension(new LocalDateTime(2026, 6, 11, 10, 0)));
        await play.SettleAsync();
        Assert.Equal(2, play.Notices.Count(NoticeKind.DeadlineMoved));
    }

    [Fact]
    public void Extend_AfterTheEnd_IsRefused()
    {
        var solo = new Solo(SomePlan.AllOrNothing()).Launched();

        Assert.Equal(["wrong-stage"], solo.At(solo.End).RefusedBy(Extension(new LocalDateTime(2026, 7, 1, 0, 0))));
    }

    // The second round is over too, but the pledges of the first are still gone through.
    [Fact]
    public void Extend_RoundThatEndedWhilePledgesAreGoneThrough_IsRefused()
    {
        var solo = new Solo(SomePlan.With(GoalRule.TwoRounds(Eur(1000), Eur(1000), SomePlan.Days(10), SomePlan.Days(10)))).Launched();
        solo.Pledge("p1", 1000);
        solo.At(Start + Duration.FromDays(30)).Do(new PostUpdate { Reference = "news" });
        Assert.Equal((1, CampaignStage.Live), (solo.Head.Round, solo.Head.Stage));

        Assert.Equal(["after-deadline"], solo.RefusedBy(Extension(new LocalDateTime(2026, 7, 1, 0, 0))));
        Assert.Equal(["after-deadline"], solo.RefusedBy(new MakePledge { Pledge = "p2", Backer = "b", Amount = Eur(1) }));
        Assert.Equal(CampaignOutcome.Succeeded, solo.LookAt(solo.Now).Head.Outcome);
        Assert.Equal(Start + Duration.FromDays(20), solo.Head.EndedAt);
    }

    [Fact]
    public void Extend_ToAnHourThatIsSkippedAndRefused_NamesTheDeadline()
    {
        var solo = new Solo(SomePlan.AllOrNothing()).Launched();
        var skipped = new Deadline(new LocalDateTime(2027, 3, 28, 2, 30), "Europe/Paris") { SkippedHour = SkippedHour.Refuse };

        var refusal = Assert.Single(solo.Refused(new ExtendDeadline { Deadline = skipped, Reason = "r" }));

        Assert.Equal(("plan-invalid", "deadline"), (refusal.Code, refusal.Data["field"]));
    }

    [Fact]
    public void Extend_BeyondTheLifeOfHolds_IsRefused()
    {
        var solo = new Solo(SomePlan.With(GoalRule.AllOrNothing(Eur(1000), SomePlan.Days(5)), CollectionMode.AuthoriseThenCapture)).Launched();

        Assert.Equal(["hold-too-short"], solo.RefusedBy(Extension(new LocalDateTime(2026, 5, 11, 10, 0))));
        solo.Do(Extension(new LocalDateTime(2026, 5, 11, 9, 59)));
    }

    [Fact]
    public void Suspended_TakesNoPledgesUntilItIsResumedAndEndsInTime()
    {
        var solo = new Solo(SomePlan.AllOrNothing()).Launched();
        solo.Pledge("p1", 500);
        Assert.Equal(["bad-reference"], solo.RefusedBy(new SuspendCampaign { Reason = "" }));
        solo.Do(new SuspendCampaign { Reason = "complaint" });
        Assert.Equal(["wrong-stage"], solo.RefusedBy(new MakePledge { Pledge = "p2", Backer = "b", Amount = Eur(1) }));
        Assert.Equal(["wrong-stage"], solo.RefusedBy(new ChangePledge { Pledge = "p1", Amount = Eur(1) }));
        solo.Do(new CancelPledge { Pledge = "p1" });
        solo.Do(new ResumeCampaign());
        solo.Pledge("p2", 1000);
        solo.Do(new SuspendCampaign { Reason = "again" });

        solo.PassTo(solo.End);

        Assert.Equal(CampaignOutcome.Succeeded, solo.Head.Outcome);
        Assert.Equal(Start + Duration.FromDays(30), solo.Head.EndedAt);
    }

    [Theory]
    [InlineData(CampaignStage.Draft)]
    [InlineData(CampaignStage.InReview)]
    [InlineData(CampaignStage.Approved)]
    [InlineData(CampaignStage.Live)]
    [InlineData(CampaignStage.Suspended)]
    [InlineData(CampaignStage.Closing)]
    [InlineData(CampaignStage.Settling)]
    [InlineData(CampaignStage.Delivering)]
    public void Cancel_AtAnyStage_GivesEverythingBackAndIsFinal(CampaignStage stage)
    {
        var solo = SoloAt.Stage(stage);
        var launched = solo.Head.Rules is not null;
        Assert.Equal(["bad-reference"], solo.RefusedBy(new CancelCampaign { Reason = "" }));

        solo.Do(new CancelCampaign { Reason = "no permit" });
        Assert.Equal((CampaignOutcome.Cancelled, CampaignStage.Settling), (solo.Head.Outcome, solo.Head.Stage));
        Assert.Equal(["already-ended"], solo.RefusedBy(new CancelCampaign { Reason = "again" }));
        solo.PassTo(solo.Now);
        foreach (var refund in solo.Asked<GatewayCall.Refund>().ToList())
        {
            var pledge = refund.Attempt.Split('/')[1];
            solo.Do(new RecordPayment { Pledge = pledge, Events = [solo.Said(pledge, ProviderEventKind.RefundCompleted) with { RefundKey = refund.Key, Amount = refund.Amount }] });
        }

        solo.PassTo(solo.Now);

        Assert.Equal(CampaignStage.Completed, solo.Head.Stage);
        Assert.Equal(launched ? 2 : 0, solo.State.Pledges.All.Count(pledge => pledge.Value.Standing == PledgeStanding.Void));
        Assert.Equal("no permit", Assert.Single(solo.Told(NoticeKind.CampaignCancelled)).Detail);
        Assert.True(solo.Head.Ledger.Of(Account.Backers, Euro).IsZero);
        Assert.Equal(["wrong-stage"], solo.RefusedBy(new CancelCampaign { Reason = "again" }));
    }

    [Fact]
    public void Cancel_AFailedCampaign_IsRefused()
    {
        var solo = new Solo(SomePlan.AllOrNothing(CollectionMode.ChargeNow)).Launched();
        solo.Pledge("p1", 10);
        solo.Paid("p1");
        solo.PassTo(solo.End);
        Assert.Equal(CampaignStage.Settling, solo.Head.Stage);

        var refusal = Assert.Single(solo.Refused(new CancelCampaign { Reason = "r" }));

        Assert.Equal(("already-ended", "failed"), (refusal.Code, refusal.Data["outcome"]));
    }

    [Fact]
    public void Cancel_WhilePledgesAreNotGoneThrough_ChargesNobodyMeanwhile()
    {
        var solo = new Solo(SomePlan.AllOrNothing(CollectionMode.SaveThenCharge)).Launched();
        for (var i = 0; i < 250; i++)
        {
            solo.Pledge($"a{i}", 1);
        }

        // More than are gone through at once come before this one.
        solo.Pledge("p1", 1000);
        solo.PassTo(solo.End).Hear("p1", ProviderEventKind.Failed);
        solo.PassTo(solo.End + Duration.FromDays(6));
        solo.Do(new CancelCampaign { Reason = "no permit" });
        var charges = solo.Asked<GatewayCall.Charge>().Count();

        Assert.Equal(["pledge-not-standing"], solo.RefusedBy(new GiveMethod { Pledge = "p1", Method = "other card" }));
        solo.At(solo.End + Duration.FromDays(8)).Do(new AdvanceCampaign { Documents = ["pledge/p1"] });

        Assert.Equal(PledgeStanding.Void, solo.StandingOf("p1"));
        Assert.Equal(charges, solo.Asked<GatewayCall.Charge>().Count());
    }

    private static ExtendDeadline Extension(LocalDateTime end) => new() { Deadline = new Deadline(end, "Europe/Paris"), Reason = "flood" };
}
