using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Reading;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Campaigns;

// Who may pledge, who is seen, and who hears from the owner; case P24.
public sealed class PeopleTests
{
    [Fact]
    public void P24_PrivateCampaign_WithoutAnInvitation_TakesNothing()
    {
        var solo = new Solo(SomePlan.AllOrNothing() with { Visibility = Visibility.Private }).Launched();
        var pledge = new MakePledge { Pledge = "p1", Backer = "b", Amount = Eur(10) };

        Assert.Equal(["not-invited"], solo.RefusedBy(pledge));
        solo.Do(pledge with { IsInvited = true });
    }

    [Theory]
    [InlineData(Visibility.Public)]
    [InlineData(Visibility.Unlisted)]
    public void OtherCampaigns_AskForNoInvitation(Visibility visibility) =>
        new Solo(SomePlan.AllOrNothing() with { Visibility = visibility }).Launched().Pledge("p1", 10);

    [Fact]
    public async Task P24_BackersAsync_AnonymousBacker_IsNamedNowhereInWhatIsPublic()
    {
        var play = await new Play(SomePlan.AllOrNothing()).LaunchedAsync();
        await play.DoAsync(new MakePledge { Pledge = "pledge of secret", Backer = "secret", Amount = Eur(10), IsAnonymous = true });
        await play.DoAsync(new MakePledge { Pledge = "p2", Backer = "open", Amount = Eur(20) });
        await play.DoAsync(new MakePledge { Pledge = "p3", Backer = "gone", Amount = Eur(30) });
        await play.DoAsync(new CancelPledge { Pledge = "p3" });

        var shown = await BackersAsync(play);

        Assert.Equal([("open", Eur(20)), (null, Eur(10))], shown.Select(pledge => (pledge.Backer, pledge.Amount)));
        Assert.DoesNotContain("secret", string.Join(' ', shown), StringComparison.Ordinal);
        Assert.Equal("secret", (await play.PledgeOfAsync("pledge of secret")).Backer);
    }

    [Fact]
    public async Task BackersAsync_MoneyNotHereYet_IsNotShownWhereOnlyMoneyCounts()
    {
        var play = await new Play(SomePlan.AllOrNothing(CollectionMode.ChargeNow)).LaunchedAsync();
        await play.PledgeAsync("p1", 10, method: "card");
        await play.PledgeAsync("p2", 20);
        await play.SettleAsync();

        Assert.Equal([Eur(10)], (await BackersAsync(play)).Select(pledge => pledge.Amount));
    }

    [Fact]
    public void MakePledge_AnonymousWhereNamesAreShown_IsRefused()
    {
        var solo = new Solo(SomePlan.AllOrNothing() with { Pledges = new PledgePlan { AllowsAnonymous = false } }).Launched();

        Assert.Equal(["not-anonymous"], solo.RefusedBy(new MakePledge { Pledge = "p1", Backer = "b", Amount = Eur(10), IsAnonymous = true }));
    }

    [Fact]
    public void MakePledge_SeveralReasonsAgainstIt_AreAllGiven()
    {
        var plan = SomePlan.AllOrNothing(CollectionMode.SaveThenCharge) with { Visibility = Visibility.Private, Pledges = new PledgePlan { AllowsAnonymous = false, MaximumPerBacker = Eur(5) } };
        var solo = new Solo(plan).Launched();
        solo.Do(new MakePledge { Pledge = "p1", Backer = "b", Amount = Eur(5), Method = "card", IsInvited = true });

        var codes = solo.RefusedBy(new MakePledge { Pledge = "p1", Backer = "b", Amount = Eur(6), IsAnonymous = true, Via = "nobody" });

        Assert.Equal(["not-invited", "not-anonymous", "method-needed", "above-maximum", "pledge-exists", "no-such-fundraiser"], codes);
    }

    [Theory]
    [InlineData("", "bad-id")]
    [InlineData("a/b", "bad-id")]
    [InlineData("a\nb", "bad-id")]
    [InlineData("\U0001F600", "bad-id")]
    public void MakePledge_IdThatNoStoreKeeps_IsRefused(string id, string code)
    {
        var solo = new Solo(SomePlan.AllOrNothing()).Launched();

        Assert.Equal([code], solo.RefusedBy(new MakePledge { Pledge = id, Backer = "b", Amount = Eur(10) }));
        Assert.Equal([code], solo.RefusedBy(new MakePledge { Pledge = new string('x', 101), Backer = "b", Amount = Eur(10) }));
    }

    [Fact]
    public void MakePledge_BrokenReferences_AreNamed()
    {
        var solo = new Solo(SomePlan.AllOrNothing()).Launched();
        var broken = new MakePledge { Pledge = "p", Backer = "a\tb", Amount = Eur(10), Evidence = new string('e', 201), Method = "", Via = "" };

        Assert.Equal(["backer", "evidence", "method", "via"], solo.Refused(broken).Select(refusal => refusal.Data["field"]));
    }

