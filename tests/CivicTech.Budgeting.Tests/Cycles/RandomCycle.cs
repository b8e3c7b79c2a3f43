using CivicTech.Amounts;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Hosting;
using CivicTech.Budgeting.Paper;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Proposals;
using CivicTech.Budgeting.Realisation;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Processes;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using NodaTime;
using static CivicTech.Budgeting.Tests.Cycles.PlayedCycle;

namespace CivicTech.Budgeting.Tests.Cycles;

/// <summary>One cycle on a store and a box in memory, two machines, and people who ask for anything at any time; all that is promised is looked at after every step.</summary>
internal sealed class RandomCycle
{
    private readonly SplitMix64 _random;
    private readonly PlayedCycle _cycle;
    private readonly CycleRunner[] _machines;
    private readonly ProcessRunner<CycleState, CycleCommand, CycleEvent> _reader;
    private readonly RandomCycleCommands _commands;

    // The journal so far, from its stored JSON.
    private CycleState _folded;
    private long _version;
    private int _keys;
    private Money _paidIn = Money.Zero(Euro);

    internal RandomCycle(ulong seed)
    {
        _random = new SplitMix64(seed);
        _cycle = new PlayedCycle(PlanOf(_random));
        _machines = [_cycle.Cycles, _cycle.NewRunner()];
        _reader = new ProcessRunner<CycleState, CycleCommand, CycleEvent>(new CycleProcess(_cycle.Rules), new CycleFormat(), _cycle.Store, _cycle.Clock);
        _commands = new RandomCycleCommands(_random, _cycle.Plan);
        _folded = _reader.Process.Initial;
        for (var i = 0; i < 5; i++)
        {
            _cycle.Register($"v{i}", i % 2 == 0 ? "north" : "south");
        }

        // Before anything: the statuses begin with none.
        Reached.Add(_folded.Head.Status);
    }

    internal int Step { get; private set; }

    internal string Last { get; private set; } = "nothing";

    internal HashSet<CycleStatus> Reached { get; } = [];

    private CycleRunner Machine => _random.Pick(_machines);

    private Instant Now => _cycle.Clock.GetCurrentInstant();

    internal async Task PlayAsync(int steps)
    {
        for (Step = 0; Step < steps; Step++)
        {
            if (_random.OneIn(3))
            {
                PassTime();
            }

            await DoSomethingAsync();
            await CheckAsync(isWhole: Step % 10 == 0);
        }

        await EndAsync();
        await CheckAsync(isWhole: true);
    }

    private static CyclePlan PlanOf(SplitMix64 random) => new()
    {
        Id = PlayedCycle.Id,
        Description = "texts/1",
        Currency = Euro,
        Calendar = RandomCycleCommands.Calendar,
        Proposals = new ProposalPlan
        {
            Criteria = [new AdmissibilityCriterion { Id = "useful", IsRequired = true }],
            TakesSupports = true,
            MostPerPerson = 4,
            HighestPrice = Eur(90),
            Appeals = new AppealRule { Days = 2, Zone = Zone },
            Shortlist = random.Pick([ShortlistRule.AllFeasible, ShortlistRule.TopOfArea(2), ShortlistRule.ByHand]),
            PublishesTogether = random.OneIn(3) ? "publication" : null,
        },
        Voting = new VotingPlan
        {
            Areas = [new VotingArea { Id = "north", Budget = Eur(100) }, new VotingArea { Id = "south", Budget = Eur(60) }],
            Design = random.OneIn(2) ? new ApprovalDesign { Minimum = 1, Maximum = 2 } : new KnapsackDesign(),
            Access = random.Pick([AreaAccess.AllAreas, AreaAccess.OneArea]),
            Submission = random.Pick(Enum.GetValues<Submission>()),
            Precedence = random.Pick(Enum.GetValues<ChannelPrecedence>()),
        },
        Paper = new PaperPlan { SingleEntry = random.OneIn(2) },
        MidVote = random.Pick(Enum.GetValues<MidVoteRule>()),
        Count = new CountPlan { Ties = random.OneIn(2) ? ["lot"] : [], Order = random.Pick(Enum.GetValues<CountOrder>()) },
    };

