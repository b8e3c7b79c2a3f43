using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Ledger;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Crowdfunding.Tests.Campaigns;
using CivicTech.Numerics;
using CivicTech.TestKit.Gateways;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Payments;

public sealed class OwnerMoneyTests
{
    [Fact]
    public async Task Payout_TranchesMilestoneAndReserve_EachGoesOutInItsTime()
    {
        var play = await PaidAsync(1000, new PayoutPlan
        {
            Tranches = [new Tranche { Name = "start", Weight = 1 }, new Tranche { Name = "built", Weight = 3, Milestone = "roof" }],
            Reserve = new Rational(1, 10),
        });
        Assert.Equal((Eur(900), Eur(100)), (await play.BalanceAsync(Account.OwnerPayable), await play.BalanceAsync(Account.Reserve)));

        await play.PassAsync(Duration.FromDays(15));
        Assert.Equal(Eur(225), play.Gateway.PaidTo("owner", Euro));

        await play.DoAsync(new ApproveMilestone { Milestone = "roof", Evidence = "photo/1" });
        await play.SettleAsync();
        Assert.Equal(Eur(900), play.Gateway.PaidTo("owner", Euro));
        Assert.Equal(["no-such-milestone"], await play.RefusedAsync(new ApproveMilestone { Milestone = "roof", Evidence = "photo/1" }));

        await play.PassAsync(Duration.FromDays(76));
        Assert.Equal(Eur(1000), play.Gateway.PaidTo("owner", Euro));
        Books.CheckEnd(await play.HeadAsync());
        Assert.Equal([Eur(225), Eur(675), Eur(100)], (await play.JournalAsync<PayoutMade>()).Select(made => made.Payout.Amount));
    }

    [Fact]
    public async Task Payout_ComesBack_WaitsForAPersonAndIsSentAgain()
    {
        var play = await PaidAsync(1000);
        play.Gateway.Script("owner", Mishap.ComesBack);
        await play.PassAsync(Duration.FromDays(40));
        Assert.Equal((Eur(0), Eur(1000), 1), (play.Gateway.PaidTo("owner", Euro), await play.BalanceAsync(Account.OwnerPayable), play.Notices.Count(NoticeKind.PayoutFailed)));
        Assert.Single((await play.HeadAsync()).Payouts);

        await play.DoAsync(new RetryPayout());
        Assert.Equal(["no-failed-payout"], await play.RefusedAsync(new RetryPayout()));
        await play.SettleAsync();

        Assert.Equal(Eur(1000), play.Gateway.PaidTo("owner", Euro));
        Books.CheckEnd(await play.HeadAsync());
    }

    [Fact]
    public async Task Payout_ComesBackAfterTheCampaignIsCompleted_IsSentAgainAllTheSame()
    {
        var play = await PaidAsync(1000);
        await play.DoAsync(new PublishReport { Report = ReportKind.Spending, Reference = "r1" });
        await play.DoAsync(new PublishReport { Report = ReportKind.Impact, Reference = "r2" });
        play.Gateway.Script("owner", Mishap.ComesBack);
        var end = play.Clock.GetCurrentInstant() + Duration.FromDays(14);
        await play.PassAsync(end - play.Clock.GetCurrentInstant());
        Assert.Equal(CampaignStage.Completed, (await play.HeadAsync()).Stage);
        await play.PassAsync(Duration.FromDays(1));
        Assert.Equal(Eur(1000), await play.BalanceAsync(Account.OwnerPayable));

        await play.DoAsync(new RetryPayout());
        await play.SettleAsync();

        Assert.Equal(Eur(1000), play.Gateway.PaidTo("owner", Euro));
        Books.CheckEnd(await play.HeadAsync());
    }

    [Fact]
    public async Task Payout_FailedByItsMessageButSent_IsNotSentAgain()
    {
        var play = await PaidAsync(1000);
        play.Gateway.Script("owner", Mishap.Declined);
        await play.PassAsync(Duration.FromDays(15));
        var payout = Assert.Single((await play.HeadAsync()).Payouts);
        Assert.Equal(PayoutStatus.Failed, payout.Status);

        var sent = new ProviderEvent { EventId = "1", AttemptKey = payout.Key, Kind = ProviderEventKind.PayoutSent, PaymentId = "t1", Amount = Eur(1000), Fee = Eur(1), OccurredAt = play.Clock.GetCurrentInstant() };
        await play.DoAsync(new RecordPayout { Events = [sent, sent] });

        Assert.Equal(["no-failed-payout"], await play.RefusedAsync(new RetryPayout()));
        // The provider's fee was not foreseen, and nothing is left to take it from: the platform bears it.
        Assert.Equal((Eur(1000), Eur(-1), Eur(0)), (await play.BalanceAsync(Account.Owner), await play.BalanceAsync(Account.PlatformCost), await play.BalanceAsync(Account.OwnerDebt)));
        Assert.Equal(1, play.Notices.Count(NoticeKind.PayoutFailed));
    }

