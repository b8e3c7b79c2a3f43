using CivicTech.Amounts;
using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Hosting;
using CivicTech.Crowdfunding.Ledger;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using CivicTech.TestKit.Clocks;
using CivicTech.TestKit.Gateways;
using NodaTime;

namespace CivicTech.Crowdfunding.Tests.Campaigns;

/// <summary>A campaign on a store in memory with a simulated gateway: a test says what people do, and when.</summary>
internal sealed class Play
{
    internal const string Campaign = "playground";

    internal static readonly Currency Euro = Currency.Of("EUR");
    internal static readonly Instant Start = Instant.FromUtc(2026, 5, 4, 8, 0);

    internal Play(CampaignPlan plan, GatewayBehaviour? behaviour = null, ulong seed = 1)
    {
        Plan = plan;
        Gateway = new SimulatedGateway(Clock, seed, behaviour ?? GatewayBehaviour.Honest);
        Campaigns = new CampaignRunner(Store, Gateway, Notices, Clock);
    }

    internal CampaignPlan Plan { get; }

    internal TestClock Clock { get; } = new(Start);

    internal InMemoryProcessStore Store { get; } = new();

    internal SimulatedGateway Gateway { get; }

    internal HeardNotices Notices { get; } = new();

    internal CampaignRunner Campaigns { get; }

    internal static Money Eur(decimal amount) => Money.Of(amount, Euro);

    internal async Task<Play> LaunchedAsync()
    {
        await DoAsync(new DraftCampaign { Plan = Plan });
        await DoAsync(new SubmitForReview());
        await DoAsync(new ReviewCampaign { Verdict = ReviewVerdict.Approved, By = "expert" });
        await DoAsync(new LaunchCampaign());
        return this;
    }

    /// <summary>Asks, and expects a yes.</summary>
    internal async Task<Execution<CampaignState, CampaignEvent>> DoAsync(CampaignCommand command)
    {
        var execution = await Campaigns.ExecuteAsync(Campaign, command);
        Assert.True(execution.IsAccepted, string.Join("; ", execution.Refusals));
        return execution;
    }

    /// <summary>Asks, and expects a no: its codes.</summary>
    internal async Task<string[]> RefusedAsync(CampaignCommand command)
    {
        var execution = await Campaigns.ExecuteAsync(Campaign, command);
        Assert.False(execution.IsAccepted, $"{command} was accepted.");
        Assert.Empty(execution.Events);
        return [.. execution.Refusals.Select(refusal => refusal.Code)];
    }

    internal Task<Execution<CampaignState, CampaignEvent>> PledgeAsync(string pledge, decimal euros, string? method = null) =>
        DoAsync(new MakePledge { Pledge = pledge, Backer = $"backer of {pledge}", Amount = Eur(euros), Method = method });

    /// <summary>Does all that is due, and hands in what the gateway says meanwhile, until nothing is left for this moment.</summary>
    internal async Task SettleAsync()
    {
        for (var round = 0; round < 100; round++)
        {
            var report = await Campaigns.AdvanceDueAsync();
            Assert.Empty(report.Failures);
            var events = Gateway.TakeEvents();
            Assert.Empty(await Campaigns.ReceiveAsync(events));
            if (events.Count == 0 && report.Advanced == 0 && report.Effects == 0)
            {
                return;
            }
        }

        Assert.Fail("It never comes to rest.");
    }

    /// <summary>Time passes in steps of some hours, and what is due is done.</summary>
    internal async Task PassAsync(Duration time)
    {
        var end = Clock.GetCurrentInstant() + time;
        while (Clock.GetCurrentInstant() is var now && now < end)
        {
            Clock.Set(Instant.Min(end, now + Duration.FromHours(6)));
            await SettleAsync();
        }
    }

    internal async Task<CampaignHead> HeadAsync() => (await Campaigns.ProgressAsync(Campaign))!.Head;

    internal async Task<Pledge> PledgeOfAsync(string pledge) => (await Campaigns.PledgeAsync(Campaign, pledge))!;

    /// <summary>All events of a kind that happened, in order.</summary>
    internal async Task<List<T>> JournalAsync<T>()
        where T : CampaignEvent
    {
        var found = new List<T>();
        await foreach (var happening in Campaigns.JournalAsync(Campaign))
        {
            found.AddRange(happening.Events.OfType<T>());
        }

        return found;
    }

    internal async Task<Money> BalanceAsync(Account account) => (await HeadAsync()).Ledger.Of(account, Euro);
}
