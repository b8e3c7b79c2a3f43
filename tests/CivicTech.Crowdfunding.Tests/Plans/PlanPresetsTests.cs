using CivicTech.Amounts;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Ledger;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Crowdfunding.Tests.Campaigns;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Plans;

// Each preset played through with a gateway.
public sealed class PlanPresetsTests
{
    private static readonly CampaignBasics Basics = new()
    {
        Id = Campaign,
        Owner = "owner",
        Description = "text/1",
        Budget = [new BudgetLine { Name = "swings", Amount = Eur(1000) }, new BudgetLine { Name = "paint", Amount = Eur(500) }],
        Zone = "Europe/Paris",
    };

    [Fact]
    public async Task Civic_Success_IsPaidByLinksThenReportedOn()
    {
        var play = await new Play(PlanPresets.Civic(Basics, Eur(1000), 30)).LaunchedAsync();
        Assert.Equal(Instant.FromUtc(2026, 6, 3, 22, 0), (await play.HeadAsync()).RoundEndsAt);
        await play.PledgeAsync("p1", 1000);
        await play.PassAsync(Duration.FromDays(3));
        Assert.Equal(1, play.Notices.Count(NoticeKind.FeedbackOverdue));
        Assert.Equal(0, play.Gateway.TakenFromAll(Euro).Payments);

        await play.PassAsync(Duration.FromDays(28));
        play.Gateway.PayLink(Assert.Single(play.Notices.Invitations).Url);
        await play.PassAsync(Duration.FromDays(15));

        Assert.Equal(Eur(1000), play.Gateway.PaidTo("owner", Euro));
        await play.PassAsync(Duration.FromDays(91));
        Assert.Equal(1, play.Notices.Count(NoticeKind.ReportOverdue));
        await CompleteAsync(play);
    }

    [Fact]
    public async Task CrowdJustice_FirstTargetMet_ChargesAtOnceAndPaysTheLawyerEachWeek()
    {
        var plan = PlanPresets.CrowdJustice(Basics, Eur(1000), Eur(1500), "client account", Visibility.Private);
        var play = await new Play(plan).LaunchedAsync();
        Assert.Equal(["not-invited"], await play.RefusedAsync(Invited("p0", 10) with { IsInvited = false }));
        await play.DoAsync(Invited("p1", 900));
        await play.SettleAsync();
        Assert.Equal(0, play.Gateway.TakenFromAll(Euro).Payments);
        await play.PassAsync(Duration.FromDays(10));
        await play.DoAsync(Invited("p2", 100));
        await play.SettleAsync();

        Assert.Equal((1, CampaignStage.Live, Eur(1000)), ((await play.HeadAsync()).Round, (await play.HeadAsync()).Stage, play.Gateway.TakenFromAll(Euro).Captured));
        await play.PassAsync(Duration.FromDays(8));
        Assert.Equal(Eur(1000), play.Gateway.PaidTo("client account", Euro));
        await play.DoAsync(Invited("p3", 50));
        await play.PassAsync(Duration.FromDays(8));
        Assert.Equal(Eur(1050), play.Gateway.PaidTo("client account", Euro));
        await play.PassAsync(Duration.FromDays(100));
        await play.DoAsync(new AnnounceFinalLap());
        await play.SettleAsync();

        Assert.Equal(CampaignOutcome.Succeeded, (await play.HeadAsync()).Outcome);
        await CompleteAsync(play);
    }

    [Fact]
    public async Task PeerToPeer_BelowTheTarget_KeepsWhatCameAndTheTip()
    {
        var play = await new Play(PlanPresets.PeerToPeer(Basics, Eur(1000), 20)).LaunchedAsync();
        await play.DoAsync(new AddFundraiser { Fundraiser = "team", FundraiserKind = FundraiserKind.Team });
        await play.DoAsync(new AddFundraiser { Fundraiser = "ann", FundraiserKind = FundraiserKind.Person, Parent = "team" });
        await play.DoAsync(new MakePledge { Pledge = "p1", Backer = "b", Amount = Eur(100), Tip = Eur(15), Via = "ann", Method = "card" });
        await play.SettleAsync();
        Assert.Equal(Eur(115), play.Gateway.TakenFromAll(Euro).Captured);
        Assert.Equal(Eur(100), (await play.HeadAsync()).Sums.Counted);

        await play.PassAsync(Duration.FromDays(40));

        Assert.Equal(Eur(100), play.Gateway.PaidTo("owner", Euro));
        Assert.Equal(Eur(15), await play.BalanceAsync(Account.Tips));
        await CompleteAsync(play);
    }

