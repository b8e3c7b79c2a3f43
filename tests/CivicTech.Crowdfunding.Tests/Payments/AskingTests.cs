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

/// <summary>A provider whose messages never come: what became of the money is asked for.</summary>
public sealed class AskingTests
{
    [Theory]
    [InlineData(CollectionMode.DirectDebit, Mishap.None, 4)]
    [InlineData(CollectionMode.DirectDebit, Mishap.SilentAnswer, 4)]
    [InlineData(CollectionMode.SaveThenCharge, Mishap.SilentAnswer, 1)]
    [InlineData(CollectionMode.SaveThenCharge, Mishap.ActionRequired, 1)]
    [InlineData(CollectionMode.InviteToPay, Mishap.None, 1)]
    [InlineData(CollectionMode.AuthoriseThenCapture, Mishap.SilentAnswer, 1)]
    public async Task Payment_NoMessageEverComes_IsFoundOut(CollectionMode mode, Mishap mishap, int days)
    {
        var desk = await SucceededAsync(mode, mishap);

        await desk.PassAsync(Duration.FromDays(days));

        Assert.Equal((Eur(100), 1), ((await desk.PledgeOfAsync("p1")).Net, desk.Gateway.TakenFromAll(Euro).Payments));
        Assert.Equal(0, desk.Notices.Count(NoticeKind.PaymentUnresolved));
        Assert.Equal(CampaignStage.Delivering, (await desk.HeadAsync()).Stage);
    }

    [Theory]
    [InlineData(Mishap.TakenButDenied)]
    [InlineData(Mishap.DeclinedThenTaken)]
    public async Task Charge_SaidToHaveFailedAndTaken_IsAskedAboutBeforeItIsChargedAgain(Mishap mishap)
    {
        var desk = await SucceededAsync(CollectionMode.SaveThenCharge, mishap);

        await desk.PassAsync(Duration.FromDays(20));

        Assert.Equal((Eur(100), 1), ((await desk.PledgeOfAsync("p1")).Net, desk.Gateway.TakenFromAll(Euro).Payments));
    }

    [Fact]
    public async Task Refund_NoMessageEverComes_IsFoundOut()
    {
        var desk = await new Desk(MoneyPlan.For(200, CollectionMode.ChargeNow), Mute()).LaunchedAsync();
        desk.Gateway.Script("backer of p1", Mishap.None, Mishap.SilentAnswer);
        await desk.PledgeAsync("p1", 100, "card");

        await desk.PassAsync(Duration.FromDays(7));

        var head = await desk.HeadAsync();
        Assert.Equal((CampaignStage.Completed, Balances.Empty), (head.Stage, head.Ledger));
        Assert.Equal(Eur(0), desk.Gateway.TakenFromAll(Euro).Net);
    }

    [Fact]
    public async Task Payout_NoMessageEverComes_IsFoundOut()
    {
        var desk = await SucceededAsync(CollectionMode.SaveThenCharge, Mishap.None);
        desk.Gateway.Script("owner", Mishap.SilentAnswer);

        await desk.PassAsync(Duration.FromDays(15));

        Assert.Equal((PayoutStatus.Sent, Eur(100)), (Assert.Single((await desk.HeadAsync()).Payouts).Status, (await desk.HeadAsync()).Ledger.Of(Account.Owner, Euro)));
    }

    [Fact]
    public async Task Gateway_ThatCannotBeAsked_IsNotAskedAndAfterAMonthTheHostIsTold()
    {
        var desk = await SucceededAsync(CollectionMode.DirectDebit, Mishap.None, new GatewayBehaviour().Capabilities with { LookupByKey = false });

        await desk.PassAsync(Duration.FromDays(90), Duration.FromDays(1));

        Assert.Equal(PaymentStatus.Processing, (await desk.PledgeOfAsync("p1")).LastAttempt!.Payment.Status);
        Assert.Equal((1, 0), (desk.Notices.Count(NoticeKind.PaymentUnresolved), desk.Notices.Count(NoticeKind.CallRefused)));
        Assert.Equal(CampaignStage.Settling, (await desk.HeadAsync()).Stage);
    }

