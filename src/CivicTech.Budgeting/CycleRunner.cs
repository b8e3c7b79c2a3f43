using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Hosting;
using CivicTech.Budgeting.Paper;
using CivicTech.Budgeting.Proposals;
using CivicTech.Budgeting.Reading;
using CivicTech.Budgeting.Realisation;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Counting;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Desks;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using NodaTime;

namespace CivicTech.Budgeting;

/// <summary>Cycles on a store and a ballot box: what <see cref="IBudgetCycles"/> is in a host, and what can be made with <c>new</c> where there is no container.</summary>
public sealed class CycleRunner : IBudgetCycles
{
    private readonly RuleRegistry _rules;
    private readonly ProcessRunner<CycleState, CycleCommand, CycleEvent> _runner;
    private readonly DueWork<CycleState, CycleCommand, CycleEvent, CycleEffect> _work;
    private readonly CycleSheets _sheets;
    private readonly VotingDesk _desk;
    private readonly PaperDesk _paper;

    /// <summary>Cycles on a store.</summary>
    /// <param name="store">Where cycles are kept.</param>
    /// <param name="box">Where ballots are kept.</param>
    /// <param name="roll">Who votes.</param>
    /// <param name="keys">Makes the pseudonyms of voters.</param>
    /// <param name="notices">Tells people.</param>
    /// <param name="rules">The rules that plans may name.</param>
    /// <param name="clock">Says when a decision is made.</param>
    public CycleRunner(IProcessStore store, IBallotBox box, IElectoralRoll roll, VoterKeys keys, ICycleNotices notices, RuleRegistry rules, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(notices);
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
        var format = new CycleFormat();
        _runner = new ProcessRunner<CycleState, CycleCommand, CycleEvent>(new CycleProcess(rules), format, store, clock);
        _sheets = new CycleSheets(_runner);
        _desk = new VotingDesk(box, roll, keys, _sheets, clock);
        _paper = new PaperDesk(_runner, _desk);
        _work = new DueWork<CycleState, CycleCommand, CycleEvent, CycleEffect>(_runner, format, new CycleEffectHandler(_desk, notices));
    }

    /// <inheritdoc />
    public Task<Execution<CycleState, CycleEvent>> ExecuteAsync(string cycle, CycleCommand command, CancellationToken cancellationToken = default) =>
        command switch
        {
            PlanCycle { Plan.Id: var id } when id != cycle => throw new ArgumentException($"The plan is of cycle '{id}', not '{cycle}'.", nameof(command)),

            // What was in the box, what the count found, and what was done outside, nobody can claim.
            RecordSeal or RecordCount or StartEffect or SettleEffect => throw Own(command, $"{nameof(AdvanceDueAsync)} and {nameof(CountAsync)}"),
            EnterCard or DecideCard or VoidCard => throw Own(command, $"{nameof(EnterCardAsync)} and {nameof(VoidCardAsync)}"),
            ReconcileBatch reconcile => _paper.ReconcileAsync(cycle, reconcile, cancellationToken),
            _ => _runner.ExecuteAsync(cycle, command, cancellationToken),
        };

    /// <inheritdoc />
    public Task<VotingDecision> VoteAsync(string cycle, string voter, VotingCommand command, CancellationToken cancellationToken = default) => command is VoidVoter
        ? throw new ArgumentException($"'{command.Name}' is an officer's: see {nameof(VoidVoterAsync)}.", nameof(command))
        : _desk.ExecuteAsync(cycle, voter, command, cancellationToken);

    /// <inheritdoc />
    public Task<VotingDecision> VoidVoterAsync(string cycle, string voter, VoidVoter command, CancellationToken cancellationToken = default) =>
        _desk.ExecuteAsync(cycle, voter, command, cancellationToken);

    /// <inheritdoc />
    public Task<VoterStanding?> StandingAsync(string cycle, string voter, CancellationToken cancellationToken = default) => _desk.StandingAsync(cycle, voter, cancellationToken);

    /// <inheritdoc />
    public Task<CardAnswer> EnterCardAsync(string cycle, CardReading reading, CancellationToken cancellationToken = default) => _paper.EnterAsync(cycle, reading, cancellationToken);

