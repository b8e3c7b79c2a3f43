using System.Collections.Immutable;
using System.Globalization;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Consensus.Delphi.Evaluation;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;

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
                Evaluate(turn, round.Number, rules);
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
        var input = Load(turn.State, round.Number);
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
            var name = StudyNames.OfRound(round.Number);
            turn.Apply(new AnswersShown { Board = LiveBoards.Next(turn.State.Boards.Find(name), Load(turn.State, round.Number), round.Shown), At = turn.Now });
        }
    }

    private static void Evaluate(StudyTurn turn, int round, IReadOnlyDictionary<string, IConsensusRule> rules)
    {
        // What is many is asked for last: whatever else is missing then, it is not loaded a second time.
        var items = turn.State.Items.All;
        turn.State.Forms.Foresee(Enumerable.Range(Math.Max(1, round - 1), Math.Min(2, round)).Select(StudyNames.OfRound));
        var before = round > 1 ? Load(turn.State, round - 1) : null;
        if (before is not null && turn.Protocol.Mode is RoundMode.RealTime)
        {
            Carry(turn, before, round);
        }

        var input = Load(turn.State, round);
        var settled = items.Select(item => item.Value).Where(item => item.Status is Items.ItemStatus.Settled).ToList();
        turn.Apply(new RoundEvaluated { Summary = RoundEvaluation.Run(input, before, settled, rules) });
        turn.TellFacilitator(NoticeKind.FindingsReady, $"findings-ready/{StudyNames.OfRound(round)}", round);
        if (turn.State.Summaries[StudyNames.OfRound(round)].IsLast)
        {
            StudyDecider.End(turn, new StudyConcluded { At = turn.Now });
        }
    }

    private static void Carry(StudyTurn turn, RoundAnswers before, int round)
    {
        var answered = Load(turn.State, round).Sheets;
        var closes = turn.Head.Rounds[round - 1].Window.End;
        ImmutableArray<string> silent =
        [
            .. before.Sheets.Keys.Where(expert => !answered.ContainsKey(expert) && turn.State.Experts[expert].TakesPart(closes))
                .Order(StringComparer.Ordinal),
        ];
        if (!silent.IsEmpty)
        {
            turn.Apply(new AnswersCarried { Round = round, Experts = silent });
        }
    }

    /// <summary>All answers of a round.</summary>
    internal static RoundAnswers Load(DelphiState state, int round)
    {
        var experts = state.Experts.All.Select(expert => expert.Value).ToImmutableArray();
        var form = state.Forms[StudyNames.OfRound(round)];

        // One run of documents, however many there are.
        var prefix = StudyNames.OfSheet(round, "");
        var sheets = state.Sheets.After(prefix, int.MaxValue).Select(sheet => sheet.Value).TakeWhile(sheet => sheet.Round == round);
        return new RoundAnswers(
            state.Protocol,
            form,
            state.Head.Rounds[round - 1].Window.End,
            experts,
            sheets.ToDictionary(sheet => sheet.Expert, StringComparer.Ordinal));
    }
}