    [Fact]
    public async Task Payout_GatewayCannot_TellsTheHostAndWaitsForItsWord()
    {
        var behaviour = new GatewayBehaviour();
        var play = await PaidAsync(1000, behaviour: new GatewayBehaviour { Capabilities = behaviour.Capabilities with { Payouts = false } });
        await play.PassAsync(Duration.FromDays(30));
        var payout = Assert.Single((await play.HeadAsync()).Payouts);
        Assert.Equal((PayoutStatus.Requested, 1, Eur(1000)), (payout.Status, play.Notices.Count(NoticeKind.CallRefused), await play.BalanceAsync(Account.PayoutInTransit)));

        Assert.Empty(await play.Campaigns.ReceiveAsync([new ProviderEvent
        {
            EventId = "bank/1", AttemptKey = payout.Key, Kind = ProviderEventKind.PayoutSent, PaymentId = "bank/1", Amount = Eur(1000), OccurredAt = play.Clock.GetCurrentInstant(),
        }]));
        Assert.Equal(Eur(1000), await play.BalanceAsync(Account.Owner));
    }

    [Fact]
    public async Task Payout_MoneyThatComesLater_IsGatheredAndGoesOutByItself()
    {
        var play = await new Play(MoneyPlan.For(100, CollectionMode.SaveThenCharge)).LaunchedAsync();
        await play.PledgeAsync("p1", 100, "card");
        await play.PledgeAsync("p2", 50, "card");
        play.Gateway.Script("backer of p2", Mishap.Declined, Mishap.Declined);
        await play.PassAsync(Duration.FromDays(22));
        Assert.Equal(Eur(100), play.Gateway.PaidTo("owner", Euro));

        await play.DoAsync(new GiveMethod { Pledge = "p2", Method = "another card" });
        await play.PassAsync(Duration.FromDays(1));
        Assert.Equal(Eur(50), await play.BalanceAsync(Account.OwnerPayable));
        await play.PassAsync(Duration.FromDays(14));

        Assert.Equal(Eur(150), play.Gateway.PaidTo("owner", Euro));
    }

    [Fact]
    public async Task P19_Dispute_AfterThePayout_IsTheOwnersDebtUntilItIsReversed()
    {
        var play = await PaidAsync(1000);
        await play.PassAsync(Duration.FromDays(15));
        var dispute = play.Gateway.OpenDispute(Said.First);
        await play.SettleAsync();
        Assert.Equal((Eur(1000), Eur(-1000), 1), (await play.BalanceAsync(Account.Disputed), await play.BalanceAsync(Account.OwnerDebt), play.Notices.Count(NoticeKind.OwnerOwes)));

        play.Gateway.EndDispute(dispute, DisputeOutcome.Lost);
        await play.SettleAsync();
        Assert.Equal((Eur(0), Eur(-1000), Eur(0)), (await play.BalanceAsync(Account.Disputed), await play.BalanceAsync(Account.OwnerDebt), await play.BalanceAsync(Account.Backers)));

        await play.DoAsync(new RecordRepayment { Amount = Eur(1000), Evidence = "bank/1" });
        Assert.Equal(Eur(0), await play.BalanceAsync(Account.OwnerDebt));
        await play.DoAsync(new PublishReport { Report = ReportKind.Spending, Reference = "r1" });
        await play.DoAsync(new PublishReport { Report = ReportKind.Impact, Reference = "r2" });
        Assert.Equal(CampaignStage.Completed, (await play.HeadAsync()).Stage);

        // Months later the chargeback is taken back: the money is the owner's, also of a campaign that is completed.
        play.Gateway.EndDispute(dispute, DisputeOutcome.Reversed);
        await play.PassAsync(Duration.FromDays(20));
        Assert.Equal(Eur(2000), play.Gateway.PaidTo("owner", Euro));
        Books.CheckEnd(await play.HeadAsync());
    }

    [Fact]
    public async Task Dispute_OpenedAgainForTheSameAmount_IsToldAgain()
    {
        var play = await PaidAsync(1000);
        await play.PassAsync(Duration.FromDays(15));
        play.Gateway.EndDispute(play.Gateway.OpenDispute(Said.First), DisputeOutcome.Won);
        await play.SettleAsync();
        await play.PassAsync(Duration.FromDays(1));

        play.Gateway.OpenDispute(Said.First);
        await play.SettleAsync();

        Assert.Equal(2, play.Notices.Count(NoticeKind.OwnerOwes));
    }

