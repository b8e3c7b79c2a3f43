using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Studies;
using NodaTime;

namespace CivicTech.Tests.Consensus.Delphi.Studies;

/// <summary>Commands of all kinds, valid and invalid: mostly such as make sense where the study stands.</summary>
internal sealed class RandomStudyCommands(SplitMix64 random, DelphiProtocol protocol)
{
    private int _made;

    private string Expert => random.OneIn(30) ? random.Pick(["a/b", "", "\u0001"]) : $"e{random.Below(9)}";

    private string ItemId => random.OneIn(30) ? random.Pick(["a/b", "none"]) : $"i{random.Below(_made + 2)}";

    private string Reason => random.OneIn(30) ? "" : "reasons/1";

    internal DelphiCommand Next(DelphiState state, Instant now) => random.Below(12) switch
    {
        0 => Any(state, now),
        1 or 2 => Work(state),
        3 when state.Head.Status is not StudyStatus.None => random.OneIn(2) ? Invite() : new AnswerInvitation { Expert = Expert, Accepts = !random.OneIn(5) },
        _ => state.Head.Status switch
        {
            StudyStatus.None => new PlanStudy { Protocol = protocol },
            StudyStatus.Preparing => Prepare(state, now),
            StudyStatus.Scheduled => random.OneIn(6) ? new UnscheduleRound { Reason = Reason } : Submit(state),
            StudyStatus.Asking => random.Below(12) switch
            {
                0 => Suggest(state),
                1 => new ExtendRound { Closes = Solo.On(now + Duration.FromHours(random.Below(90))), Reason = Reason },
                2 => new LeaveStudy { Expert = Expert },
                _ => Submit(state),
            },
            StudyStatus.Between => Between(state, now),
            _ => Work(state),
        },
    };

    private DelphiCommand Any(DelphiState state, Instant now) => random.Below(16) switch
    {
        0 => new PlanStudy { Protocol = random.OneIn(2) ? protocol : protocol with { Panels = [] } },
        1 => new ConcludeStudy { Reason = Reason },
        2 when random.OneIn(6) => new CancelStudy { Reason = Reason },
        3 => Invite(),
        4 => new AnswerInvitation { Expert = Expert, Accepts = random.OneIn(2) },
        5 => new LeaveStudy { Expert = Expert, Reason = random.OneIn(2) ? null : Reason },
        6 => Suggest(state),
        7 => Decide(state),
        8 => Schedule(now),
        9 => new UnscheduleRound { Reason = Reason },
        10 => new ExtendRound { Closes = Solo.On(now + Duration.FromHours(random.Below(90))), Reason = Reason },
        11 => Submit(state),
        12 => new DropItem { Item = ItemId, Reason = Reason },
        13 => new StartEffect { Effect = "nothing" },
        _ => Prepare(state, now),
    };

    private DelphiCommand Prepare(DelphiState state, Instant now) => random.Below(10) switch
    {
        0 => new RecordFunnelStage { Stage = new FunnelStage { Name = $"stage-{random.Below(4)}", In = 9, Kept = random.Between(5, 9), Removed = [new FunnelRemoval { Reason = "law", Count = random.Between(0, 3) }] } },
        1 or 2 => new RegisterItems { Items = [.. Enumerable.Range(0, random.Below(4)).Select(_ => NewItem())] },
        3 => new ScreenItems { Stage = $"screen-{random.Below(9)}", Removed = [.. Enumerable.Range(0, random.Below(3)).Select(_ => new ItemRemoval { Item = ItemId, Reason = "reasons/law" })] },
        4 or 5 or 6 => Invite(),
        7 or 8 => new AnswerInvitation { Expert = state.Experts.All.FirstOrDefault(expert => expert.Value.Status is ExpertStatus.Invited).Key ?? Expert, Accepts = !random.OneIn(6) },
        _ => Schedule(now),
    };

    private DelphiCommand Between(DelphiState state, Instant now) => random.Below(12) switch
    {
        0 => new AddItem { Item = NewItem(), Reason = Reason },
        1 => new DropItem { Item = ItemId, Reason = Reason },
        2 => new MergeItems { From = [.. Enumerable.Range(0, random.Below(3)).Select(_ => ItemId)], Into = NewItem(), Reason = Reason },
        3 or 4 => Decide(state),
        5 when random.OneIn(8) => new ConcludeStudy { Reason = Reason },
        6 or 7 => Work(state),
        _ => Schedule(now),
    };

