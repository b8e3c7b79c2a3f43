using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;

namespace CivicTech.Consensus.Delphi.Studies;

/// <summary>Commands about the study as a whole.</summary>
internal static class StudyDecider
{
    internal static void Plan(StudyTurn turn, PlanStudy plan, IReadOnlyDictionary<string, IConsensusRule> rules)
    {
        foreach (var problem in ProtocolCheck.Problems(plan.Protocol, rules))
        {
            turn.Refuse(StudyRefusals.ProtocolInvalid.With(("field", problem.Field), ("expected", problem.Expected)));
        }

        turn.Require(turn.Head is { Items: 0, Invited: 0 }, () => StudyRefusals.AlreadyBegun.With());
        if (!turn.IsRefused)
        {
            turn.Apply(new StudyPlanned { Protocol = plan.Protocol });
        }
    }

    internal static void Conclude(StudyTurn turn, ConcludeStudy conclude)
    {
        if (turn.RequireText("reason", conclude.Reason))
        {
            End(turn, new StudyConcluded { At = turn.Now, Reason = conclude.Reason });
        }
    }

    internal static void Cancel(StudyTurn turn, CancelStudy cancel)
    {
        if (turn.RequireText("reason", cancel.Reason))
        {
            End(turn, new StudyCancelled { At = turn.Now, Reason = cancel.Reason });
        }
    }

    /// <summary>
    /// The end, when no panel goes on. A panel that has no items left may get new ones: as long as such a suggestion of experts waits for its decision, and another round is allowed, the study waits too.
    /// </summary>
    internal static void EndByRule(StudyTurn turn)
    {
        if (IsOver(turn.State))
        {
            End(turn, new StudyConcluded { At = turn.Now });
        }
    }

    /// <summary>Whether no panel goes on, and none can be asked again.</summary>
    internal static bool IsOver(DelphiState state)
    {
        var round = state.Head.AfterRound;
        return state.Summaries.Find(StudyNames.OfRound(round)) is { IsLast: true }
            && (round >= state.Protocol.Stop.MaxRounds || (RoundClock.FormOf(state, round + 1).Items.IsEmpty && !state.Suggestions.All.Any(suggestion => CanBeAsked(state.Head, suggestion.Value))));
    }

    private static bool CanBeAsked(StudyHead head, Suggestion suggestion) =>
        suggestion is { Accepted: null, Remove: null } && !head.Stopped.Any(stopped => stopped.IsForGood && suggestion.Panels.Contains(stopped.Panel));

    /// <summary>The end, and everybody who took part is told.</summary>
    private static void End(StudyTurn turn, DelphiEvent end)
    {
        turn.Apply(end);
        turn.Tell(NoticeKind.StudyOver, "study-over", [.. turn.State.Experts.All.Where(expert => expert.Value.Status == ExpertStatus.Joined).Select(expert => expert.Key)]);
    }
}
