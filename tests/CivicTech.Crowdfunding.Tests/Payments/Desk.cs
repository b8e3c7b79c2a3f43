using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Hosting;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Crowdfunding.Tests.Campaigns;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using CivicTech.TestKit.Clocks;
using CivicTech.TestKit.Gateways;
using NodaTime;

namespace CivicTech.Crowdfunding.Tests.Payments;

/// <summary>
/// A host that goes on whatever happens: calls that time out are due again, a message that was not taken is handed in again, and when the program dies another one works on the same store.
/// </summary>
internal sealed class Desk
{
    private readonly CampaignPlan _plan;
    private readonly List<ProviderEvent> _inbox = [];
    private readonly Func<CampaignRunner> _start;
    private int _commands;

    internal Desk(CampaignPlan plan, GatewayBehaviour? behaviour = null, ulong seed = 1, Trap? trap = null, Func<IPaymentGateway, IPaymentGateway>? through = null)
    {
        _plan = plan;
        Gateway = new SimulatedGateway(Clock, seed, behaviour ?? GatewayBehaviour.Honest);
        var gateway = through is null ? Gateway : through(Gateway);
        _start = () => trap is null
            ? new CampaignRunner(Store, gateway, Notices, Clock)
            : new CampaignRunner(new TrappedStore(Store, trap), new TrappedGateway(gateway, trap), new TrappedNotices(Notices, trap), Clock);
        Campaigns = _start();
    }

    internal TestClock Clock { get; } = new(Play.Start);

    internal InMemoryProcessStore Store { get; } = new();

    internal SimulatedGateway Gateway { get; }

    internal HeardNotices Notices { get; } = new();

    internal CampaignRunner Campaigns { get; private set; }

    internal Instant Now => Clock.GetCurrentInstant();

    internal async Task<Desk> LaunchedAsync()
    {
        await DoAsync(new DraftCampaign { Plan = _plan });
        await DoAsync(new SubmitForReview());
        await DoAsync(new ReviewCampaign { Verdict = ReviewVerdict.Approved });
        await DoAsync(new LaunchCampaign());
        return this;
    }

    /// <summary>Asks, again after a crash; the key tells that it is the same command.</summary>
    internal async Task<Execution<CampaignState, CampaignEvent>> AskAsync(CampaignCommand command)
    {
        command = command with { Key = $"command {++_commands}" };
        try
        {
            return await Campaigns.ExecuteAsync(Play.Campaign, command);
        }
        catch (TrapException)
        {
            Campaigns = _start();
            return await Campaigns.ExecuteAsync(Play.Campaign, command);
        }
    }

    internal async Task DoAsync(CampaignCommand command)
    {
        var execution = await AskAsync(command);
        Assert.True(execution.IsAccepted, $"{command.Name}: {string.Join("; ", execution.Refusals)}");
    }

    internal Task PledgeAsync(string pledge, decimal euros, string? method = null) =>
        DoAsync(new MakePledge { Pledge = pledge, Backer = $"backer of {pledge}", Amount = Play.Eur(euros), Method = method });

    /// <summary>Does what is due, and hands in what arrived, until nothing is left for this moment.</summary>
    internal async Task SettleAsync()
    {
        for (var round = 0; round < 200; round++)
        {
            var report = await Campaigns.AdvanceDueAsync();
            Assert.All(report.Failures, failure => Assert.True(failure.Exception is TimeoutException or TrapException, $"{failure.Exception}"));
            if (report.Failures.Any(failure => failure.Exception is TrapException))
            {
                Campaigns = _start();
            }

            _inbox.AddRange(Gateway.TakeEvents());
            var arrived = _inbox.Count;
            await ReceiveAsync();
            if (arrived == 0 && report is { Advanced: 0, Effects: 0 })
            {
                return;
            }
        }

        Assert.Fail("It never comes to rest.");
    }

    internal async Task PassAsync(Duration time, Duration? step = null)
    {
        for (var end = Now + time; Now < end;)
        {
            Clock.Set(Instant.Min(end, Now + (step ?? Duration.FromHours(6))));
            await SettleAsync();
        }
    }

    /// <summary>What a host does every night: it asks the provider about what it has no last word of.</summary>
    internal async Task ReconcileAsync()
    {
        foreach (var key in (await PledgesAsync()).SelectMany(pledge => pledge.Attempts).Select(attempt => attempt.Payment.Key).Concat((await HeadAsync()).Payouts.Select(payout => payout.Key)))
        {
            if (await Gateway.AskAsync(key) is GatewayAnswer.Known known)
            {
                _inbox.AddRange(known.Events);
            }
        }

        await ReceiveAsync();
    }

    internal async Task<CampaignHead> HeadAsync() => (await Campaigns.ProgressAsync(Play.Campaign))!.Head;

    internal async Task<Pledge> PledgeOfAsync(string pledge) => (await Campaigns.PledgeAsync(Play.Campaign, pledge))!;

    internal async Task<List<Pledge>> PledgesAsync()
    {
        var pledges = new List<Pledge>();
        await foreach (var pledge in Campaigns.PledgesAsync(Play.Campaign))
        {
            pledges.Add(pledge);
        }

        return pledges;
    }

    private async Task ReceiveAsync()
    {
        while (_inbox.Count > 0)
        {
            try
            {
                Assert.Empty(await Campaigns.ReceiveAsync(_inbox));
                _inbox.Clear();
            }
            catch (TrapException)
            {
                Campaigns = _start();
            }
        }
    }
}
