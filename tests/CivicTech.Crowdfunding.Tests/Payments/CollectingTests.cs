using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Ledger;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Crowdfunding.Tests.Campaigns;
using CivicTech.TestKit.Gateways;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Payments;

public sealed class CollectingTests
{
    [Fact]
    public async Task InviteToPay_NobodyPays_RemindsTwiceThenDropsAndClosesTheLink()
    {
        var play = await SucceededAsync(CollectionMode.InviteToPay);

        await play.PassAsync(Duration.FromDays(13));
        Assert.Equal(2, play.Notices.Count(NoticeKind.PaymentReminder));
        Assert.Equal(PledgeStanding.Committed, (await play.PledgeOfAsync("p1")).Standing);

        await play.PassAsync(Duration.FromDays(2));
        var pledge = await play.PledgeOfAsync("p1");
        Assert.Equal(PledgeStanding.Dropped, pledge.Standing);
        Assert.Single(pledge.Attempts);
        Assert.Equal((1, 1, 0), (play.Notices.Count(NoticeKind.PledgeDropped), play.Notices.Count(NoticeKind.BelowGoal), play.Notices.Count(NoticeKind.CallRefused)));
        var head = await play.HeadAsync();
        Assert.Equal((CampaignOutcome.Succeeded, Balances.Empty), (head.Outcome, head.Ledger));
    }

    [Fact]
    public async Task InviteToPay_LinkRunsOutTooEarly_IsMadeAnewWhenTheBackerWouldBeReminded()
    {
        var play = await SucceededAsync(CollectionMode.InviteToPay, mishap: Mishap.ExpiresEarly);

        await play.PassAsync(Duration.FromDays(4));

        Assert.Equal(2, play.Notices.Invitations.Count());
        play.Gateway.PayLink(play.Notices.Invitations.Last().Url);
        await play.SettleAsync();
        Assert.Equal(Eur(100), (await play.PledgeOfAsync("p1")).Net);
    }

    [Fact]
    public async Task InviteToPay_PaidButTheMessageLost_IsFoundOutWhenTheLinkIsClosed()
    {
        var play = await SucceededAsync(CollectionMode.InviteToPay, mishap: Mishap.MessagesLost);
        play.Gateway.PayLink(play.Notices.Invitations.Single().Url);

        await play.PassAsync(Duration.FromDays(15));

        var pledge = await play.PledgeOfAsync("p1");
        Assert.Equal((PledgeStanding.Committed, Eur(100)), (pledge.Standing, pledge.Net));
        Books.CheckTruth(pledge, play.Gateway);
    }

    [Fact]
    public async Task InviteToPay_BackerGivesACard_IsChargedAtOnceAndTheLinkIsClosed()
    {
        var play = await SucceededAsync(CollectionMode.InviteToPay);

        await play.DoAsync(new GiveMethod { Pledge = "p1", Method = "card" });
        await play.SettleAsync();

        var pledge = await play.PledgeOfAsync("p1");
        Assert.Equal([PaymentStatus.Voided, PaymentStatus.Captured], pledge.Attempts.Select(attempt => attempt.Payment.Status));
        Assert.Equal((Eur(100), 1), (pledge.Net, play.Gateway.TakenFromAll(Euro).Payments));
        await play.PassAsync(Duration.FromDays(15));
        Assert.Equal(0, play.Notices.Count(NoticeKind.PaymentReminder));
    }

    [Fact]
    public void InviteToPay_BackerGivesACardAndPaysTheLinkToo_GetsOneOfThemBack()
    {
        var solo = MoneyPlan.Collecting(100, CollectionMode.InviteToPay);
        solo.Do(new GiveMethod { Pledge = "p1", Method = "card" });
        Assert.Equal(Eur(100), Assert.Single(solo.Asked<GatewayCall.Charge>()).Amount);

        solo.Paid("p1");
        solo.Do(new RecordPayment { Pledge = "p1", Events = [Said.Captured(100, solo.Now, "by link")] });
        solo.PassTo(solo.Now + Duration.FromHours(1));

        Assert.Equal(Eur(100), Assert.Single(solo.Asked<GatewayCall.Refund>()).Amount);
    }

    [Fact]
    public void SaveThenCharge_TheBackerMustConfirmAndGivesAnotherCard_IsChargedAtOnce()
    {
        var solo = MoneyPlan.Collecting(100, CollectionMode.SaveThenCharge);
        solo.Hear("p1", ProviderEventKind.ActionRequired);

        solo.PassTo(solo.Now + Duration.FromHours(1)).Do(new GiveMethod { Pledge = "p1", Method = "another card" });

        Assert.Equal(["card", "another card"], solo.Asked<GatewayCall.Charge>().Select(charge => charge.Method));
    }

