using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Stability;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Processes;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Tests.Consensus.Delphi.Studies;

/// <summary>A study by its decider alone: no storage, no clock but the test's own, to the nanosecond.</summary>
internal sealed class Solo(DelphiProtocol? protocol = null, params IEnumerable<IConsensusRule> rules)
{
    internal static readonly Instant Start = Instant.FromUtc(2027, 3, 1, 8, 0);
    internal static readonly Duration Day = Duration.FromDays(1);

    private readonly DelphiProcess _process = new(rules);
    private readonly List<DelphiEvent> _happened = [];

    internal static PanelPlan A { get; } = Panel("a", ("x", 2), ("y", 2));

    internal static PanelPlan B { get; } = Panel("b", ("x", 2));

    internal DelphiProtocol Protocol { get; } = protocol ?? TwoPanels();

    internal Instant Now { get; private set; } = Start;

    internal DelphiState State { get; private set; } = new DelphiProcess().Initial;

    internal StudyHead Head => State.Head;

    /// <summary>All that happened, in order.</summary>
    internal IReadOnlyList<DelphiEvent> Happened => _happened;

    internal Instant Closes => Head.Rounds[^1].Window.End;

    internal static PanelPlan Panel(string id, params (string Role, int Seats)[] roles) =>
        new() { Id = id, Roles = [.. roles.Select(role => new RoleQuota { Role = role.Role, Seats = role.Seats })] };

    internal static DelphiProtocol TwoPanels() => DelphiPresets.Isfahan("s", "texts/s", A, B) with { Inclusion = ["practice"] };

    /// <summary>Nobody ever agrees or is stable, nothing is dropped: rounds go on to the last.</summary>
    internal static DelphiProtocol Endless(params ImmutableArray<PanelPlan> panels) => DelphiPresets.Isfahan("s", "texts/s", panels) with
    {
        MayAbstain = true,
        Criterion = new AnswersAtLeast { Fewest = 1000, Criterion = new MeanAgainstNeutral { Neutral = 3, AtNeutral = AtNeutral.Keep } },
        Stability = new ItemsStable { Measure = new UnchangedShare { AtLeast = 1 }, AtLeast = 1 },
        Stop = new StopRule { MinRounds = 1, MaxRounds = 9, Scope = StopScope.AllPanels, When = StopWhen.Never, ConsensusShare = 1 },
    };

    internal static Deadline On(Instant instant) => new(instant.InUtc().LocalDateTime, "UTC");

    internal static NewItem Item(string id, params string[] panels) => new() { Id = id, Text = $"texts/{id}", Panels = [.. panels] };

    internal static Answer Says(string item, int? value, string? reason = null) => new() { Item = item, Value = value, Reason = reason };

    internal static SubmitAnswers Submit(string expert, int round, params (string Item, int? Value)[] answers) =>
        new() { Expert = expert, Round = round, Answers = [.. answers.Select(answer => Says(answer.Item, answer.Value))] };

    /// <summary>Three people on four seats: e1 sits on both panels, a is half full, b full. Two items of a, one of b, one of both.</summary>
    internal static Solo Ready(DelphiProtocol? protocol = null)
    {
        var solo = new Solo(protocol).Planned().Joined("e1", ("a", "x"), ("b", "x")).Joined("e2", ("a", "y")).Joined("e3", ("b", "x"));
        solo.Do(new RegisterItems { Items = [Item("i1", "a"), Item("i2", "a"), Item("joint", "a", "b"), Item("k", "b")] });
        return solo;
    }

    /// <summary>Without deciding anything.</summary>
    internal Solo At(Instant now)
    {
        Now = now;
        return this;
    }

    internal Decision<DelphiState, DelphiEvent> Ask(DelphiCommand command) => _process.Decide(State, command, Now);

    /// <summary>Asks, and expects a yes; what happened folds to the state that was decided.</summary>
    internal ImmutableArray<DelphiEvent> Do(DelphiCommand command)
    {
        var decision = Ask(command);
        Assert.True(decision.IsAccepted, $"{command.Name}: {string.Join("; ", decision.Refusals)}");
        State = decision.Events.Aggregate(State, _process.Evolve);
        Whole.AssertSame(decision.State, State);
        _happened.AddRange(decision.Events);
        return decision.Events;
    }

    /// <summary>Asks, and expects a no: its reasons. Nothing changes.</summary>
    internal ImmutableArray<Refusal> Refused(DelphiCommand command)
    {
        var decision = Ask(command);
        Assert.False(decision.IsAccepted, $"{command.Name} was accepted.");
        Assert.Empty(decision.Events);
        Assert.Same(State, decision.State);
        return decision.Refusals;
    }

    internal string RefusedWith(DelphiCommand command) => string.Join(' ', Refused(command).Select(refusal => refusal.Code));

    internal Solo Planned()
    {
        Do(new PlanStudy { Protocol = Protocol });
        return this;
    }

    internal Solo Invited(string expert, params (string Panel, string Role)[] seats)
    {
        Do(Invite(expert, seats));
        return this;
    }

    internal InviteExpert Invite(string expert, params (string Panel, string Role)[] seats) =>
        new() { Expert = expert, Seats = [.. seats.Select(seat => new Seat { Panel = seat.Panel, Role = seat.Role })], Meets = Protocol.Inclusion };

    internal Solo Joined(string expert, params (string Panel, string Role)[] seats)
    {
        Invited(expert, seats).Do(new AnswerInvitation { Expert = expert, Accepts = true });
        return this;
    }

    /// <summary>A nanosecond later a round opens, for some days.</summary>
    internal Solo Opened(int days = 10)
    {
        Now += Duration.FromNanoseconds(1);
        Do(new ScheduleRound { Opens = On(Now), Closes = On(Now + (days * Day)) });
        Assert.Equal(StudyStatus.Asking, Head.Status);
        return this;
    }

    internal Solo Said(string expert, params (string Item, int? Value)[] answers)
    {
        Do(Submit(expert, Head.Rounds.Length, answers));
        return this;
    }

    /// <summary>The round closes and is evaluated.</summary>
    internal RoundSummary Close()
    {
        var round = Head.Rounds.Length;
        Now = Instant.Max(Now, Closes);
        Do(new AdvanceStudy());
        return State.Summaries[$"{round}"];
    }
}
