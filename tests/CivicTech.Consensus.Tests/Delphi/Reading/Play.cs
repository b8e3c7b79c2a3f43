using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Tests.Consensus.Delphi.Reading;

/// <summary>A study played in memory: every command must be accepted.</summary>
internal sealed class Play
{
    private readonly DelphiProcess _process = new();

    internal Play(DelphiProtocol protocol)
    {
        State = _process.Initial;
        Do(new PlanStudy { Protocol = protocol });
    }

    internal DelphiState State { get; private set; }

    internal List<DelphiEvent> Events { get; } = [];

    internal Instant Now { get; set; } = Instant.FromUtc(2027, 1, 4, 8, 0);

    internal void Do(DelphiCommand command)
    {
        var decision = _process.Decide(State, command, Now);
        Assert.True(decision.IsAccepted, string.Join('\n', decision.Refusals));
        Events.AddRange(decision.Events);
        State = decision.State;
    }

    internal void Join(string expert, params (string Panel, string Role)[] seats)
    {
        Do(new InviteExpert { Expert = expert, Seats = [.. seats.Select(seat => new Seat { Panel = seat.Panel, Role = seat.Role })] });
        Do(new AnswerInvitation { Expert = expert, Accepts = true });
    }

    internal void Register(params (string Id, string[] Panels)[] items) =>
        Do(new RegisterItems { Items = [.. items.Select(item => new NewItem { Id = item.Id, Text = $"texts/{item.Id}", Panels = [.. item.Panels] })] });

    /// <summary>Opens the next round, for a day.</summary>
    internal void Open()
    {
        Now += Duration.FromMinutes(1);
        Do(new ScheduleRound { Opens = At(Now), Closes = At(Now + Duration.FromDays(1)) });
        Assert.Equal(StudyStatus.Asking, State.Head.Status);
    }

    internal void Answer(string expert, params (string Item, int? Value)[] answers) => Do(new SubmitAnswers
    {
        Expert = expert,
        Round = State.Head.Rounds.Length,
        Answers = [.. answers.Select(answer => new Answer { Item = answer.Item, Value = answer.Value })],
    });

    /// <summary>Closes the open round and works out what it found.</summary>
    internal void Close()
    {
        Now = State.Head.Rounds[^1].Window.End;
        Do(new AdvanceStudy());
        Assert.True(State.Head.Status is StudyStatus.Between or StudyStatus.Concluded);
    }

    internal ImmutableArray<FormItem> AskedOf(string expert)
    {
        var form = State.Forms[State.Head.Rounds.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        return [.. form.For(State.Experts[expert])];
    }

    private static Deadline At(Instant instant) => new(instant.InUtc().LocalDateTime, "UTC");
}
