using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Hosting;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Reading;
using CivicTech.Consensus.Delphi.Stability;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using CivicTech.Tests.Consensus.Delphi.Hosting;
using NodaTime;

namespace CivicTech.Tests.Consensus.Delphi.Studies;

/// <summary>One study on a store in memory and the same one by its decider alone, and people who ask for anything at any time; all that is promised is looked at after every step.</summary>
internal sealed class RandomStudy
{
    private readonly SplitMix64 _random;
    private readonly DelphiProcess _process = new();
    private readonly InMemoryProcessStore _store = new();
    private readonly FakeClock _clock = new(Solo.Start);
    private readonly ProcessRunner<DelphiState, DelphiCommand, DelphiEvent> _runner;
    private readonly RandomStudyCommands _commands;

    // All of it in memory: what a state that is loaded piece by piece must agree with.
    private DelphiState _state;
    private int _keys;
    private int _invitations;

    internal RandomStudy(ulong seed)
    {
        _random = new SplitMix64(seed);
        _runner = new(_process, new DelphiFormat(), _store, _clock);
        _commands = new RandomStudyCommands(_random, ProtocolOf(_random));
        _state = _process.Initial;
        Reached.Add(_state.Head.Status);
    }

    internal int Step { get; private set; }

    internal string Last { get; private set; } = "nothing";

    internal HashSet<StudyStatus> Reached { get; } = [];

    internal HashSet<string> Refused { get; } = [];

    internal HashSet<Type> Happened { get; } = [];

    internal async Task PlayAsync(int steps)
    {
        for (Step = 0; Step < steps; Step++)
        {
            if (_random.OneIn(3))
            {
                _clock.Now += _random.OneIn(2) ? Duration.FromHours(_random.Below(60)) : Duration.FromNanoseconds(_random.Below(3));
            }

            await AskAsync(_commands.Next(_state, _clock.Now));
            CheckHead();
            CheckCancel();
            if (Step % 20 == 0)
            {
                await CheckAllAsync();
            }
        }

        await CheckAllAsync();
    }

    private static DelphiProtocol ProtocolOf(SplitMix64 random)
    {
        var isLive = random.OneIn(3);
        return new DelphiProtocol
        {
            Id = "s",
            Description = "texts/s",
            Scale = RatingScale.Of(1, 5),
            MayAbstain = random.OneIn(2),
            Inclusion = random.OneIn(2) ? ["practice"] : [],
            Panels = [Solo.Panel("a", ("x", 3), ("y", 2)), Solo.Panel("b", ("x", 3))],
            Mode = isLive ? RoundMode.RealTime : RoundMode.RoundByRound,
            Criterion = random.Pick<ConsensusCriterion>(
            [
                new MeanAgainstNeutral { Neutral = 3, AtNeutral = random.Pick(Enum.GetValues<AtNeutral>()) },
                new PercentAgreement { Lowest = 4, Highest = 5, AtLeast = new(2, 3), Out = new AnswerRange { Lowest = 1, Highest = 2 } },
                new EveryRole { Criterion = new MeanAgainstNeutral { Neutral = 3, AtNeutral = AtNeutral.Undecided } },
            ]),
            Stability = random.OneIn(2)
                ? new ConcordanceStability { ChangeBelow = new(1, 2) }
                : new ItemsStable { Measure = new UnchangedShare { AtLeast = new(1, 2) }, AtLeast = new(1, 2) },
            Items = new ItemRule
            {
                FromRound = random.Between(1, 2),
                WhenIn = random.Pick(Enum.GetValues<ItemAction>()),
                WhenOut = random.Pick(Enum.GetValues<ItemAction>()),
                WhenNone = ItemAction.AskAgain,
                WhenTooFew = ItemAction.AskAgain,
            },
            Stop = new StopRule
            {
                MinRounds = 2,
                MaxRounds = random.Between(2, 5),
                Scope = random.Pick(Enum.GetValues<StopScope>()),
                When = random.Pick(Enum.GetValues<StopWhen>()),
                ConsensusShare = new(1, random.Between(1, 2)),
            },
            Feedback = new FeedbackPlan
            {
                Group = random.Pick(Enum.GetValues<FeedbackGroup>()),
                SmallestCell = 3,
                Quartiles = QuantileRule.Linear,
                RefreshEvery = isLive ? Duration.FromHours(9) : null,
            },
            Missing = random.Pick(Enum.GetValues<MissingAnswers>()),
            Reminders = random.OneIn(2) ? [Duration.FromDays(2), Duration.FromHours(20)] : [],
        };
    }