    // Much is to be done with proposals before the ballot is frozen; then nothing happens for long.
    private void PassTime()
    {
        var begins = _cycle.Plan.Calendar.Stages[0].Starts.ToInstant();
        var hours = _folded.Head.Status switch
        {
            CycleStatus.None or CycleStatus.Draft or CycleStatus.Running => 4,
            CycleStatus.Voting => 12,
            CycleStatus.Sealing => 20,
            _ => 150,
        };
        _cycle.Clock.Set(_folded.Head.Status == CycleStatus.Running && Now < begins ? begins : Now + Duration.FromHours(_random.Below(hours)));
    }

    private async Task DoSomethingAsync()
    {
        var isVote = _folded.Head.Status is CycleStatus.Voting or CycleStatus.Sealing;
        switch (_random.Below(12))
        {
            case 0 or 1:
                Last = "work";
                await AdvanceAsync();
                break;
            case 2 or 3 or 4 or 5 when isVote || _random.OneIn(20):
                await VoteAsync();
                break;
            case 6 or 7 when isVote || _random.OneIn(20):
                await EnterPaperAsync();
                break;
            case 8 when _folded.Head.Status >= CycleStatus.Closed || _random.OneIn(20):
                Last = "count";
                _ = await Machine.CountAsync(PlayedCycle.Id, "counter");
                break;
            default:
                await AskAsync(_commands.Next(_folded, Now));
                break;
        }
    }

    private async Task<bool> AskAsync(CycleCommand command)
    {
        Last = $"{command}";
        command = command with { Key = _random.OneIn(3) ? $"key-{++_keys}" : null };
        var version = await VersionAsync();
        var execution = await Machine.ExecuteAsync(PlayedCycle.Id, command);
        if (!execution.IsAccepted)
        {
            Assert.Equal(version, await VersionAsync());
            return false;
        }

        _paidIn += command is ApproveIncrease { FromLeftovers: false } increase ? increase.Amount : Money.Zero(Euro);
        if (command.Key is not null)
        {
            var again = await Machine.ExecuteAsync(PlayedCycle.Id, command);
            Assert.True(again.IsAccepted && (again.IsRepeat || execution.Events.IsEmpty), string.Join("; ", again.Refusals));
            Assert.Equal(execution.Version, await VersionAsync());
        }

        return true;
    }

    private async Task VoteAsync()
    {
        var command = _commands.Vote();
        Last = $"{command}";
        var voter = $"v{_random.Below(6)}";
        var before = await FilesAsync();
        var decision = await Machine.VoteAsync(PlayedCycle.Id, voter, command);
        var after = await FilesAsync();
        if (!decision.IsAccepted)
        {
            Assert.Equal(before.AsEnumerable(), after);
        }
        else if (command is CastBallot)
        {
            // Two tabs: the same receipt.
            var again = await Machine.VoteAsync(PlayedCycle.Id, voter, command);
            Assert.True(again.IsAccepted, string.Join("; ", again.Refusals));
            Assert.Equal(decision.Receipts.Select(receipt => receipt.Tracker), again.Receipts.Select(receipt => receipt.Tracker));
            Assert.Equal(after.AsEnumerable(), await FilesAsync());
        }
    }