    private DelphiCommand Work(DelphiState state) => random.Below(4) switch
    {
        0 when state.Effects.All.Any() => new StartEffect { Effect = random.Pick(state.Effects.All.ToList()).Key },
        1 when state.Effects.All.Any() => new SettleEffect { Effect = random.Pick(state.Effects.All.ToList()).Key },
        _ => new AdvanceStudy(),
    };

    private InviteExpert Invite() => new()
    {
        Expert = Expert,
        Meets = random.OneIn(15) ? [] : ["practice"],
        Seats = random.Below(6) switch
        {
            0 => [Seat("a", "x"), Seat("b", "x")],
            1 => [Seat("a", "y")],
            2 => [Seat("b", "x")],
            3 => [Seat("b", "x"), Seat("a", "y")],
            4 => [Seat("a", "x")],
            _ => random.Pick<ImmutableArray<Seat>>([[], [Seat("z", "x")], [Seat("b", "y")], [Seat("a", "x"), Seat("a", "y")]]),
        },
    };

    private SubmitAnswers Submit(DelphiState state)
    {
        var round = random.OneIn(20) ? random.Below(4) : state.Head.Rounds.Length;
        var form = state.Forms.Find($"{round}");
        var expert = state.Experts.Find($"e{random.Below(9)}");
        ImmutableArray<string> asked = form is null || expert is null || random.OneIn(20) ? [ItemId, ItemId] : [.. form.For(expert).Select(item => item.Id)];
        return new SubmitAnswers
        {
            Expert = expert?.Id ?? Expert,
            Round = round,
            Answers = [.. asked.Where(_ => !random.OneIn(8)).Select(item => Solo.Says(item, random.OneIn(25) ? null : random.OneIn(60) ? 6 : random.Between(2, 5), random.OneIn(9) ? "reasons/a" : null))],
        };
    }

    private MakeSuggestion Suggest(DelphiState state)
    {
        var joined = state.Experts.All.Select(expert => expert.Value).Where(expert => expert.Status is ExpertStatus.Joined).ToList();
        var expert = joined.Count == 0 || random.OneIn(6) ? null : random.Pick(joined);
        var asked = state.Forms.Find($"{state.Head.Rounds.Length}") is { } form && expert is not null ? form.For(expert).Select(item => item.Id).ToList() : [];
        var removes = random.OneIn(2);
        return new MakeSuggestion
        {
            Suggestion = $"s{random.Below(6)}",
            Expert = expert?.Id ?? Expert,
            Remove = !removes ? null : asked.Count == 0 || random.OneIn(6) ? ItemId : random.Pick(asked),
            Text = "texts/s",
            Panels = removes && !random.OneIn(6) ? [] : expert is null || random.OneIn(6) ? random.Pick<ImmutableArray<string>>([[], ["a"], ["b", "a"]]) : [expert.Seats[0].Panel],
        };
    }

    private DecideSuggestion Decide(DelphiState state)
    {
        var open = state.Suggestions.All.Select(suggestion => suggestion.Value).Where(suggestion => suggestion.Accepted is null).ToList();
        var chosen = open.Count == 0 || random.OneIn(5) ? null : random.Pick(open);
        var accept = random.OneIn(2);
        return new DecideSuggestion
        {
            Suggestion = chosen?.Id ?? $"s{random.Below(9)}",
            Accept = accept,
            Item = (accept && chosen is { Remove: null }) != random.OneIn(6) ? $"i{_made++}" : null,
            Reason = Reason,
        };
    }

    private ScheduleRound Schedule(Instant now) =>
        new() { Opens = Solo.On(now + Duration.FromHours(random.Between(-9, 40))), Closes = Solo.On(now + Duration.FromHours(random.Between(0, 150))) };

    private NewItem NewItem() => new()
    {
        Id = random.OneIn(12) ? ItemId : $"i{_made++}",
        Text = "texts/i",
        Panels = random.OneIn(20) ? random.Pick<ImmutableArray<string>>([[], ["z"]]) : random.Pick<ImmutableArray<string>>([["a"], ["b"], ["b", "a"]]),
    };

    private static Seat Seat(string panel, string role) => new() { Panel = panel, Role = role };
}
