using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Time;

namespace CivicTech.Consensus.Delphi.Studies;

/// <summary>What events of rounds make of the state.</summary>
internal static class RoundFold
{
    internal static DelphiState Evolve(DelphiState state, DelphiEvent happened) => happened switch
    {
        RoundScheduled scheduled => state with { Head = state.Head.WithRound(scheduled.Round) with { Status = StudyStatus.Scheduled } },
        RoundUnscheduled taken => state with
        {
            Head = state.Head with { Status = taken.Round == 1 ? StudyStatus.Preparing : StudyStatus.Between, Rounds = state.Head.Rounds.RemoveAt(taken.Round - 1) },
        },
        RoundExtended extended => WithRound(state, round => round with
        {
            Closes = extended.Closes,
            Window = new TimeWindow(round.Window.Start, extended.End),
            Extensions = round.Extensions.Add(new RoundExtension { From = round.Window.End, To = extended.End, Reason = extended.Reason }),
        }),
        RoundOpened opened => state with
        {
            Forms = state.Forms.Set(StudyNames.OfRound(opened.Form.Round), opened.Form),
            Head = state.Head with { Status = StudyStatus.Asking, Protocol = opened.Protocol },
        },
        AnswersGiven given => state with { Sheets = state.Sheets.Set(StudyNames.OfSheet(given.Round, given.Expert), Standing(state, given.Round, given.Expert).With(given.Answers, state.Head.Rounds[^1].Shown)) },
        ExpertsReminded reminded => WithRound(state, round => round with { Reminders = reminded.Number }),
        AnswersShown shown => WithRound(
            state with { Boards = state.Boards.Set(StudyNames.OfRound(shown.Board.Round), shown.Board) },
            round => round with { Shown = round.Shown + 1, ShownAt = shown.At }),
        RoundClosed closed => state with { Head = state.Head with { Status = StudyStatus.Evaluating, ClosedAt = closed.At } },
        AnswersCarried carried => carried.Experts.Aggregate(state, (before, expert) => before with { Sheets = before.Sheets.Set(StudyNames.OfSheet(carried.Round, expert), Standing(before, carried.Round, expert)) }),
        RoundEvaluated evaluated => Evaluated(state, evaluated.Summary),
        _ => throw new ArgumentException($"Not an event of a study: {happened.GetType().Name}.", nameof(happened)),
    };

    /// <summary>The answers of an expert in the present round: in real time, before the first change, those of the round before to what is still asked. They are no new ones: what was shown of them stays shown.</summary>
    internal static AnswerSheet Standing(DelphiState state, int round, string expert)
    {
        if (state.Sheets.Find(StudyNames.OfSheet(round, expert)) is { } sheet)
        {
            return sheet;
        }

        var before = state.Protocol.Mode is RoundMode.RealTime && round > 1 ? state.Sheets.Find(StudyNames.OfSheet(round - 1, expert)) : null;
        var form = before is null ? null : state.Forms[StudyNames.OfRound(round)];
        return new AnswerSheet
        {
            Round = round,
            Expert = expert,
            Answers = before is null ? [] : [.. before.Answers.Where(answer => form!.Find(answer.Item) is not null)],
        };
    }

    private static DelphiState Evaluated(DelphiState state, RoundSummary summary)
    {
        foreach (var outcome in summary.Items)
        {
            var fate = ItemFate.Of(outcome.Consensus.Verdict, summary.Round);
            state = outcome.Action switch
            {
                ItemAction.Settle => StudyFold.Gone(state, outcome.Item, ItemStatus.Settled, fate),
                ItemAction.Drop => StudyFold.Gone(state, outcome.Item, ItemStatus.Dropped, fate),
                _ => state,
            };
        }

        var stopped = summary.Panels.Where(panel => panel.Step is not (PanelStep.GoesOn or PanelStep.WaitsForOthers))
            .Select(panel => new StoppedPanel { Panel = panel.Panel, AfterRound = summary.Round, Why = panel.Step });
        return state with
        {
            Summaries = state.Summaries.Set(StudyNames.OfRound(summary.Round), summary),
            Head = state.Head with
            {
                Status = StudyStatus.Between,
                ClosedAt = null,
                Stopped = [.. state.Head.Stopped.Where(before => summary.Panels.All(panel => panel.Panel != before.Panel)), .. stopped],
            },
        };
    }

    private static DelphiState WithRound(DelphiState state, Func<StudyRound, StudyRound> change) => state with { Head = state.Head.WithRound(change(state.Head.Rounds[^1])) };
}