    private async Task EnterPaperAsync()
    {
        var (batch, number) = (_random.Pick(RandomCycleCommands.Batches), $"{_random.Below(4)}");
        switch (_random.Below(5))
        {
            case 0:
                Last = "tick";
                _ = await Machine.TickAsync(PlayedCycle.Id, $"v{_random.Below(5)}", new StationVisit { Station = "hall", Clerk = "clara" });
                break;
            case 1 when _random.OneIn(3):
                Last = "void card";
                _ = await VoidAsync(batch, number, CycleRoles.Clerk);
                break;
            default:
                Last = "enter card";
                _ = await Machine.EnterCardAsync(PlayedCycle.Id, new CardReading
                {
                    Batch = batch,
                    Number = number,
                    Clerk = _random.Pick(["ann", "bob", "cem"]),
                    Voter = batch == "urn" && !_random.OneIn(9) ? null : $"v{number}",
                    ReceivedAt = Now - Duration.FromHours(_random.Below(20)),
                    IsSigned = true,
                    IsIdentityChecked = true,
                    Lines = _commands.Lines(),
                });
                break;
        }
    }

    private Task<CardAnswer> VoidAsync(string batch, string number, string role) =>
        Machine.VoidCardAsync(PlayedCycle.Id, new VoidCard { Batch = batch, Number = number, Reason = "torn", By = "clara", Role = role });

    private async Task AdvanceAsync()
    {
        var (before, counted) = (_folded.Head, Counted(await FilesAsync()));
        var report = await Machine.AdvanceDueAsync();
        Assert.True(report.Failures.IsEmpty, string.Join("; ", report.Failures.Select(failure => failure.Exception)));
        await ReadAsync();
        if (before.Box is null && _folded.Head.Box is { } box)
        {
            // What had been in the box is what was sealed, but for lines that a change of the ballot released at the last moment.
            Assert.All(box.Areas, area => Assert.True(area.Counted <= counted.GetValueOrDefault(area.Area), $"{area} of {counted.GetValueOrDefault(area.Area)}"));
            Assert.True(before.AmendmentsUnderWay > 0 || box.Areas.Sum(area => area.Counted) == counted.Values.Sum());
            Assert.All(box.Areas, area => Assert.Equal(area.Cast, area.Counted + area.Voided + area.Replaced + area.Withdrawn));
            Assert.Equal(BoxStage.Separated, (await _cycle.Box.FindAsync(PlayedCycle.Id, [], default)).State.Stage);
            Assert.Equal(box.Areas.Sum(area => area.Counted), (await Machine.TrackersAsync(PlayedCycle.Id)).Trackers.Length);
        }
    }

    /// <summary>Whatever happened: with the right people and some patience every cycle comes to its end.</summary>
    private async Task EndAsync()
    {
        await ReadAsync();
        Last = "the end";
        if (_folded.Head.Status == CycleStatus.None)
        {
            await MustAsync(new PlanCycle { Plan = _cycle.Plan });
        }

        // Without a ballot in time there is no vote any more.
        if (_folded.Head.Status is CycleStatus.Draft or CycleStatus.Running || (_folded.Head.Status < CycleStatus.Published && _random.OneIn(4)))
        {
            await MustAsync(new CancelCycle { Reason = "the end" });
        }

        await PatienceAsync(status => status is CycleStatus.BallotFrozen or CycleStatus.Voting);
        foreach (var batch in _folded.Batches.All.Where(batch => _folded.Head.Status == CycleStatus.Sealing && batch.Value.Status == BatchStatus.Open).ToList())
        {
            foreach (var card in _folded.Cards.All.Where(card => card.Value.Batch == batch.Key && card.Value.IsPending).ToList())
            {
                Assert.Empty((await VoidAsync(batch.Key, card.Value.Number, CycleRoles.Administrator)).Refusals);
            }

            await ReadAsync();
            var left = _folded.Batches[batch.Key];
            await MustAsync(new ReconcileBatch { Batch = batch.Key, Missing = left.Declared - left.Valid - left.Invalid - left.Void, Reason = "lost" });
        }

        await PatienceAsync(status => status == CycleStatus.Sealing);
        if (_folded.Head.Status == CycleStatus.Closed)
        {
            if (_cycle.Plan.Count.NeedsLot && _folded.Head.Results.Lot is null)
            {
                await MustAsync(new RevealLot { Secret = Secret, PublicValue = "4 8 15" });
            }

            Assert.Empty((await Machine.CountAsync(PlayedCycle.Id, "counter")).Refusals);
            await ReadAsync();
            await WanderAsync(10);
        }

        if (_folded.Head.Status == CycleStatus.Counted)
        {
            await MustAsync(new CertifyResult { Result = _folded.Head.Results.Result!.Value });
        }

        if (_folded.Head.Status == CycleStatus.Certified)
        {
            await MustAsync(new PublishResult());
        }

        if (_folded.Head.Status == CycleStatus.Published)
        {
            _cycle.Clock.Set(Instant.Max(Now, _folded.Head.Calendar!.Stages.Single(stage => stage.Name == "realise").Starts.ToInstant()));
            await WanderAsync(40);
        }

        if (_folded.Head.Status == CycleStatus.Published)
        {
            foreach (var project in _folded.Projects.All.Where(project => !project.Value.Status.IsSettled()).ToList())
            {
                await MustAsync(new AbandonProject { Project = project.Key, Reason = "the end", Role = CycleRoles.Officer });
            }

            await MustAsync(new CompleteCycle());
        }

        // All is told and done, and nothing is left to do.
        await PatienceAsync(_ => _folded.Effects.All.Any());
        Assert.True(_folded.Head.Status is CycleStatus.Completed or CycleStatus.Cancelled, $"{_folded.Head.Status}");
        Assert.Equal(_folded.Head.Edition > 0, _folded.Head.Box is not null);
        _cycle.Clock.Set(Now + Duration.FromDays(400));
        Assert.Equal((0, 0), await Machine.AdvanceDueAsync() is var report ? (report.Advanced, report.Effects) : default);
    }

