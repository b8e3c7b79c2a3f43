using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Time;

namespace CivicTech.Consensus.Delphi.Studies;

/// <summary>Answers of experts.</summary>
internal static class AnswerDecider
{
    internal static void Submit(StudyTurn turn, SubmitAnswers submit)
    {
        if (!RequireRound(turn, submit.Round) || !turn.RequireId("expert", submit.Expert))
        {
            return;
        }

        if (turn.State.Experts.Find(submit.Expert) is not { } expert)
        {
            turn.Refuse(StudyRefusals.NoSuchExpert.With(("expert", submit.Expert)));
            return;
        }

        turn.Require(expert.Status == ExpertStatus.Joined, () => StudyRefusals.NotJoined.With(("expert", expert.Id), ("status", EnumNames.Of(expert.Status))));
        turn.Require(!submit.Answers.IsEmpty, () => StudyRefusals.NoAnswers.With());
        var form = turn.State.Forms[StudyNames.OfRound(submit.Round)];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var answer in submit.Answers)
        {
            if (turn.RequireText("answers.item", answer.Item)
                && turn.Require(seen.Add(answer.Item), () => StudyRefusals.NamedTwice.With(("item", answer.Item))))
            {
                RequireAnswer(turn, expert, form, answer);
            }
        }

        if (turn.IsRefused)
        {
            return;
        }

        var standing = RoundFold.Standing(turn.State, submit.Round, expert.Id);
        ImmutableArray<Answer> changed =
        [
            .. submit.Answers.Where(answer => standing.Find(answer.Item) is not { } before || before.Value != answer.Value || before.Reason != answer.Reason)
                .OrderBy(answer => answer.Item, StringComparer.Ordinal),
        ];
        if (!changed.IsEmpty)
        {
            turn.Apply(new AnswersGiven { Round = submit.Round, Expert = expert.Id, Answers = changed });
        }
    }

    private static bool RequireRound(StudyTurn turn, int round)
    {
        var number = StudyNames.OfRound(round);
        if (turn.Head.Status == StudyStatus.Asking && turn.Head.Round == round)
        {
            return true;
        }

        var known = round >= 1 && round <= turn.Head.Rounds.Length ? turn.Head.Rounds[round - 1] : null;
        turn.Refuse(known switch
        {
            null => StudyRefusals.NoSuchRound.With(("round", number)),
            _ when turn.Head.Status == StudyStatus.Scheduled && turn.Head.Round == round => StudyRefusals.RoundNotOpen.With(("round", number), ("opens", InstantText.Of(known.Window.Start))),
            _ when turn.Head.Status == StudyStatus.Cancelled => StudyRefusals.WrongStatus.With(("status", EnumNames.Of(turn.Head.Status)), ("command", "submit-answers")),
            _ => StudyRefusals.RoundOver.With(("round", number), ("closed", InstantText.Of(known.Window.End))),
        });
        return false;
    }

    private static void RequireAnswer(StudyTurn turn, Expert expert, RoundForm form, Answer answer)
    {
        turn.RequireTextOrNone("answers.reason", answer.Reason);
        if (form.Find(answer.Item) is not { } asked)
        {
            turn.Refuse(StudyRefusals.NotAsked.With(("item", answer.Item), ("round", StudyNames.OfRound(form.Round))));
            return;
        }

        turn.Require(expert.SitsOn(asked.Panels), () => StudyRefusals.NotOnPanel.With(("item", answer.Item), ("panels", string.Join(", ", asked.Panels))));
        if (answer.Value is { } value)
        {
            turn.Require(turn.Protocol.Scale.Contains(value), () => StudyRefusals.OffScale.With(("item", answer.Item), ("value", RatingScale.Text(value)), ("scale", turn.Protocol.Scale.ToString())));
        }
        else
        {
            turn.Require(turn.Protocol.MayAbstain, () => StudyRefusals.MayNotAbstain.With(("item", answer.Item)));
        }
    }
}
