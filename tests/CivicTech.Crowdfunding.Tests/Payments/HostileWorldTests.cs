using System.Collections.Immutable;
using CivicTech.Amounts;
using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Fees;
using CivicTech.Crowdfunding.Ledger;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Crowdfunding.Tests.Campaigns;
using CivicTech.Numerics;
using CivicTech.TestKit.Gateways;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Payments;

/// <summary>People who do anything, and a provider where everything goes wrong now and then: the books balance at every moment, and in the end everybody has what is theirs.</summary>
public sealed class HostileWorldTests
{
    [Theory]
    [InlineData(CollectionMode.InviteToPay)]
    [InlineData(CollectionMode.DirectDebit)]
    [InlineData(CollectionMode.SaveThenCharge)]
    [InlineData(CollectionMode.ChargeNow)]
    [InlineData(CollectionMode.AuthoriseThenCapture)]
    public Task AnyCampaign_BalancesAlwaysAndEndsWithTheTruth(CollectionMode mode) => RunAsync(mode, Bad(GatewayBehaviour.Hostile.Odds, 0), isAskedByTheHost: true);

    // Of what comes after the last word (a dispute, a transfer that returns) only messages tell: here there is none of it.
    [Theory]
    [InlineData(CollectionMode.InviteToPay)]
    [InlineData(CollectionMode.DirectDebit)]
    [InlineData(CollectionMode.SaveThenCharge)]
    [InlineData(CollectionMode.ChargeNow)]
    [InlineData(CollectionMode.AuthoriseThenCapture)]
    public Task AnyCampaign_NoMessageEverComes_BalancesAlwaysAndEndsWithTheTruth(CollectionMode mode) => RunAsync(
        mode,
        Bad(GatewayBehaviour.Hostile.Odds.RemoveRange([Mishap.Disputed, Mishap.DisputeWon, Mishap.DisputeLost, Mishap.DisputeReversed, Mishap.ComesBack]).SetItem(Mishap.SilentAnswer, 20), 100),
        isAskedByTheHost: false);

    private static GatewayBehaviour Bad(ImmutableSortedDictionary<Mishap, int> odds, int lostMessages) => new()
    {
        Odds = odds, MessageDelay = Duration.FromHours(6), RepeatedMessages = 30, KeepsOrder = false, LostMessages = lostMessages, LinkPaidAfter = Duration.FromHours(2),
        FeePerPayment = 25, FeePerDispute = 1500,
    };

    private static async Task RunAsync(CollectionMode mode, GatewayBehaviour behaviour, bool isAskedByTheHost)
    {
        var paid = 0;
        for (var seed = 1UL; seed <= 6; seed++)
        {
            try
            {
                paid += await RunAsync(mode, behaviour, isAskedByTheHost, seed) ? 1 : 0;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                throw new InvalidOperationException($"{mode}, seed {seed}: {exception.Message}", exception);
            }
        }

        Assert.True(paid > 0, $"Only {paid} owners got money.");
    }

    // Whether the owner got money.
    private static async Task<bool> RunAsync(CollectionMode mode, GatewayBehaviour behaviour, bool isAskedByTheHost, ulong seed)
    {
        var random = new SplitMix64(seed);
        var plan = PlanOf(mode, random);
        var desk = await new Desk(plan, behaviour, seed).LaunchedAsync();
        var pledges = 0;
        for (var step = 0; step < 50; step++)
        {
            await desk.AskAsync(Something(random, mode, ref pledges));
            if (random.OneIn(2))
            {
                desk.Clock.Advance(Duration.FromHours(random.Between(1, 30)));
            }

            await desk.SettleAsync();
            Books.Check(await desk.HeadAsync(), plan);
        }

        await EndAsync(desk, plan, random, isAskedByTheHost);
        await CheckEndAsync(desk, plan);
        return desk.Gateway.PaidTo("owner", Euro).IsPositive;
    }

    private static async Task EndAsync(Desk desk, CampaignPlan plan, SplitMix64 random, bool isAskedByTheHost)
    {
        await desk.PassAsync(Duration.FromDays(40), Duration.FromDays(1));
        await desk.AskAsync(new ApproveMilestone { Milestone = "roof", Evidence = "photo" });
        for (var round = 0; round < 6; round++)
        {
            if (isAskedByTheHost)
            {
                await desk.ReconcileAsync();
            }

            foreach (var pledge in await desk.PledgesAsync())
            {
                await EndAsync(desk, pledge, random);
            }

            await desk.PassAsync(Duration.FromDays(40), Duration.FromDays(1));
            if ((await desk.HeadAsync()).Ledger.Of(Account.OwnerDebt, Euro) is { IsNegative: true } debt)
            {
                await desk.DoAsync(new RecordRepayment { Amount = -debt, Evidence = "bank" });
            }

            await desk.AskAsync(new RetryPayout());
            await desk.SettleAsync();
            Books.Check(await desk.HeadAsync(), plan);
        }
    }