    [Fact]
    public async Task Kickstarter_SomeCardsFail_StaysSuccessfulRetriesForAWeekAndKeepsFivePercent()
    {
        var play = await new Play(PlanPresets.Kickstarter(Basics, Eur(1000), 30)).LaunchedAsync();
        await play.PledgeAsync("p1", 900, "card");
        await play.PledgeAsync("p2", 100, "card");
        await play.PledgeAsync("p3", 100, "card");
        play.Gateway.Script("backer of p2", TestKit.Gateways.Mishap.Declined, TestKit.Gateways.Mishap.Declined);
        play.Gateway.Script("backer of p3", TestKit.Gateways.Mishap.Declined);
        await play.PassAsync(Duration.FromDays(30));
        Assert.Equal((CampaignOutcome.Succeeded, Eur(900)), ((await play.HeadAsync()).Outcome, play.Gateway.TakenFromAll(Euro).Captured));
        Assert.Equal(Start + Duration.FromDays(30), (await play.HeadAsync()).EndedAt);

        await play.PassAsync(Duration.FromDays(13));
        Assert.Equal((PledgeStanding.Dropped, PledgeStanding.Committed), ((await play.PledgeOfAsync("p2")).Standing, (await play.PledgeOfAsync("p3")).Standing));
        Assert.Equal(Eur(0), play.Gateway.PaidTo("owner", Euro));
        await play.PassAsync(Duration.FromDays(2));

        Assert.Equal(Eur(950), play.Gateway.PaidTo("owner", Euro));
        Assert.Equal(Eur(50), await play.BalanceAsync(Account.PlatformFee));
        Assert.Equal((CampaignOutcome.Succeeded, CampaignStage.Completed), ((await play.HeadAsync()).Outcome, (await play.HeadAsync()).Stage));
    }

    [Fact]
    public void Kickstarter_MoreThanSixtyDays_IsAnError()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PlanPresets.Kickstarter(Basics, Eur(1000), 61));
        Assert.Throws<ArgumentOutOfRangeException>(() => PlanPresets.Kickstarter(Basics, Eur(1000), 0));
    }

    [Fact]
    public async Task Goteo_MinimumThenOptimum_KeepsWhatCameInBothRounds()
    {
        var play = await new Play(PlanPresets.Goteo(Basics, Eur(1000), Eur(1500))).LaunchedAsync();
        await play.PledgeAsync("p1", 1000, "card");
        await play.PassAsync(Duration.FromDays(41));
        var head = await play.HeadAsync();
        Assert.Equal((1, CampaignStage.Live, Instant.FromUtc(2026, 6, 13, 22, 0)), (head.Round, head.Stage, head.RoundStartedAt));
        await play.PledgeAsync("p2", 100, "card");

        // The second round begins at a midnight, and its fortieth day is whole too.
        await play.PassAsync(Duration.FromDays(42));

        head = await play.HeadAsync();
        Assert.Equal((CampaignOutcome.Succeeded, Eur(1100)), (head.Outcome, head.Sums.Captured));
        await play.PassAsync(Duration.FromDays(20));
        Assert.Equal(Eur(1100), play.Gateway.PaidTo("owner", Euro));
        await CompleteAsync(play);
    }

    [Fact]
    public async Task Goteo_MinimumMissed_RefundsEverybody()
    {
        var play = await new Play(PlanPresets.Goteo(Basics, Eur(1000), Eur(1500))).LaunchedAsync();
        await play.PledgeAsync("p1", 999, "card");

        await play.PassAsync(Duration.FromDays(41));

        Assert.Equal((CampaignOutcome.Failed, Eur(999)), ((await play.HeadAsync()).Outcome, play.Gateway.TakenFromAll(Euro).Refunded));
        Assert.Equal(CampaignStage.Completed, (await play.HeadAsync()).Stage);
    }

    [Fact]
    public void Basics_WithTheSameLines_AreEqual()
    {
        Assert.Equal(Basics, Basics with { Budget = [.. Basics.Budget] });
        Assert.NotEqual(Basics, Basics with { Budget = [] });
        Assert.Equal(PlanPresets.Civic(Basics, Eur(10), 5), PlanPresets.Civic(Basics, Eur(10), 5));
    }

    private static MakePledge Invited(string pledge, decimal euros) => new() { Pledge = pledge, Backer = $"backer of {pledge}", Amount = Eur(euros), Method = "card", IsInvited = true };

    private static async Task CompleteAsync(Play play)
    {
        await play.PassAsync(Duration.FromDays(20));
        await play.DoAsync(new PublishReport { Report = ReportKind.Spending, Reference = "report/1" });
        await play.DoAsync(new PublishReport { Report = ReportKind.Impact, Reference = "report/2" });
        Assert.Equal(CampaignStage.Completed, (await play.HeadAsync()).Stage);
        Assert.True((await play.HeadAsync()).Ledger.IsBalanced);
    }
}