    [Fact]
    public async Task MakePledge_IdThatNoStoreKeeps_IsRefusedOnAStoreToo()
    {
        var play = await new Play(SomePlan.AllOrNothing()).LaunchedAsync();

        Assert.Equal(["bad-id"], await play.RefusedAsync(new MakePledge { Pledge = "a\nb", Backer = "b", Amount = Eur(10) }));
        Assert.Equal(["bad-reference"], await play.RefusedAsync(new MakePledge { Pledge = "p", Backer = "", Amount = Eur(10) }));
    }

    [Fact]
    public void Offline_WithoutEvidence_IsRefusedAndWithItCountsAtOnce()
    {
        var solo = new Solo(SomePlan.AllOrNothing(CollectionMode.Offline)).Launched();
        var pledge = new MakePledge { Pledge = "p1", Backer = "b", Amount = Eur(10), Method = "card" };

        Assert.Equal(["evidence-needed"], solo.RefusedBy(pledge));
        solo.Do(pledge with { Evidence = "receipt 7" });

        Assert.Equal(Eur(10), solo.Head.Sums.Project);
        Assert.Empty(solo.Asked<GatewayCall>());
        Assert.Equal(["already-collecting"], solo.RefusedBy(new CancelPledge { Pledge = "p1" }));
    }

    [Fact]
    public void Feedback_NoneWithin48Hours_OwnerIsToldOnce()
    {
        var solo = new Solo(SomePlan.AllOrNothing()).Launched();
        solo.Pledge("p1", 10);
        solo.Pledge("P1", 10);
        var due = solo.Now + Duration.FromHours(48);

        solo.PassTo(due - Duration.FromNanoseconds(1));
        Assert.Empty(solo.Told(NoticeKind.FeedbackOverdue));
        solo.PassTo(due + Duration.FromDays(5));

        Assert.Equal([("P1", Audience.Owner), ("p1", Audience.Owner)], solo.Told(NoticeKind.FeedbackOverdue).Select(notice => (notice.Pledge, notice.Audience)));
        Assert.Equal(2, solo.All<EffectSettled>().Count(settled => settled.Effect.Contains("feedback", StringComparison.Ordinal)));
        Assert.All(solo.All<FeedbackNoted>(), noted => Assert.True(noted.IsMissing));
    }

    [Fact]
    public void Feedback_ThanksOrAnUpdateAfterThePledge_IsEnough()
    {
        var solo = new Solo(SomePlan.AllOrNothing()).Launched();
        solo.Do(new PostUpdate { Reference = "before" });
        solo.At(solo.Now + Duration.FromHours(1)).Pledge("thanked", 10);
        solo.Pledge("updated", 10);
        solo.Do(new ThankBacker { Pledge = "thanked" });
        Assert.Empty(solo.Do(new ThankBacker { Pledge = "thanked" }));
        solo.At(solo.Now + Duration.FromHours(47)).Do(new PostUpdate { Reference = "news" });
        solo.At(solo.Now + Duration.FromTicks(1)).Pledge("later", 10);

        solo.PassTo(solo.Now + Duration.FromDays(4));

        Assert.Equal("later", Assert.Single(solo.Told(NoticeKind.FeedbackOverdue)).Pledge);
    }

    [Fact]
    public void Reports_NotPublishedInTime_OwnerIsToldOfEachOnce()
    {
        var solo = SoloAt.Stage(CampaignStage.Delivering);
        solo.PassTo(solo.Now + Duration.FromDays(14));
        var payout = solo.Head.Payouts.Single();
        var paid = solo.Head.LastPayoutAt!.Value;
        solo.Do(new RecordPayout
        {
            Events = [new ProviderEvent { EventId = "sent", AttemptKey = payout.Key, Kind = ProviderEventKind.PayoutSent, PaymentId = "transfer", Amount = payout.Amount, OccurredAt = solo.Now }],
        });

        solo.PassTo(paid + Duration.FromDays(90) - Duration.FromTicks(1));
        Assert.Empty(solo.Told(NoticeKind.ReportOverdue));
        solo.PassTo(paid + Duration.FromDays(90));
        Assert.Equal("spending", Assert.Single(solo.Told(NoticeKind.ReportOverdue)).Detail);
        solo.Do(new PublishReport { Report = ReportKind.Spending, Reference = "report/1" });
        solo.PassTo(paid + Duration.FromDays(365));
        Assert.Equal("impact", solo.Told(NoticeKind.ReportOverdue).Last().Detail);
        solo.PassTo(paid + Duration.FromDays(1000));
        Assert.Equal(2, solo.Told(NoticeKind.ReportOverdue).Count());

        Assert.Equal(CampaignStage.Delivering, solo.Head.Stage);
        solo.Do(new PublishReport { Report = ReportKind.Impact, Reference = "report/2" });
        Assert.Equal(CampaignStage.Completed, solo.Head.Stage);
        Assert.All(solo.Head.Reports, report => Assert.True(report.WasLate));
    }

    private static async Task<List<PublicPledge>> BackersAsync(Play play)
    {
        var shown = new List<PublicPledge>();
        await foreach (var pledge in play.Campaigns.BackersAsync(Campaign))
        {
            shown.Add(pledge);
        }

        return shown;
    }
}
