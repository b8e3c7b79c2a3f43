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

/// <summary>A campaign is cancelled while calls wait to go out: what has not gone out does not, and what may have is asked about.</summary>
public sealed class WithdrawTests
{
    [Theory]
    [InlineData(CollectionMode.SaveThenCharge)]
    [InlineData(CollectionMode.DirectDebit)]
    [InlineData(CollectionMode.InviteToPay)]
    public void Cancel_CallNotSentYet_IsNeverSent(CollectionMode mode)
    {
        var solo = WaitingToBeSent(mode);
        solo.Do(new CancelCampaign { Reason = "over" });

        solo.PassTo(solo.Now + Duration.FromDays(60));

        Assert.DoesNotContain(solo.All<EffectStarted>(), started => started.Effect == Said.First);
        Assert.Equal((PaymentStatus.Voided, PledgeStanding.Void), (solo.State.Pledges["p1"].LastAttempt!.Payment.Status, solo.StandingOf("p1")));
        Assert.Equal((CampaignStage.Completed, 0), (solo.Head.Stage, solo.State.Effects.All.Count()));
        // Nothing is let go of that was never held.
        Assert.DoesNotContain(solo.All<EffectStarted>(), started => started.Effect == $"{Said.First}/void");
        Assert.Empty(solo.Told(NoticeKind.CallRefused));
    }

    [Fact]
    public void Cancel_CaptureNotSentYet_LetsTheHoldGo()
    {
        var solo = new Solo(MoneyPlan.For(100, CollectionMode.AuthoriseThenCapture)).Launched();
        solo.Pledge("p1", 100);
        solo.PassTo(solo.Now + Duration.FromHours(1)).Hear("p1", ProviderEventKind.Authorised, 100);
        Decide(solo);
        Assert.Single(solo.Asked<GatewayCall.Capture>());
        solo.Do(new CancelCampaign { Reason = "over" });

        solo.PassTo(solo.Now + Duration.FromDays(1));

        Assert.DoesNotContain(solo.All<EffectStarted>(), started => started.Effect == $"{Said.First}/capture");
        Assert.Contains(solo.All<EffectStarted>(), started => started.Effect == $"{Said.First}/void");
    }

    [Fact]
    public void Refund_TheLinkForTheRestNotSentYet_IsNeverSent()
    {
        var made = PaidInPart().PassTo(Start + Duration.FromDays(60)).All<AttemptMade>().Last().At;
        var solo = PaidInPart().PassTo(made - Duration.Epsilon).At(made);
        solo.Do(new AdvanceCampaign());
        Assert.Equal(2, solo.State.Pledges["p1"].Attempts.Length);

        solo.Do(new RefundPledge { Pledge = "p1", Reason = "asked" });
        solo.PassTo(solo.Now + Duration.FromDays(1));

        Assert.DoesNotContain(solo.All<EffectStarted>(), started => started.Effect == $"{Campaign}/p1/2");
        Assert.Equal(Eur(60), Assert.Single(solo.Asked<GatewayCall.Refund>()).Amount);
    }

    [Theory]
    [InlineData(Mishap.CallLost, 0)]
    [InlineData(Mishap.AnswerLost, 1)]
    public async Task Cancel_ChargeWithoutAnAnswer_IsAskedAboutAndNotSentAgain(Mishap mishap, int payments)
    {
        var desk = await DoubtfulAsync(CollectionMode.SaveThenCharge, mishap, new GatewayBehaviour());
        await desk.DoAsync(new CancelCampaign { Reason = "over" });

        await desk.PassAsync(Duration.FromDays(2));

        var taken = desk.Gateway.TakenFromAll(Euro);
        Assert.Equal((payments, Eur(0)), (taken.Payments, taken.Net));
        var head = await desk.HeadAsync();
        Assert.Equal((CampaignStage.Completed, Balances.Empty), (head.Stage, head.Ledger));
        Assert.Equal(0, desk.Notices.Count(NoticeKind.CallRefused));
    }

    [Theory]
    [InlineData(Mishap.CallLost, true)]
    [InlineData(Mishap.AnswerLost, true)]
    [InlineData(Mishap.CallLost, false)]
    [InlineData(Mishap.AnswerLost, false)]
    public async Task Cancel_LinkWithoutAnAnswer_InvitesNobodyAndStaysNotOpen(Mishap mishap, bool canBeAsked)
    {
        var desk = await DoubtfulAsync(CollectionMode.InviteToPay, mishap, new GatewayBehaviour { Capabilities = new GatewayBehaviour().Capabilities with { LookupByKey = canBeAsked } });
        await desk.DoAsync(new CancelCampaign { Reason = "over" });

        await desk.PassAsync(Duration.FromDays(2));

        Assert.Empty(desk.Notices.Invitations);
        Assert.Equal(CampaignStage.Completed, (await desk.HeadAsync()).Stage);
        Assert.Throws<InvalidOperationException>(() => desk.Gateway.PayLink(Said.First));
    }

    private static Solo PaidInPart()
    {
        var solo = MoneyPlan.Collecting(100, CollectionMode.InviteToPay);
        solo.Hear("p1", ProviderEventKind.Captured, 60);
        return solo;
    }

    private static async Task<Desk> DoubtfulAsync(CollectionMode mode, Mishap mishap, GatewayBehaviour behaviour)
    {
        var desk = await new Desk(MoneyPlan.For(100, mode), behaviour).LaunchedAsync();
        await desk.PledgeAsync("p1", 100, mode == CollectionMode.InviteToPay ? null : "card");
        desk.Gateway.Script("backer of p1", mishap);
        desk.Clock.Set((await desk.HeadAsync()).RoundEndsAt!.Value);
        var report = await desk.Campaigns.AdvanceDueAsync();
        Assert.IsType<TimeoutException>(Assert.Single(report.Failures).Exception);
        return desk;
    }

    private static Solo WaitingToBeSent(CollectionMode mode)
    {
        var solo = new Solo(MoneyPlan.For(100, mode)).Launched();
        solo.Pledge("p1", 100);
        Decide(solo);
        Assert.Equal(Said.First, solo.State.Pledges["p1"].LastAttempt!.Payment.Key);
        return solo;
    }

    // The outcome is decided, and nothing of what follows has gone out.
    private static void Decide(Solo solo) => solo.At(solo.End).Do(new AdvanceCampaign());
}