    // What comes late in a cycle gets its turn too.
    private async Task WanderAsync(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            _ = await AskAsync(_commands.Next(_folded, Now));
            await CheckAsync(isWhole: i % 10 == 9);
        }
    }

    private async Task MustAsync(CycleCommand command)
    {
        var execution = await Machine.ExecuteAsync(PlayedCycle.Id, command with { By = "root", Role = command.Role == CycleRoles.Citizen ? CycleRoles.Administrator : command.Role });
        Assert.True(execution.IsAccepted, $"{command.Name} at {_folded.Head.Status}: {string.Join("; ", execution.Refusals)}");
        await ReadAsync();
    }

    private async Task PatienceAsync(Func<CycleStatus, bool> isToWait)
    {
        for (var day = 0; day < 200 && isToWait(_folded.Head.Status); day++)
        {
            await AdvanceAsync();
            _cycle.Clock.Set(Now + Duration.FromDays(1));
        }
    }

    private async Task<long> VersionAsync() => (await _reader.LoadAsync(PlayedCycle.Id, DocumentRequest.Empty))?.Version ?? 0;

    private async Task<IReadOnlyList<VoterFile>> FilesAsync() =>
        (await _cycle.Box.FindAsync(PlayedCycle.Id, [], default)).State.Stage == BoxStage.Open ? await _cycle.Box.ReadAsync(PlayedCycle.Id, null, 1000, default) : [];

    private static Dictionary<string, long> Counted(IReadOnlyList<VoterFile> files) =>
        files.SelectMany(file => file.Areas).Where(area => area.IsCounted).GroupBy(area => area.Area).ToDictionary(area => area.Key, area => area.LongCount());

    private async Task ReadAsync()
    {
        await foreach (var entry in _cycle.Store.ReadJournalAsync(new ProcessId("budget-cycle", PlayedCycle.Id), _version, default))
        {
            foreach (var happened in _reader.Format.ReadEvents(entry.Events))
            {
                _folded = _reader.Process.Evolve(_folded, happened);
                Reached.Add(_folded.Head.Status);
            }

            _version = entry.Version;
        }
    }

    private async Task CheckAsync(bool isWhole)
    {
        await ReadAsync();
        var files = await FilesAsync();
        Assert.All(files, file => Assert.Equal(file.Areas.Length, file.Areas.Select(area => area.Area).Distinct().Count()));
        Assert.True((await _reader.LoadAsync(PlayedCycle.Id, DocumentRequest.Empty))?.State.Head is not { } head || head.Equals(_folded.Head), "The head is not that of the journal.");
        if (!isWhole)
        {
            return;
        }

        await SameAsync(state => state.Proposals);
        await SameAsync(state => state.Supports);
        await SameAsync(state => state.Comments);
        await SameAsync(state => state.Proposers);
        await SameAsync(state => state.Ballots);
        await SameAsync(state => state.Batches);
        await SameAsync(state => state.Cards);
        await SameAsync(state => state.Results);
        await SameAsync(state => state.Projects);
        await SameAsync(state => state.Followers);
        await SameAsync(state => state.Effects);
        CheckProposals();
        CheckMoney();
    }

    private async Task SameAsync<T>(Func<CycleState, Parts<T>> parts)
        where T : class
    {
        var stored = new List<KeyValuePair<string, T>>();
        await foreach (var part in _reader.ReadPartsAsync(PlayedCycle.Id, parts))
        {
            stored.Add(part);
        }

        Assert.Equal(parts(_folded).All, stored);
    }

    private void CheckProposals()
    {
        foreach (var (id, proposal) in _folded.Proposals.All)
        {
            Assert.Equal(_folded.Supports.All.Count(support => support.Key.StartsWith(id + "/", StringComparison.Ordinal)), proposal.Supports);
            Assert.Equal(_folded.Comments.All.Count(comment => comment.Key.StartsWith(id + "/", StringComparison.Ordinal)), proposal.Comments);
        }

        Assert.Equal(Enumerable.Range(1, _folded.Head.ProposalsSubmitted), _folded.Proposals.All.Select(proposal => proposal.Value.Number).Order());
        Assert.All(_folded.Proposers.All, proposer => Assert.InRange(proposer.Value.Proposals, 0, 4));
        if (_folded.Head.Edition > 0)
        {
            // What is on the ballot says the same as the proposals do.
            var ballot = BallotDecider.BallotOf(_folded);
            Assert.All(ballot.Projects, project => Assert.Equal((project.Cost, project.IsRemoved), (_folded.Proposals[project.Id].Price!.Value, _folded.Proposals[project.Id].Status == ProposalStatus.OffBallot)));
            Assert.Equal(ballot.Projects.Where(project => !project.IsRemoved).Select(project => project.Id).Order(), _folded.Proposals.All.Where(proposal => proposal.Value.Status == ProposalStatus.OnBallot).Select(proposal => proposal.Key));
        }
    }

    private void CheckMoney()
    {
        if (_folded.Head.Results.Areas.IsEmpty)
        {
            return;
        }

        var ballot = BallotDecider.BallotOf(_folded);
        var costs = ballot.Projects.ToDictionary(project => project.Id, project => project.Cost);
        var zero = Money.Zero(Euro);
        var budget = ballot.Areas.Aggregate(zero, (sum, area) => sum + area.Budget!.Value);
        Assert.All(_folded.Results.All, area => Assert.True(area.Value.Counted.Cost <= ballot.Areas.Single(one => one.Id == area.Key).Budget!.Value));
        Assert.True(_folded.Results.All.SelectMany(area => area.Value.Winners).Aggregate(zero, (sum, project) => sum + costs[project]) <= budget);
        if (_folded.Head.Results.PublishedAt is null)
        {
            return;
        }

        // Every cent is spent, may still be spent, or is left over.
        var held = _folded.Projects.All.Select(project => project.Value).Where(project => project.Status != ProjectStatus.Overruled).Aggregate(zero, (sum, project) => sum + project.Spent + project.Unspent);
        var left = _folded.Head.Realisation.Leftovers.Aggregate(zero, (sum, leftover) => sum + leftover.Amount);
        Assert.Equal(budget + _paidIn, held + left);
    }
}
