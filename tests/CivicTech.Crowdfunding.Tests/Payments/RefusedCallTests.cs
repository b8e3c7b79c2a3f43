using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Payments;

/// <summary>Calls to which the provider says no: each is told as failed, the host hears the code, and when the provider says yes again the money moves once.</summary>
public sealed class RefusedCallTests
{
    [Theory]
    [InlineData(CollectionMode.SaveThenCharge, typeof(GatewayCall.Charge))]
    [InlineData(CollectionMode.DirectDebit, typeof(GatewayCall.Debit))]
    [InlineData(CollectionMode.AuthoriseThenCapture, typeof(GatewayCall.Authorise))]
    [InlineData(CollectionMode.AuthoriseThenCapture, typeof(GatewayCall.Capture))]
    public async Task Collection_Refused_FailsIsToldAndIsTakenOnceWhenTriedAnew(CollectionMode mode, Type refused)
    {
        var (desk, gateway) = await LaunchedAsync(mode);
        gateway.Refuses = refused.IsInstanceOfType;
        await desk.PledgeAsync("p1", 100, "card");
        await desk.PassAsync((await desk.HeadAsync()).RoundEndsAt!.Value - desk.Now);

        Assert.True(gateway.Refused > 0);
        Assert.True(desk.Notices.Count(NoticeKind.CallRefused) > 0);
        Assert.Equal(Eur(0), desk.Gateway.TakenFromAll(Euro).Net);
        Assert.Contains((await desk.PledgeOfAsync("p1")).Attempts, attempt => attempt.Payment.Status == PaymentStatus.Failed);

        gateway.Refuses = _ => false;
        await desk.PassAsync(Duration.FromHours(1));
        await desk.DoAsync(new GiveMethod { Pledge = "p1", Method = "another card" });
        await desk.PassAsync(Duration.FromDays(4));

        Assert.Equal((1, Eur(100)), (desk.Gateway.TakenFromAll(Euro).Payments, desk.Gateway.TakenFromAll(Euro).Net));
        Assert.Equal(Eur(100), (await desk.PledgeOfAsync("p1")).Net);
        Assert.Equal(Eur(100), (await desk.HeadAsync()).Sums.Project);
    }

    [Fact]
    public async Task Refund_Refused_IsToldAndIsGivenBackOnceADayLater()
    {
        var (desk, gateway) = await LaunchedAsync(CollectionMode.SaveThenCharge);
        await desk.PledgeAsync("p1", 100, "card");
        await desk.PassAsync((await desk.HeadAsync()).RoundEndsAt!.Value - desk.Now);
        gateway.Refuses = call => call is GatewayCall.Refund;
        await desk.DoAsync(new RefundPledge { Pledge = "p1", Amount = Eur(30), Reason = "r" });
        await desk.SettleAsync();

        Assert.Equal((1, 1), (gateway.Refused, desk.Notices.Count(NoticeKind.CallRefused)));
        Assert.Equal((Eur(100), Eur(100)), (desk.Gateway.TakenFromAll(Euro).Net, (await desk.PledgeOfAsync("p1")).Net));

        gateway.Refuses = _ => false;
        await desk.PassAsync(Duration.FromDays(3));

        Assert.Equal((Eur(70), Eur(70)), (desk.Gateway.TakenFromAll(Euro).Net, (await desk.PledgeOfAsync("p1")).Net));
        Assert.Equal(Eur(70), (await desk.HeadAsync()).Sums.Project);
    }

    [Fact]
    public async Task Payout_Refused_FailsAndIsPaidOnceWhenTriedAnew()
    {
        var (desk, gateway) = await LaunchedAsync(CollectionMode.SaveThenCharge);
        gateway.Refuses = call => call is GatewayCall.SendPayout;
        await desk.PledgeAsync("p1", 100, "card");
        await desk.PassAsync((await desk.HeadAsync()).RoundEndsAt!.Value - desk.Now + Duration.FromDays(20));

        var failed = Assert.Single((await desk.HeadAsync()).Payouts);
        Assert.Equal((PayoutStatus.Failed, RefusingGateway.Code), (failed.Status, failed.Failure?.Code));
        Assert.True(desk.Notices.Count(NoticeKind.CallRefused) > 0);

        gateway.Refuses = _ => false;
        await desk.DoAsync(new RetryPayout());
        await desk.PassAsync(Duration.FromDays(3));

        var head = await desk.HeadAsync();
        Assert.Equal([PayoutStatus.Failed, PayoutStatus.Sent], head.Payouts.Select(payout => payout.Status));
        Assert.Equal(Eur(100), head.Payouts[^1].Sent);
    }

    private static async Task<(Desk Desk, RefusingGateway Gateway)> LaunchedAsync(CollectionMode mode)
    {
        RefusingGateway? gateway = null;
        var desk = await new Desk(MoneyPlan.For(100, mode), through: inner => gateway = new RefusingGateway(inner)).LaunchedAsync();
        return (desk, gateway!);
    }
}