    [Fact]
    public void InviteToPay_PaidAfterTheDrop_StandsAgain()
    {
        var solo = MoneyPlan.Collecting(100, CollectionMode.InviteToPay);
        solo.PassTo(solo.Now + Duration.FromDays(20));
        Assert.Equal(PledgeStanding.Dropped, solo.StandingOf("p1"));

        solo.Paid("p1");
        solo.PassTo(solo.Now + Duration.FromDays(1));

        Assert.Equal(PledgeStanding.Committed, solo.StandingOf("p1"));
        Assert.Equal(Eur(100), solo.Head.Sums.Project);
        Assert.Empty(solo.Asked<GatewayCall.Refund>());
    }

    [Fact]
    public void InviteToPay_PaidInPart_KeepsWhatCameAndAsksForTheRest()
    {
        var solo = MoneyPlan.Collecting(100, CollectionMode.InviteToPay);
        solo.Hear("p1", ProviderEventKind.Captured, 60);
        solo.PassTo(solo.Now + Duration.FromDays(60));

        var pledge = solo.State.Pledges["p1"];
        Assert.Equal([Eur(100), Eur(40)], pledge.Attempts.Select(attempt => attempt.Payment.Amount));
        Assert.Equal((PledgeStanding.Committed, Eur(60), Eur(60)), (pledge.Standing, pledge.Payable, pledge.Net));
        Assert.Equal(Eur(40), Assert.Single(solo.All<RestGivenUp>()).Amount);
        Assert.Equal(Eur(60), solo.Head.Sums.Project);
        Assert.Empty(solo.Asked<GatewayCall.Refund>());
        Books.Check(solo.Head, solo.Plan);
    }

    [Fact]
    public void InviteToPay_PaidTwice_GivesTheSecondPaymentBackOnce()
    {
        var solo = MoneyPlan.Collecting(100, CollectionMode.InviteToPay);
        solo.Do(new RecordPayment { Pledge = "p1", Events = [Said.Captured(100, solo.Now), Said.Captured(100, solo.Now, "payment-2")] });
        Assert.Equal(Eur(100), solo.Head.Ledger.Of(Account.RefundPayable, Euro));

        solo.PassTo(solo.Now + Duration.FromDays(9));
        var refund = Assert.Single(solo.Asked<GatewayCall.Refund>());
        Assert.Equal(Eur(100), refund.Amount);
        solo.Do(new RecordPayment { Pledge = "p1", Events = [Said.Refunded(100, refund.Key, solo.Now)] });
        solo.PassTo(solo.Now + Duration.FromDays(9));

        Assert.Single(solo.Asked<GatewayCall.Refund>());
        Assert.Equal((Eur(100), Eur(0)), (solo.State.Pledges["p1"].Net, solo.Head.Ledger.Of(Account.RefundPayable, Euro)));
    }

    [Fact]
    public async Task DirectDebit_TakesItsDays()
    {
        var play = await SucceededAsync(CollectionMode.DirectDebit);
        await play.PassAsync(Duration.FromDays(2));
        Assert.Equal(PaymentStatus.Processing, (await play.PledgeOfAsync("p1")).LastAttempt!.Payment.Status);

        await play.PassAsync(Duration.FromDays(2));
        Assert.Equal(PaymentStatus.Captured, (await play.PledgeOfAsync("p1")).LastAttempt!.Payment.Status);
    }

    [Fact]
    public async Task DirectDebit_Declined_IsDebitedOnceMore()
    {
        var play = await SucceededAsync(CollectionMode.DirectDebit, mishap: Mishap.Declined);
        await play.PassAsync(Duration.FromDays(12));

        var pledge = await play.PledgeOfAsync("p1");
        Assert.Equal([PaymentStatus.Failed, PaymentStatus.Captured], pledge.Attempts.Select(attempt => attempt.Payment.Status));
        Assert.Equal(1, play.Gateway.TakenFromAll(Euro).Payments);
    }

    [Fact]
    public async Task DirectDebit_ReturnedByTheBank_IsLostAndNotDebitedAgain()
    {
        var play = await SucceededAsync(CollectionMode.DirectDebit, mishap: Mishap.DisputeLost);
        await play.PassAsync(Duration.FromDays(30));

        var pledge = await play.PledgeOfAsync("p1");
        Assert.Equal((PledgeStanding.Committed, PaymentStatus.ChargedBack), (pledge.Standing, Assert.Single(pledge.Attempts).Payment.Status));
        var head = await play.HeadAsync();
        Assert.Equal((CampaignOutcome.Succeeded, Eur(0)), (head.Outcome, head.Sums.Project));
        Books.Check(head, play.Plan);
    }

    [Fact]
    public async Task SaveThenCharge_FailsOnce_TellsEveryTwoDaysAndTakesItOnTheSeventh()
    {
        var play = await SucceededAsync(CollectionMode.SaveThenCharge, mishap: Mishap.Declined);
        await play.PassAsync(Duration.FromDays(6.9));
        Assert.Equal((1, 3), (play.Notices.Count(NoticeKind.PaymentFailed), play.Notices.Count(NoticeKind.PaymentReminder)));
        Assert.Equal(Eur(0), (await play.PledgeOfAsync("p1")).Net);

        await play.PassAsync(Duration.FromDays(1));
        Assert.Equal(Eur(100), (await play.PledgeOfAsync("p1")).Net);
        Assert.Equal(2, (await play.PledgeOfAsync("p1")).Attempts.Length);
    }

