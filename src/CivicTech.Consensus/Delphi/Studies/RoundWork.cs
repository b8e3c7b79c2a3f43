using System.Collections.Immutable;
using System.Globalization;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Consensus.Delphi.Evaluation;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using NodaTime;

namespace CivicTech.Consensus.Delphi.Studies;

/// <summary>Due work that looks at all answers of a round: reminders, what is shown in real time, and what the round found.</summary>
internal static class RoundWork
{
    internal static void Advance(StudyTurn turn, IReadOnlyDictionary<string, IConsensusRule> rules)
    {
        switch (turn.Head)
        {
            case { Status: StudyStatus.Asking, Rounds: [.., var round] }:
                Remind(turn, round);
                Show(turn, turn.Head.Rounds[^1]);
                break;
            case { Status: StudyStatus.Evaluating, Rounds: [.., var round] }:
                Evaluate(turn, round, rules);
                break;
            default:
                break;
        }
    }

    private static void Remind(StudyTurn turn, StudyRound round)
    {
        if (RoundClock.NextReminder(turn.Protocol, round) is not { } due || due > turn.Now)
        {
            return;
        }

        // Of several reminders whose time has come, the last one is sent.
        var number = turn.Protocol.Reminders.Count(before => round.Window.End - before <= turn.Now);
        turn.Apply(new ExpertsReminded { Round = round.Number, Number = number });
        var input = Standing(turn.State, round.Number);
        ImmutableArray<string> slow = [.. input.Asked.Where(expert => expert.Status is ExpertStatus.Joined && !input.IsComplete(expert)).Select(expert => expert.Id)];
        if (!slow.IsEmpty)
        {
            turn.Tell(NoticeKind.Reminder, string.Create(CultureInfo.InvariantCulture, $"reminder/{round.Number}/{number}"), slow, round.Number);
        }
    }

    private static void Show(StudyTurn turn, StudyRound round)
    {
        if (RoundClock.NextShowing(turn.Protocol, round) is { } due && due <= turn.Now)
        {
            Show(turn, round, Standing(turn.State, round.Number), turn.Now);
        }
    }

    // From round to round too: what was last shown stands until enough people have changed their answers.
    private static void Show(StudyTurn turn, StudyRound round, RoundAnswers standing, Instant at)
    {
        var last = turn.State.Boards.Find(StudyNames.OfRound(round.Number)) ?? (round.Number > 1 ? turn.State.Boards.Find(StudyNames.OfRound(round.Number - 1)) : null);
        turn.Apply(new AnswersShown { Board = LiveBoards.Next(last, standing, round.Shown), At = at });
    }

    private static void Evaluate(StudyTurn turn, StudyRound round, IReadOnlyDictionary<string, IConsensusRule> rules)
    {
        // What is many is asked for last: whatever else is missing then, it is not loaded a second time.
        var items = turn.State.Items.All;
        turn.State.Forms.Foresee(NamesOf(round.Number));
        ForeseeBoards(turn.State, round.Number);
        ForeseeSheets(turn.State, round.Number);
        var isLive = turn.Protocol.Mode is RoundMode.RealTime;
        var before = round.Number > 1 ? Load(turn.State, round.Number - 1) : null;
        if (isLive && Silent(turn.State, round.Number) is { IsEmpty: false } silent)
        {
            turn.Apply(new AnswersCarried { Round = round.Number, Experts = silent });
        }

        var input = Load(turn.State, round.Number);
        if (isLive)
        {
            Show(turn, round, input, round.Window.End);
        }

        turn.Apply(new RoundEvaluated { Summary = RoundEvaluation.Run(input, before, [.. items.Select(item => item.Value)], rules) });
        turn.TellFacilitator(NoticeKind.FindingsReady, $"findings-ready/{StudyNames.OfRound(round.Number)}", round.Number);
        StudyDecider.EndByRule(turn);
    }

    /// <summary>All answers of a round.</summary>
    internal static RoundAnswers Load(DelphiState state, int round) => Laid(state, round, SheetsOf(state, round));

    // As they stand while a round is open: in real time with those of people who said nothing in it yet.
    private static RoundAnswers Standing(DelphiState state, int round)
    {
        ForeseeBoards(state, round);
        return Laid(state, round, Silent(state, round).Select(expert => RoundFold.Standing(state, round, expert)).Concat(SheetsOf(state, round)));
    }

    // In real time those who gave no answer in a round stand by that of the round before, as long as they take part and are asked.
    private static ImmutableArray<string> Silent(DelphiState state, int round)
    {
        if (state.Protocol.Mode is not RoundMode.RealTime || round == 1)
        {
            return [];
        }

        var closes = state.Head.Rounds[round - 1].Window.End;
        var form = state.Forms[StudyNames.OfRound(round)];
        ForeseeSheets(state, round);
        var asked = state.Experts.All.Select(expert => expert.Value).Where(expert => expert.TakesPart(closes) && expert.SitsOn(form.Panels)).Select(expert => expert.Id);
        var silent = SheetsOf(state, round - 1).Select(sheet => sheet.Expert).ToHashSet(StringComparer.Ordinal);
        silent.ExceptWith(SheetsOf(state, round).Select(sheet => sheet.Expert));
        return [.. asked.Where(silent.Contains)];
    }

    // Asked for when they are needed: after all that is few.
    private static IEnumerable<AnswerSheet> SheetsOf(DelphiState state, int round)
    {
        foreach (var (_, sheet) in Run(state, round, 1).TakeWhile(sheet => sheet.Value.Round == round))
        {
            yield return sheet;
        }
    }

    // Those of a round and the one before: they lie side by side, but for those of round 9 and 10 and the like.
    private static void ForeseeSheets(DelphiState state, int round) => Run(state, Math.Max(1, round - 1), Math.Min(2, round));

    // One run of documents, however many there are, but no more than one a person and round: by their names those of round 2 come after those of round 10.
    private static ImmutableArray<KeyValuePair<string, AnswerSheet>> Run(DelphiState state, int round, int rounds) =>
        state.Sheets.After(StudyNames.OfSheet(round, ""), rounds * Math.Max(1, state.Experts.All.Count(expert => expert.Value.JoinedAt is not null)));

    private static RoundAnswers Laid(DelphiState state, int round, IEnumerable<AnswerSheet> sheets) => new(
        state.Protocol,
        state.Forms[StudyNames.OfRound(round)],
        state.Head.Rounds[round - 1].Window.End,
        [.. state.Experts.All.Select(expert => expert.Value)],
        sheets.ToDictionary(sheet => sheet.Expert, StringComparer.Ordinal));

    private static void ForeseeBoards(DelphiState state, int round)
    {
        if (state.Protocol.Mode is RoundMode.RealTime)
        {
            state.Boards.Foresee(NamesOf(round));
        }
    }

    // Of a round and the one before.
    private static IEnumerable<string> NamesOf(int round) => Enumerable.Range(Math.Max(1, round - 1), Math.Min(2, round)).Select(StudyNames.OfRound);
}
