using System.Runtime.CompilerServices;
using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Hosting;
using CivicTech.Crowdfunding.Ledger;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Crowdfunding.Reading;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using NodaTime;

namespace CivicTech.Crowdfunding;

/// <summary>Campaigns on a store: what <see cref="ICampaigns"/> is in a host, and what can be made with <c>new</c> where there is no container.</summary>
public sealed class CampaignRunner : ICampaigns
{
    private readonly ProcessRunner<CampaignState, CampaignCommand, CampaignEvent> _runner;
    private readonly DueWork<CampaignState, CampaignCommand, CampaignEvent, CampaignEffect> _work;

    /// <summary>Campaigns on a store.</summary>
    /// <param name="store">Where they are kept.</param>
    /// <param name="gateway">Moves the money.</param>
    /// <param name="notices">Tells people.</param>
    /// <param name="clock">Says when a decision is made.</param>
    public CampaignRunner(IProcessStore store, IPaymentGateway gateway, ICampaignNotices notices, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        ArgumentNullException.ThrowIfNull(notices);
        var format = new CampaignFormat();
        _runner = new ProcessRunner<CampaignState, CampaignCommand, CampaignEvent>(new CampaignProcess(), format, store, clock);
        _work = new DueWork<CampaignState, CampaignCommand, CampaignEvent, CampaignEffect>(_runner, format, new CampaignEffectHandler(gateway, notices, clock));
    }

    /// <inheritdoc />
    public Task<Execution<CampaignState, CampaignEvent>> ExecuteAsync(string campaign, CampaignCommand command, CancellationToken cancellationToken = default) =>
        command is DraftCampaign { Plan.Id: var id } && id != campaign
            ? throw new ArgumentException($"The plan is of campaign '{id}', not '{campaign}'.", nameof(command))
            : _runner.ExecuteAsync(campaign, command, cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<RefusedEvent>> ReceiveAsync(IEnumerable<ProviderEvent> events, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        var refused = new List<RefusedEvent>();
        foreach (var said in events)
        {
            if (!PaymentKey.TryParse(said.AttemptKey, out var campaign, out var pledge))
            {
                refused.Add(new RefusedEvent(said, [CampaignRefusals.NoSuchAttempt.With(("attempt", said.AttemptKey ?? ""))]));
                continue;
            }

            CampaignCommand command = pledge is null ? new RecordPayout { Events = [said] } : new RecordPayment { Pledge = pledge, Events = [said] };
            var execution = await _runner.ExecuteAsync(campaign, command, cancellationToken).ConfigureAwait(false);
            if (!execution.IsAccepted)
            {
                refused.Add(new RefusedEvent(said, execution.Refusals));
            }
        }

        return refused;
    }

    /// <inheritdoc />
    public Task<WorkReport> AdvanceDueAsync(CancellationToken cancellationToken = default) => _work.AdvanceAsync(cancellationToken);

    /// <inheritdoc />
    public async Task<CampaignProgress?> ProgressAsync(string campaign, CancellationToken cancellationToken = default) =>
        await _runner.LoadAsync(campaign, DocumentRequest.Empty, cancellationToken).ConfigureAwait(false) is { } loaded ? new CampaignProgress(loaded.State) : null;

    /// <inheritdoc />
    public async Task<Pledge?> PledgeAsync(string campaign, string pledge, CancellationToken cancellationToken = default) =>
        (await _runner.LoadAsync(campaign, DocumentRequest.Empty.With(CampaignState.PledgePrefix + pledge), cancellationToken).ConfigureAwait(false))?.State.Pledges.Find(pledge);

    /// <inheritdoc />
    public async IAsyncEnumerable<Pledge> PledgesAsync(string campaign, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var (_, pledge) in _runner.ReadPartsAsync(campaign, state => state.Pledges, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            yield return pledge;
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<PublicPledge> BackersAsync(string campaign, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (await ProgressAsync(campaign, cancellationToken).ConfigureAwait(false) is not { Plan: var plan })
        {
            yield break;
        }

        await foreach (var pledge in PledgesAsync(campaign, cancellationToken).ConfigureAwait(false))
        {
            if (PledgeTally.Of(pledge, plan).Counted.IsPositive)
            {
                yield return new PublicPledge(pledge);
            }
        }
    }

    /// <inheritdoc />
    public IAsyncEnumerable<KeyValuePair<string, Fundraiser>> FundraisersAsync(string campaign, CancellationToken cancellationToken = default) =>
        _runner.ReadPartsAsync(campaign, state => state.Fundraisers, cancellationToken: cancellationToken);

    /// <inheritdoc />
    public async Task<Statement> StatementAsync(string campaign, CancellationToken cancellationToken = default)
    {
        var entries = new List<LedgerEntry>();
        await foreach (var happening in JournalAsync(campaign, cancellationToken).ConfigureAwait(false))
        {
            entries.AddRange(happening.Events.OfType<MoneyPosted>().Select(posted => posted.Entry));
        }

        return new Statement(entries);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<Happening<CampaignEvent>> JournalAsync(string campaign, CancellationToken cancellationToken = default) => _runner.ReadJournalAsync(campaign, cancellationToken);
}
