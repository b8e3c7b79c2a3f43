using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Tests.Campaigns;
using CivicTech.TestKit.Gateways;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Payments;

/// <summary>Calls that end without an answer.</summary>
public sealed class DoubtTests
{
    [Theory]
    [InlineData(Mishap.AnswerLost)]
    [InlineData(Mishap.CallLost)]
    [InlineData(Mishap.SilentAnswer)]
    public async Task P06_Charge_WithoutAnAnswer_IsAskedForByItsKeyAndTakenOnce(Mishap mishap)
    {
        var desk = await SucceededAsync(new GatewayBehaviour(), mishap);
        await desk.PassAsync(Duration.FromDays(2));

        Assert.Equal((1, Eur(100)), (desk.Gateway.TakenFromAll(Euro).Payments, desk.Gateway.TakenFromAll(Euro).Net));
        Assert.Equal(Eur(100), (await desk.PledgeOfAsync("p1")).Net);
        Assert.Equal(0, desk.Notices.Count(NoticeKind.CallRefused));
    }

    [Fact]
    public async Task P06_Charge_TheProviderForgotTheKey_IsStillTakenOnce()
    {
        // The host is down for two days after the call went out; the provider keeps keys for one.
        var desk = await SucceededAsync(new GatewayBehaviour(), Mishap.AnswerLost);
        desk.Clock.Advance(Duration.FromDays(2));
        await desk.SettleAsync();
        await desk.PassAsync(Duration.FromDays(9));

        Assert.Equal(1, desk.Gateway.TakenFromAll(Euro).Payments);
        Assert.Equal(Eur(100), (await desk.PledgeOfAsync("p1")).Net);
    }

    [Fact]
    public async Task Charge_TheProviderCannotBeAsked_IsNeverSentTwiceAndTheHostIsTold()
    {
        var desk = await SucceededAsync(Mute(), Mishap.CallLost);
        await desk.PassAsync(Duration.FromDays(9));

        Assert.Equal((0, 1), (desk.Gateway.TakenFromAll(Euro).Payments, desk.Notices.Count(NoticeKind.CallRefused)));
        Assert.Equal(PaymentStatus.Requested, Assert.Single((await desk.PledgeOfAsync("p1")).Attempts).Payment.Status);

        // A person has looked: it never arrived. Then it is tried anew, as after any failure.
        Assert.Empty(await desk.Campaigns.ReceiveAsync([Said.Of(ProviderEventKind.Failed, desk.Now)]));
        await desk.PassAsync(Duration.FromDays(1));
        Assert.Equal(PaymentStatus.Failed, (await desk.PledgeOfAsync("p1")).Attempts[0].Payment.Status);
    }

    [Fact]
    public async Task Charge_TheProviderCannotBeAskedButItsMessageComes_IsTaken()
    {
        var desk = await SucceededAsync(Mute(), Mishap.AnswerLost);
        await desk.PassAsync(Duration.FromDays(9));

        Assert.Equal((1, Eur(100)), (desk.Gateway.TakenFromAll(Euro).Payments, (await desk.PledgeOfAsync("p1")).Net));
    }

    [Fact]
    public async Task Link_TheProviderCannotBeAsked_IsMadeAllTheSame()
    {
        var desk = await SucceededAsync(Mute(), Mishap.CallLost, CollectionMode.InviteToPay);
        await desk.PassAsync(Duration.FromDays(1));

        Assert.Single(desk.Notices.Invitations);
        Assert.Equal(0, desk.Notices.Count(NoticeKind.CallRefused));
    }

    [Fact]
    public async Task Charge_RunTwiceAtTheSameMoment_IsTakenOnce()
    {
        var desk = await new Desk(MoneyPlan.For(100, CollectionMode.SaveThenCharge)).LaunchedAsync();
        for (var i = 1; i <= 20; i++)
        {
            await desk.PledgeAsync($"p{i}", 5, "card");
        }

        desk.Clock.Advance(Duration.FromDays(6));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => desk.Campaigns.AdvanceDueAsync())));
        await desk.SettleAsync();

        Assert.Equal((20, Eur(100)), (desk.Gateway.TakenFromAll(Euro).Payments, desk.Gateway.TakenFromAll(Euro).Captured));
        Assert.Equal(Eur(100), (await desk.HeadAsync()).Sums.Project);
    }

    private static GatewayBehaviour Mute() => new() { Capabilities = new GatewayBehaviour().Capabilities with { LookupByKey = false } };

    private static async Task<Desk> SucceededAsync(GatewayBehaviour behaviour, Mishap mishap, CollectionMode mode = CollectionMode.SaveThenCharge)
    {
        var desk = await new Desk(MoneyPlan.For(100, mode), behaviour).LaunchedAsync();
        await desk.PledgeAsync("p1", 100, mode == CollectionMode.InviteToPay ? null : "card");
        desk.Gateway.Script("backer of p1", mishap);
        await desk.PassAsync((await desk.HeadAsync()).RoundEndsAt!.Value - desk.Now);
        Assert.Equal(CampaignOutcome.Succeeded, (await desk.HeadAsync()).Outcome);
        return desk;
    }
}