    private async Task AskAsync(DelphiCommand command)
    {
        Last = $"{command}";
        command = command with { Key = _random.OneIn(4) ? $"key-{++_keys}" : null };
        var decision = _process.Decide(_state, command, _clock.Now);
        var execution = await _runner.ExecuteAsync("s", command);
        Assert.Equal(decision.Refusals.AsEnumerable(), execution.Refusals);
        Assert.Equal(decision.Events.AsEnumerable(), execution.Events);
        if (!decision.IsAccepted)
        {
            Assert.Same(_state, decision.State);
            Refused.UnionWith(decision.Refusals.Select(refusal => refusal.Code));
            return;
        }

        // The decision's own state, and the one that is folded from stored events.
        var format = new DelphiFormat();
        foreach (var happened in format.ReadEvents(format.WriteEvents(decision.Events)))
        {
            var before = _state.Head.Status;
            _state = _process.Evolve(_state, happened);
            var after = _state.Head.Status;
            Assert.True(before == after || StudyStatuses.Table.Leads(before, after), $"{before} to {after}");
            Reached.Add(after);
            Happened.Add(happened.GetType());
            _invitations += happened is ExpertInvited ? 1 : 0;
        }

        Whole.AssertSame(decision.State, _state);
        if (command.Key is not null)
        {
            var again = await _runner.ExecuteAsync("s", command);
            Assert.True(again.IsAccepted && (again.IsRepeat || execution.Events.IsEmpty), string.Join("; ", again.Refusals));
        }
    }

    private void CheckHead()
    {
        var (head, items, experts) = (_state.Head, _state.Items.All.Select(item => item.Value).ToList(), _state.Experts.All.Select(expert => expert.Value).ToList());
        Assert.Equal((items.Count, items.Count(item => item.Status is ItemStatus.Open), _invitations), (head.Items, head.OpenItems, head.Invited));
        Assert.All(items, item => Assert.Equal(item.Status is ItemStatus.Open, item.Fate is null));
        var taken = experts.SelectMany(expert => expert.Seats.Select(seat => (seat.Panel, seat.Role, expert.Status))).ToList();
        Assert.All(head.Seats, seat => Assert.Equal(
            (taken.Count(one => one == (seat.Panel, seat.Role, ExpertStatus.Invited)), taken.Count(one => one == (seat.Panel, seat.Role, ExpertStatus.Joined))), (seat.Invited, seat.Joined)));
        Assert.All(taken, seat => Assert.Contains(head.Seats, one => (one.Panel, one.Role) == (seat.Panel, seat.Role)));
        Assert.All(head.Seats, seat => Assert.InRange(seat.Invited + seat.Joined, 0, _state.Protocol.FindPanel(seat.Panel)!.Roles.Single(role => role.Role == seat.Role).Seats));
        Assert.Empty(head.Funnel.Problems());
        Assert.All(_state.Sheets.All, sheet => Assert.Equal(sheet.Value.Answers.Select(answer => answer.Item).Order(StringComparer.Ordinal).Distinct(), sheet.Value.Answers.Select(answer => answer.Item)));
        Assert.All(_state.Sheets.All, sheet => Assert.All(sheet.Value.Answers, answer => Assert.NotNull(_state.Forms[$"{sheet.Value.Round}"].Find(answer.Item))));
    }

    private void CheckCancel()
    {
        var cancel = _process.Decide(_state, new CancelStudy { Reason = "r" }, _clock.Now);
        var isOver = _state.Head.Status is StudyStatus.None or StudyStatus.Concluded or StudyStatus.Cancelled;
        Assert.Equal(!isOver, cancel.IsAccepted);
    }

    private async Task CheckAllAsync()
    {
        if (_state.ProtocolOrNull is not null)
        {
            Whole.AssertSame(_state, await Whole.StoredAsync(_store, "s"));
            Whole.AssertSame(_state, await Whole.ToldAsync(_store, "s"));
        }

        // Whoever works it out again comes to the same, wherever the study stands.
        if (_state.Head.Protocol is not null)
        {
            Assert.Equal("The receipt holds.", StudyReceipt.Verify(StudyReport.Of(_state).Receipt!, _state, []).ToString());
        }
    }
}
