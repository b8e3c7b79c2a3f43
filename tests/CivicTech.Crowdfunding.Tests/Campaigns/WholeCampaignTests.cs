using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Ledger;
using CivicTech.Crowdfunding.Plans;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Campaigns;

public sealed class WholeCampaignTests
{
    [Fact]
    public async Task CivicDefault_GoalReached_CollectsByLinkPaysOutAndEndsAtZero()
    {
        var play = await new Play(SomePlan.AllOrNothing()).LaunchedAsync();
        await play.PledgeAsync("p1", 600);
        await play.PledgeAsync("p2", 400);
        await play.SettleAsync();
        Assert.Empty(play.Notices.Invitations);

        await play.PassAsync(Duration.FromDays(31));
        Assert.Equal(CampaignOutcome.Succeeded, (await play.HeadAsync()).Outcome);
        Assert.Equal(2, play.Notices.Invitations.Count());
        foreach (var invitation in play.Notices.Invitations)
        {
            play.Gateway.PayLink(invitation.Url);
        }

        await play.SettleAsync();
        Assert.Equal(CampaignStage.Delivering, (await play.HeadAsync()).Stage);
        Assert.Equal(Eur(1000), await play.BalanceAsync(Account.OwnerPayable));

        await play.PassAsync(Duration.FromDays(20));
        Assert.Equal(Eur(1000), play.Gateway.PaidTo("owner", Euro));
        await play.DoAsync(new PublishReport { Report = ReportKind.Spending, Reference = "report/1" });
        await play.DoAsync(new PublishReport { Report = ReportKind.Impact, Reference = "report/2" });

        var head = await play.HeadAsync();
        Assert.Equal(CampaignStage.Completed, head.Stage);
        Assert.True(head.Ledger.IsBalanced);
        Assert.Equal([Account.Backers, Account.Owner], head.Ledger.Postings.Select(posting => posting.Account));
    }

    [Fact]
    public async Task CivicDefault_GoalMissed_MovesNoMoney()
    {
        var play = await new Play(SomePlan.AllOrNothing()).LaunchedAsync();
        await play.PledgeAsync("p1", 999.99m);

        await play.PassAsync(Duration.FromDays(31));

        var head = await play.HeadAsync();
        Assert.Equal((CampaignOutcome.Failed, CampaignStage.Completed), (head.Outcome, head.Stage));
        Assert.Equal(0, play.Gateway.TakenFromAll(Euro).Payments);
        Assert.Equal(Balances.Empty, head.Ledger);
    }
}