    [Fact]
    public async Task SaveThenCharge_FailsAgain_IsDroppedAndANewMethodRevivesIt()
    {
        var play = await SucceededAsync(CollectionMode.SaveThenCharge, mishap: Mishap.Declined);
        play.Gateway.Script("backer of p1", Mishap.Declined);
        await play.PassAsync(Duration.FromDays(9));
        Assert.Equal(PledgeStanding.Dropped, (await play.PledgeOfAsync("p1")).Standing);
        Assert.Equal(1, play.Notices.Count(NoticeKind.BelowGoal));
        Assert.Equal(CampaignOutcome.Succeeded, (await play.HeadAsync()).Outcome);

        await play.DoAsync(new GiveMethod { Pledge = "p1", Method = "another card" });
        await play.SettleAsync();

        var pledge = await play.PledgeOfAsync("p1");
        Assert.Equal((PledgeStanding.Committed, Eur(100), 3), (pledge.Standing, pledge.Net, pledge.Attempts.Length));
    }

    [Fact]
    public async Task SaveThenCharge_TheBackerMustConfirm_IsWaitedForAndNotChargedAgain()
    {
        var play = await SucceededAsync(CollectionMode.SaveThenCharge, mishap: Mishap.ActionRequired);
        await play.PassAsync(Duration.FromDays(9));

        Assert.Equal(PaymentStatus.Captured, Assert.Single((await play.PledgeOfAsync("p1")).Attempts).Payment.Status);
        Assert.Equal(1, play.Notices.Count(NoticeKind.PaymentFailed));
    }

    [Fact]
    public async Task ChargeNow_CampaignFails_GivesEverythingBack()
    {
        var play = await new Play(MoneyPlan.For(100, CollectionMode.ChargeNow), new GatewayBehaviour { FeePerPayment = 30 }).LaunchedAsync();
        await play.DoAsync(new MakePledge { Pledge = "p1", Backer = "b1", Amount = Eur(60), Tip = Eur(5), Method = "card" });
        await play.SettleAsync();
        Assert.Equal((Eur(60), Eur(65)), ((await play.HeadAsync()).Sums.Counted, play.Gateway.TakenFromAll(Euro).Captured));

        await play.PassAsync(Duration.FromDays(6));

        var head = await play.HeadAsync();
        Assert.Equal((CampaignOutcome.Failed, CampaignStage.Completed), (head.Outcome, head.Stage));
        Assert.Equal(Eur(0), play.Gateway.TakenFromAll(Euro).Net);
        // What the provider kept is the platform's loss: nobody else's.
        Assert.Equal([(Account.PlatformCost, Eur(-0.30m)), (Account.ProviderFee, Eur(0.30m))], head.Ledger.Postings.Select(posting => (posting.Account, posting.Amount)));
    }

    [Fact]
    public async Task Offline_CountsByEvidenceAndGoesBackByHand()
    {
        var play = await new Play(MoneyPlan.For(100, CollectionMode.Offline)).LaunchedAsync();
        await play.DoAsync(new MakePledge { Pledge = "p1", Backer = "b1", Amount = Eur(60), Evidence = "receipt/1" });
        Assert.Equal(Eur(60), (await play.HeadAsync()).Sums.Counted);
        Assert.Equal(Eur(60), await play.BalanceAsync(Account.Escrow));

        await play.PassAsync(Duration.FromDays(6));
        Assert.Equal(1, play.Notices.Count(NoticeKind.RefundByHand));
        Assert.Equal((CampaignStage.Settling, Eur(60)), ((await play.HeadAsync()).Stage, await play.BalanceAsync(Account.RefundPayable)));

        var refund = (await play.JournalAsync<RefundAsked>()).Single().Refund;
        Assert.Empty(await play.Campaigns.ReceiveAsync([Said.Refunded(60, refund, play.Clock.GetCurrentInstant())]));
        await play.SettleAsync();
        var head = await play.HeadAsync();
        Assert.Equal((CampaignStage.Completed, Balances.Empty), (head.Stage, head.Ledger));
        Assert.Equal(0, play.Gateway.TakenFromAll(Euro).Payments);
    }

    private static async Task<Play> SucceededAsync(CollectionMode mode, Mishap mishap = Mishap.None)
    {
        var play = await new Play(MoneyPlan.For(100, mode)).LaunchedAsync();
        await play.PledgeAsync("p1", 100, mode == CollectionMode.InviteToPay ? null : "card");
        play.Gateway.Script("backer of p1", mishap);
        var left = (await play.HeadAsync()).RoundEndsAt!.Value - play.Clock.GetCurrentInstant();
        await play.PassAsync(left);
        return play;
    }
}