    /// <inheritdoc />
    public Task<CardAnswer> VoidCardAsync(string cycle, VoidCard command, CancellationToken cancellationToken = default) => _paper.VoidAsync(cycle, command, cancellationToken);

    /// <inheritdoc />
    public Task<VotingDecision> TickAsync(string cycle, string voter, StationVisit visit, CancellationToken cancellationToken = default) => _paper.TickAsync(cycle, voter, visit, cancellationToken);

    /// <inheritdoc />
    public Task<VotingDecision> TakeTickBackAsync(string cycle, string voter, StationCorrection correction, CancellationToken cancellationToken = default) => _paper.TakeTickBackAsync(cycle, voter, correction, cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<StationCount>> TicksAsync(string cycle, CancellationToken cancellationToken = default) => _paper.TicksAsync(cycle, cancellationToken);

    /// <inheritdoc />
    public Task<WorkReport> AdvanceDueAsync(CancellationToken cancellationToken = default) => _work.AdvanceAsync(cancellationToken);

    /// <inheritdoc />
    public async Task<Execution<CycleState, CycleEvent>> CountAsync(string cycle, string? by = null, CancellationToken cancellationToken = default)
    {
        if (await CountInputAsync(cycle, cancellationToken).ConfigureAwait(false) is { } input)
        {
            var command = new RecordCount { Result = CycleCount.Run(input, _rules, cancellationToken), By = by, Role = CycleRoles.Administrator };
            return await _runner.ExecuteAsync(cycle, command, cancellationToken).ConfigureAwait(false);
        }

        var loaded = await _runner.LoadAsync(cycle, DocumentRequest.Empty, cancellationToken).ConfigureAwait(false);
        var state = loaded?.State ?? _runner.Process.Initial;
        var refusal = state.Head.Box is null || !CycleStatuses.Table.Allows(state.Head.Status, "record-count")
            ? CycleRefusals.WrongStatus.With(("status", EnumNames.Of(state.Head.Status)), ("command", "record-count"))
            : ResultRefusals.LotHidden.With();
        return new Execution<CycleState, CycleEvent>(state, [], [refusal], loaded?.Version ?? 0, loaded?.At ?? _runner.Clock.GetCurrentInstant(), isRepeat: false);
    }

    /// <inheritdoc />
    public async Task<CycleOverview?> OverviewAsync(string cycle, CancellationToken cancellationToken = default) =>
        await StateAsync(cycle, DocumentRequest.Empty, cancellationToken).ConfigureAwait(false) is { } state ? new CycleOverview(state, _runner.Clock.GetCurrentInstant()) : null;

    /// <inheritdoc />
    public async Task<OfficialBallot?> BallotAsync(string cycle, CancellationToken cancellationToken = default) =>
        (await _sheets.WithBallotAsync(cycle, cancellationToken).ConfigureAwait(false))?.Ballot;

    /// <inheritdoc />
    public async Task<Proposal?> ProposalAsync(string cycle, string proposal, CancellationToken cancellationToken = default) =>
        (await StateAsync(cycle, DocumentRequest.Empty.With(CycleState.ProposalPrefix + proposal), cancellationToken).ConfigureAwait(false))?.Proposals.Find(proposal);

    /// <inheritdoc />
    public async IAsyncEnumerable<Proposal> ProposalsAsync(string cycle, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var (_, proposal) in _runner.ReadPartsAsync(cycle, state => state.Proposals, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            yield return proposal;
        }
    }

    /// <inheritdoc />
    public async Task<ProposalDashboard> DashboardAsync(string cycle, string proposal, CancellationToken cancellationToken = default)
    {
        var events = new List<(Instant, CycleEvent)>();
        await foreach (var happening in JournalAsync(cycle, cancellationToken).ConfigureAwait(false))
        {
            events.AddRange(happening.Events.Select(happened => (happening.At, happened)));
        }

        return ProposalDashboard.Of(events, proposal).AsOf(_runner.Clock.GetCurrentInstant());
    }

    /// <inheritdoc />
    public Task<TallyAnswer> TallyAsync(string cycle, CancellationToken cancellationToken = default) => _desk.TallyAsync(cycle, cancellationToken);

    /// <inheritdoc />
    public Task<TrackerList> TrackersAsync(string cycle, CancellationToken cancellationToken = default) => _desk.TrackersAsync(cycle, cancellationToken);

    /// <inheritdoc />
    public async Task<CycleOutcome?> OutcomeAsync(string cycle, CancellationToken cancellationToken = default)
    {
        if (await StateAsync(cycle, DocumentRequest.Empty, cancellationToken).ConfigureAwait(false) is not { Head: { Results: { Areas: { IsEmpty: false } areas } results } head })
        {
            return null;
        }

        var state = (await StateAsync(cycle, DocumentRequest.Empty.With([.. areas.Select(area => CycleState.ResultPrefix + area)]), cancellationToken).ConfigureAwait(false))!;
        var records = areas.Select(area => state.Results[area]).ToImmutableArray();
        return new CycleOutcome(
            new CycleResult { Rules = head.Rules!.Value, Edition = head.Edition, Ballot = head.Ballot!.Value, Box = head.Box!, Lot = results.Lot, Areas = [.. records.Select(record => record.Counted)] },
            records);
    }

    /// <inheritdoc />
    public async Task<CountInput?> CountInputAsync(string cycle, CancellationToken cancellationToken = default)
    {
        if (await _sheets.WithBallotAsync(cycle, cancellationToken).ConfigureAwait(false) is not ({ Head: { Box: not null } head } state, _)
            || (state.Plan.Count.NeedsLot && head.Results.Lot is null))
        {
            return null;
        }

        var tally = (await _desk.TallyAsync(cycle, cancellationToken).ConfigureAwait(false)).Tally!;
        return CountInputs.Of(state, tally.Areas);
    }

    /// <inheritdoc />
    public async Task<Monitoring?> MonitoringAsync(string cycle, CancellationToken cancellationToken = default)
    {
        if (await StateAsync(cycle, DocumentRequest.Empty, cancellationToken).ConfigureAwait(false) is not { } state)
        {
            return null;
        }

        var won = new Dictionary<string, FundedProject>(StringComparer.Ordinal);
        await foreach (var (id, project) in _runner.ReadPartsAsync(cycle, loaded => loaded.Projects, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            won.Add(id, project);
        }

        var now = _runner.Clock.GetCurrentInstant();
        var isDecided = state.Head.Status is CycleStatus.Published or CycleStatus.Completed;
        var lines = new List<MonitoringLine>();
        await foreach (var proposal in ProposalsAsync(cycle, cancellationToken).ConfigureAwait(false))
        {
            var status = proposal.PublicStatusAt(now);
            lines.Add(won.TryGetValue(proposal.Id, out var project)
                ? MonitoringLine.Of(project)
                : new MonitoringLine { Project = proposal.Id, Area = proposal.Content.Area, Status = isDecided && status == ProposalStatus.OnBallot ? "not-won" : EnumNames.Of(status) });
        }

        return Monitoring.Of(lines, state.Plan.Currency);
    }

    /// <inheritdoc />
    public async Task<FundedProject?> ProjectAsync(string cycle, string project, CancellationToken cancellationToken = default) =>
        (await StateAsync(cycle, DocumentRequest.Empty.With(CycleState.ProjectPrefix + project), cancellationToken).ConfigureAwait(false))?.Projects.Find(project);

    /// <inheritdoc />
    public async IAsyncEnumerable<string> FollowersAsync(string cycle, string project, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (!CycleId.IsValid(project))
        {
            yield break;
        }

        var prefix = project + "/";
        await foreach (var (key, _) in _runner.ReadPartsAsync(cycle, state => state.Followers, after: prefix, cancellationToken).ConfigureAwait(false))
        {
            if (!key.StartsWith(prefix, StringComparison.Ordinal))
            {
                yield break;
            }

            yield return key[prefix.Length..];
        }
    }

    /// <inheritdoc />
    public IAsyncEnumerable<Happening<CycleEvent>> JournalAsync(string cycle, CancellationToken cancellationToken = default) => _runner.ReadJournalAsync(cycle, cancellationToken);

    private static ArgumentException Own(CycleCommand command, string instead) => new($"'{command.Name}' is what the library itself asks for: see {instead}.", nameof(command));

    private async Task<CycleState?> StateAsync(string cycle, DocumentRequest request, CancellationToken cancellationToken) =>
        (await _runner.LoadAsync(cycle, request, cancellationToken).ConfigureAwait(false))?.State;
}