    [Fact]
    public void Questions_WithoutNews_ComeEverMoreRarelyAndAfterAMonthAPersonIsTold()
    {
        var solo = MoneyPlan.Collecting(100, CollectionMode.SaveThenCharge);
        var made = solo.Now;

        solo.PassTo(made + Duration.FromDays(400));

        Assert.Equal([6, 18, 42, 90, 186, 282, 378, 474, 570, 666, 762, 762 + 192, 762 + 192 + 384, 762 + 192 + 384 + 768, 762 + 192 + 384 + 768 + 1536, 762 + 192 + 384 + 768 + 1536 + 3072], Hours(solo, made, "p1"));
        var told = Assert.Single(solo.Told(NoticeKind.PaymentUnresolved));
        Assert.Equal((Audience.Host, "p1", Eur(100), Said.First), (told.Audience, told.Pledge, told.Amount, told.Detail));
    }

    [Fact]
    public void Questions_AfterNews_BeginAnewAndEndWithTheLastWord()
    {
        var solo = MoneyPlan.Collecting(100, CollectionMode.DirectDebit);
        var made = solo.Now;
        solo.PassTo(made + Duration.FromHours(50)).Hear("p1", ProviderEventKind.Processing);
        // What was known already is no news.
        solo.PassTo(made + Duration.FromHours(51));
        solo.Do(new RecordPayment { Pledge = "p1", Events = [solo.All<PaymentLearned>().Last().Event] });

        solo.PassTo(made + Duration.FromHours(70)).Paid("p1");
        solo.PassTo(made + Duration.FromDays(90));

        Assert.Equal([6, 18, 42, 56, 68], Hours(solo, made, "p1"));
    }

    [Fact]
    public void Questions_AboutARefund_CountFromTheRefund()
    {
        var solo = MoneyPlan.Collecting(100, CollectionMode.SaveThenCharge);
        solo.Paid("p1");
        solo.PassTo(solo.Now + Duration.FromDays(5));
        solo.Do(new RefundPledge { Pledge = "p1", Reason = "asked" });
        var asked = solo.Now;

        solo.PassTo(asked + Duration.FromDays(2));

        Assert.Equal([6, 18, 42], Hours(solo, asked, "p1"));
    }

    [Fact]
    public void Questions_AboutAPayout_EndWithTheLastWord()
    {
        var solo = SoloAt.Stage(CampaignStage.Delivering);
        solo.PassTo(solo.Now + Duration.FromDays(14));
        var (made, payout) = (solo.Head.LastPayoutAt!.Value, Assert.Single(solo.Head.Payouts));
        solo.PassTo(made + Duration.FromDays(33));
        Assert.Equal([6, 18, 42, 90, 186, 282, 378, 474, 570, 666, 762], Hours(solo, made));
        Assert.Equal(payout.Key, Assert.Single(solo.Told(NoticeKind.PaymentUnresolved)).Detail);

        solo.Do(new RecordPayout { Events = [new ProviderEvent { EventId = "1", AttemptKey = payout.Key, Kind = ProviderEventKind.PayoutFailed, OccurredAt = solo.Now }] });
        var failed = solo.Now;
        solo.PassTo(failed + Duration.FromDays(60));

        // A failure is asked about once, before it is sent again.
        Assert.Equal([6], Hours(solo, failed));
    }

    private static IEnumerable<double> Hours(Solo solo, Instant since, string? pledge = null) => solo.All<ProviderAsked>().Where(asked => asked.At > since && asked.Pledge == pledge).Select(asked => (asked.At - since).TotalHours);

    private static GatewayBehaviour Mute(GatewayCapabilities? capabilities = null) =>
        new() { LostMessages = 100, LinkPaidAfter = Duration.FromHours(2), Capabilities = capabilities ?? new GatewayBehaviour().Capabilities };

    private static async Task<Desk> SucceededAsync(CollectionMode mode, Mishap mishap, GatewayCapabilities? capabilities = null)
    {
        var desk = await new Desk(MoneyPlan.For(100, mode), Mute(capabilities)).LaunchedAsync();
        desk.Gateway.Script("backer of p1", mishap, mishap);
        await desk.PledgeAsync("p1", 100, mode == CollectionMode.InviteToPay ? null : "card");
        await desk.PassAsync((await desk.HeadAsync()).RoundEndsAt!.Value - desk.Now);
        Assert.Equal(CampaignOutcome.Succeeded, (await desk.HeadAsync()).Outcome);
        return desk;
    }
}