    [Fact]
    public async Task Repayment_WhileTheFirstTrancheWaits_DoesNotPayOutWhatIsOwed()
    {
        var payouts = new PayoutPlan { Tranches = [new Tranche { Name = "all", Weight = 1, Milestone = "roof" }] };
        var play = await PaidAsync(1000, payouts, behaviour: new GatewayBehaviour { FeePerDispute = 1500 });
        play.Gateway.EndDispute(play.Gateway.OpenDispute(Said.First), DisputeOutcome.Lost);
        await play.SettleAsync();
        Assert.Equal(Eur(-15), await play.BalanceAsync(Account.OwnerDebt));
        await play.DoAsync(new RecordRepayment { Amount = Eur(10), Evidence = "bank/1" });

        await play.PassAsync(Duration.FromDays(30));

        Assert.Equal((Eur(0), Eur(-5)), (play.Gateway.PaidTo("owner", Euro), await play.BalanceAsync(Account.OwnerDebt)));
    }

    [Fact]
    public async Task Dispute_LessThanTheReserve_IsTakenFromIt()
    {
        var play = await PaidAsync(1000, new PayoutPlan { Reserve = new Rational(1, 5) }, pledges: 10);
        await play.PassAsync(Duration.FromDays(15));
        Assert.Equal((Eur(800), Eur(200)), (play.Gateway.PaidTo("owner", Euro), await play.BalanceAsync(Account.Reserve)));

        play.Gateway.EndDispute(play.Gateway.OpenDispute(Said.First), DisputeOutcome.Lost);
        await play.SettleAsync();

        Assert.Equal((Eur(0), Eur(100)), (await play.BalanceAsync(Account.OwnerDebt), await play.BalanceAsync(Account.Reserve) + await play.BalanceAsync(Account.OwnerPayable)));
        Books.Check(await play.HeadAsync(), play.Plan);
    }

    [Fact]
    public async Task P19_Dispute_OfRefundedMoney_IsNotDebitedTwice()
    {
        var play = await PaidAsync(1000);
        await play.DoAsync(new RefundPledge { Pledge = "p1", Reason = "asked" });
        await play.SettleAsync();
        play.Gateway.EndDispute(play.Gateway.OpenDispute(Said.First), DisputeOutcome.Lost);
        await play.SettleAsync();

        var head = await play.HeadAsync();
        Assert.Equal(Balances.Empty, head.Ledger);
        Assert.Equal((Eur(1000), Eur(1000)), ((await play.PledgeOfAsync("p1")).Attempts[0].Payment.Position.Refunded, (await play.PledgeOfAsync("p1")).Attempts[0].Payment.Position.Contestable));
    }

    [Fact]
    public async Task P20_Cancel_TheOwnerHasTheMoney_IsRefusedUntilItIsRepaid()
    {
        var play = await PaidAsync(1000);
        await play.PassAsync(Duration.FromDays(60));
        Assert.Equal(["owner-short"], await play.RefusedAsync(new CancelCampaign { Reason = "never built" }));

        await play.DoAsync(new RecordRepayment { Amount = Eur(999.99m), Evidence = "bank/1" });
        Assert.Equal(["owner-short"], await play.RefusedAsync(new CancelCampaign { Reason = "never built" }));
        await play.DoAsync(new RecordRepayment { Amount = Eur(0.01m), Evidence = "bank/2" });
        await play.SettleAsync();
        await play.DoAsync(new CancelCampaign { Reason = "never built" });
        await play.SettleAsync();

        var head = await play.HeadAsync();
        Assert.Equal((CampaignOutcome.Cancelled, CampaignStage.Completed, Balances.Empty), (head.Outcome, head.Stage, head.Ledger));
        Assert.Equal(Eur(0), play.Gateway.TakenFromAll(Euro).Net);
    }

    [Fact]
    public async Task Repayment_OfMoreThanWasPaidOut_GoesBackToTheOwnerOfACancelledCampaign()
    {
        var play = await PaidAsync(1000);
        await play.PassAsync(Duration.FromDays(60));
        await play.DoAsync(new RecordRepayment { Amount = Eur(1030), Evidence = "bank/1" });
        await play.DoAsync(new CancelCampaign { Reason = "never built" });
        await play.SettleAsync();
        Assert.Equal((CampaignStage.Settling, Eur(30)), ((await play.HeadAsync()).Stage, await play.BalanceAsync(Account.OwnerPayable)));

        await play.PassAsync(Duration.FromDays(15));

        var head = await play.HeadAsync();
        Assert.Equal((CampaignStage.Completed, Balances.Empty), (head.Stage, head.Ledger));
        // All that the gateway paid out; 1,030 of it came back.
        Assert.Equal(Eur(1030), play.Gateway.PaidTo("owner", Euro));
        Assert.Equal(Eur(0), play.Gateway.TakenFromAll(Euro).Net);
    }

