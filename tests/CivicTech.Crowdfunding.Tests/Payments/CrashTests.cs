using System.Text;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Fees;
using CivicTech.Crowdfunding.Tests.Campaigns;
using CivicTech.Numerics;
using CivicTech.TestKit.Gateways;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Payments;

/// <summary>The program dies once, at every place where it can: between any two things that it does outside.</summary>
public sealed class CrashTests
{
    [Theory]
    [InlineData(CollectionMode.InviteToPay, true)]
    [InlineData(CollectionMode.SaveThenCharge, true)]
    [InlineData(CollectionMode.ChargeNow, false)]
    [InlineData(CollectionMode.AuthoriseThenCapture, true)]
    public async Task Crash_AnywhereOnce_EndsAsIfThereHadBeenNone(CollectionMode mode, bool succeeds)
    {
        foreach (var what in new[] { TrappedStore.Save, TrappedGateway.Call, TrappedNotices.Tell })
        {
            var count = new Trap(what, 0, after: false);
            var expected = await RunAsync(mode, succeeds, count);
            Assert.True(count.Count > 3, $"{what}: {count.Count}");
            for (var number = 1; number <= count.Count; number++)
            {
                foreach (var after in new[] { false, true })
                {
                    var actual = await RunAsync(mode, succeeds, new Trap(what, number, after));
                    Assert.True(expected == actual, $"{what} {number}, after: {after}\n{expected}\n{actual}");
                }
            }
        }
    }

    private static async Task<string> RunAsync(CollectionMode mode, bool succeeds, Trap trap)
    {
        var plan = MoneyPlan.For(succeeds ? 100 : 1000, mode) with { Fees = new FeeSchedule(new Fee { Name = "platform", Rate = new Rational(1, 20) }) };
        var desk = await new Desk(plan, new GatewayBehaviour { FeePerPayment = 25, LinkPaidAfter = Duration.FromHours(2) }, trap: trap).LaunchedAsync();
        var method = mode == CollectionMode.InviteToPay ? null : "card";
        await desk.PledgeAsync("p1", 60, method);
        await desk.PledgeAsync("p2", 50, method);
        await desk.DoAsync(new MakePledge { Pledge = "p3", Backer = "b3", Amount = Eur(5), Evidence = "receipt" });
        await desk.PassAsync(Duration.FromDays(7), Duration.FromDays(1));
        if (succeeds)
        {
            await desk.DoAsync(new RefundPledge { Pledge = "p1", Amount = Eur(10), Reason = "asked" });
        }

        await desk.PassAsync(Duration.FromDays(40), Duration.FromDays(1));
        return await SummaryAsync(desk);
    }

    // All that does not depend on when a thing was done.
    private static async Task<string> SummaryAsync(Desk desk)
    {
        var head = await desk.HeadAsync();
        Books.Check(head, (await desk.Campaigns.ProgressAsync(Campaign))!.Plan);
        var text = new StringBuilder($"{head.Stage} {head.Outcome} {head.Ledger} {head.Sums}\n");
        foreach (var pledge in await desk.PledgesAsync())
        {
            text.Append($"{pledge.Id} {pledge.Standing} {pledge.Net} {pledge.Payable} {pledge.Attempts.Length} {pledge.LastAttempt?.Payment.Status}\n");
        }

        text.Append($"{desk.Gateway.TakenFromAll(Euro)} {desk.Gateway.PaidTo("owner", Euro)} {head.Payouts.Length}\n");
        text.AppendJoin(' ', Enum.GetValues<NoticeKind>().Select(kind => $"{kind}:{desk.Notices.Count(kind)}"));
        text.Append($" effects:{(await Whole.StoredAsync(desk.Store)).Effects.All.Count()}");
        return text.ToString();
    }
}