    // Disputes end, and money given outside goes back by hand.
    private static async Task EndAsync(Desk desk, Pledge pledge, SplitMix64 random)
    {
        foreach (var payment in pledge.Attempts.Select(attempt => attempt.Payment))
        {
            foreach (var dispute in payment.Facts.Disputes.Where(dispute => dispute.IsOpen))
            {
                desk.Gateway.EndDispute(dispute.Id, random.Pick([DisputeOutcome.Won, DisputeOutcome.Lost]));
            }

            if (payment.Operation == PaymentOperation.Offline && payment.Facts.Refunds.Where(refund => refund.IsPending).ToList() is { Count: > 0 } asked)
            {
                await desk.DoAsync(new RecordPayment
                {
                    Pledge = pledge.Id,
                    Events = [.. asked.Select(refund => Said.Refunded(1, refund.Key, desk.Now, payment.Key) with { Amount = refund.Requested })],
                });
            }
        }
    }

    private static async Task CheckEndAsync(Desk desk, CampaignPlan plan)
    {
        var (head, pledges) = (await desk.HeadAsync(), await desk.PledgesAsync());
        Books.CheckSums(head, plan, pledges);
        foreach (var pledge in pledges.Where(pledge => pledge.Evidence is null))
        {
            Books.CheckTruth(pledge, desk.Gateway);
            var taken = desk.Gateway.TakenFrom(pledge.Backer, Euro).Net;
            Assert.True(taken <= pledge.Payable, $"{pledge.Id} owes {pledge.Payable}, and {taken} was taken.");
        }

        Books.CheckEnd(head);
        Assert.Equal(desk.Gateway.PaidTo("owner", Euro), LedgerPosition.Payouts(head, plan).Sent);
        Assert.Contains(head.Stage, new[] { CampaignStage.Completed, CampaignStage.Delivering });

        var stored = await Whole.StoredAsync(desk.Store);
        Assert.Empty(stored.Effects.All);
        Whole.AssertSame(await Whole.ToldAsync(desk.Store), stored);
    }

    private static CampaignPlan PlanOf(CollectionMode mode, SplitMix64 random) => MoneyPlan.For(random.Between(40, 200), mode, days: 6) with
    {
        Fees = new FeeSchedule(
            new Fee { Name = "platform", Rate = new Rational(1, 20), Vat = new Rational(1, 5) },
            new Fee { Name = "card", Rate = new Rational(1, 50), Fixed = Eur(0.25m), Bearer = FeeBearer.OnTop }),
        Payouts = new PayoutPlan
        {
            Tranches = [new Tranche { Name = "start", Weight = 2 }, new Tranche { Name = "built", Weight = 1, Milestone = "roof" }],
            Reserve = new Rational(1, 10),
            Delay = Duration.FromDays(random.Between(0, 10)),
        },
        Reports = new ReportPlan { SpendingWithin = null, ImpactWithin = null },
    };

    private static CampaignCommand Something(SplitMix64 random, CollectionMode mode, ref int pledges)
    {
        var some = $"p{random.Between(1, Math.Max(1, pledges))}";
        var amount = Money.FromMinorUnits(random.Between(1, 4000), Euro);
        switch (random.Below(20))
        {
            case < 9:
                var (id, isEvident) = ($"p{++pledges}", random.OneIn(8));
                return new MakePledge
                {
                    Pledge = id, Backer = $"backer of {id}", Amount = amount, Tip = random.OneIn(3) ? Eur(1) : null,
                    Evidence = isEvident ? $"receipt of {id}" : null,
                    Method = isEvident || mode == CollectionMode.InviteToPay ? null : "card",
                };
            case < 12:
                return new ChangePledge { Pledge = some, Amount = amount };
            case < 13:
                return new CancelPledge { Pledge = some };
            case < 16:
                return new RefundPledge { Pledge = some, Amount = random.OneIn(2) ? amount : null, Reason = "asked" };
            case < 18:
                return new GiveMethod { Pledge = some, Method = "another card" };
            case < 19:
                return new RetryPayout();
            default:
                return random.OneIn(12) ? new CancelCampaign { Reason = "over" } : new ApproveMilestone { Milestone = "roof", Evidence = "photo" };
        }
    }
}