    [Fact]
    public async Task Repayment_WhenNothingIsLeftOfTheMoney_GoesBackToTheOwner()
    {
        var play = await PaidAsync(1000);
        await play.PassAsync(Duration.FromDays(15));
        play.Gateway.EndDispute(play.Gateway.OpenDispute(Said.First), DisputeOutcome.Lost);
        await play.SettleAsync();
        await play.DoAsync(new RecordRepayment { Amount = Eur(1500), Evidence = "bank/1" });

        await play.PassAsync(Duration.FromDays(15));

        Assert.Equal((Eur(1500), Eur(0)), (play.Gateway.PaidTo("owner", Euro), await play.BalanceAsync(Account.OwnerPayable)));
        Books.CheckEnd(await play.HeadAsync());
    }

    [Fact]
    public async Task Repayment_ToACampaignThatPaidNothingOut_GoesBackToTheOwner()
    {
        var play = await new Play(MoneyPlan.For(100, CollectionMode.SaveThenCharge, days: 30)).LaunchedAsync();
        await play.DoAsync(new RecordRepayment { Amount = Eur(7), Evidence = "bank/1" });
        Assert.Equal(Eur(7), await play.BalanceAsync(Account.OwnerPayable));

        await play.PassAsync(Duration.FromDays(15));

        Assert.Equal((Eur(7), Balances.Empty), (play.Gateway.PaidTo("owner", Euro), (await play.HeadAsync()).Ledger));
    }

    [Fact]
    public async Task Success_NobodyPays_IsCompletedWithoutReports()
    {
        var play = await new Play(MoneyPlan.For(100, CollectionMode.InviteToPay)).LaunchedAsync();
        await play.PledgeAsync("p1", 100);

        // Dropped on the 19th day; whoever thinks better of it within the two weeks after is welcome.
        await play.PassAsync(Duration.FromDays(32));
        Assert.Equal(CampaignStage.Delivering, (await play.HeadAsync()).Stage);
        await play.PassAsync(Duration.FromDays(2));

        var head = await play.HeadAsync();
        Assert.Equal((CampaignOutcome.Succeeded, CampaignStage.Completed, PledgeStanding.Dropped), (head.Outcome, head.Stage, (await play.PledgeOfAsync("p1")).Standing));
        await play.PassAsync(Duration.FromDays(400));
        Assert.Equal(0, play.Notices.Count(NoticeKind.ReportOverdue));
    }

    [Fact]
    public async Task Cancel_APayoutIsOnItsWay_IsRefused()
    {
        var play = await PaidAsync(1000);
        play.Gateway.Script("owner", Mishap.SilentAnswer);
        await play.PassAsync(Duration.FromDays(14) - Duration.FromHours(6));
        play.Clock.Advance(Duration.FromHours(6));
        await play.Campaigns.AdvanceDueAsync();
        Assert.Equal(Eur(1000), await play.BalanceAsync(Account.PayoutInTransit));

        Assert.Equal(["owner-short"], await play.RefusedAsync(new CancelCampaign { Reason = "never built" }));
    }

    [Fact]
    public async Task Repayment_BeyondWhatMoneyCanHold_IsRefused()
    {
        var play = await PaidAsync(1000);
        Assert.Equal(["too-large"], await play.RefusedAsync(new RecordRepayment { Amount = CivicTech.Amounts.Money.FromMinorUnits(long.MaxValue, Euro), Evidence = "bank/1" }));
    }

    private static async Task<Play> PaidAsync(decimal euros, PayoutPlan? payouts = null, int pledges = 1, GatewayBehaviour? behaviour = null)
    {
        var play = await new Play(MoneyPlan.For(euros, CollectionMode.SaveThenCharge) with { Payouts = payouts ?? new PayoutPlan() }, behaviour).LaunchedAsync();
        for (var i = 1; i <= pledges; i++)
        {
            await play.PledgeAsync($"p{i}", euros / pledges, "card");
        }

        await play.PassAsync((await play.HeadAsync()).RoundEndsAt!.Value - play.Clock.GetCurrentInstant());
        Assert.Equal(Eur(euros), (await play.HeadAsync()).Sums.Project);
        return play;
    }
}
