using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Processes;
using NodaTime;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>What happens to the campaign as a whole because its time has come, or because its goal is met: rounds end, grace ends, the outcome is decided.</summary>
internal static class CampaignClock
{
    /// <summary>When the head of the campaign is next to be looked at; null when never.</summary>
    internal static Instant? Due(CampaignState state) => state.PlanOrNull is not { } plan ? null : Step(state.Head, plan)?.Due;

    /// <summary>Everything that was to happen by now, in its order.</summary>
    internal static void CatchUp(CampaignTurn turn)
    {
        while (turn.State.PlanOrNull is { } plan && Step(turn.Head, plan) is { } step && step.Due <= turn.Now && step.Do is { } action)
        {
            action(turn);
        }
    }

    // The next step; without an action when it goes through pledges, which is done page by page.
    private static CampaignStep? Step(CampaignHead head, CampaignPlan plan)
    {
        if (head.Sweep is not null)
        {
            return CampaignStep.AtOnce(null);
        }

        return head.Stage switch
        {
            CampaignStage.Live or CampaignStage.Suspended => CampaignStep.Earliest(Running(head, plan), CampaignFollowUp.Step(head, plan)),
            CampaignStage.Closing => CampaignStep.Earliest(Waiting(head, plan), CampaignFollowUp.Step(head, plan)),
            CampaignStage.Settling or CampaignStage.Delivering or CampaignStage.Completed => CampaignFollowUp.Step(head, plan),
            _ => null,
        };
    }

    private static CampaignStep? Running(CampaignHead head, CampaignPlan plan)
    {
        if (plan.Goal.Judge(head.Round, head.Totals, ended: false, graceLeft: false).Outcome != RoundOutcome.Continue)
        {
            return CampaignStep.AtOnce(turn => Judge(turn, turn.Now, ended: false, graceLeft: false));
        }

        return head.RoundEndsAt is { } end ? new(end, turn => Judge(turn, end, ended: true, graceLeft: plan.Collection.GraceDays > 0)) : null;
    }

    private static CampaignStep Waiting(CampaignHead head, CampaignPlan plan) =>
        plan.Goal.Judge(head.Round, head.Totals, ended: true, graceLeft: true).Outcome != RoundOutcome.WaitForPending
            ? CampaignStep.AtOnce(turn => Judge(turn, turn.Now, ended: true, graceLeft: true))
            : new(head.ClosesAt!.Value, turn => Judge(turn, turn.Head.ClosesAt!.Value, ended: true, graceLeft: false));

    private static void Judge(CampaignTurn turn, Instant at, bool ended, bool graceLeft)
    {
        var verdict = turn.Plan.Goal.Judge(turn.Head.Round, turn.Head.Totals, ended, graceLeft);
        if (verdict.Outcome == RoundOutcome.WaitForPending)
        {
            turn.Apply(new ClosingStarted { At = at, Until = turn.Plan.Collection.WorkingDays.After(at, turn.Plan.Collection.GraceDays) });
            return;
        }

        turn.Apply(new RoundJudged { Verdict = verdict, At = at });
        switch (verdict.Outcome)
        {
            case RoundOutcome.PassToNext:
                PassToNext(turn, verdict, at);
                break;
            case RoundOutcome.Succeed:
                turn.Apply(new CampaignEnded { Outcome = CampaignOutcome.Succeeded, At = at });
                turn.Apply(new SweepMoved { Purpose = SweepPurpose.Collect });
                turn.Tell(NoticeKind.CampaignSucceeded, Audience.Backers, "succeeded");
                break;
            default:
                turn.Apply(new CampaignEnded { Outcome = CampaignOutcome.Failed, At = at });
                turn.Apply(new SweepMoved { Purpose = SweepPurpose.Release });
                turn.Tell(NoticeKind.CampaignFailed, Audience.Backers, "failed");
                break;
        }

        turn.Post("outcome", EnumNames.Of(verdict.Outcome));
    }

    private static void PassToNext(CampaignTurn turn, RoundVerdict verdict, Instant at)
    {
        var round = verdict.Round + 1;
        if (turn.Head.Stage == CampaignStage.Closing)
        {
            turn.Apply(new StageReached { Stage = turn.Head.WasSuspended ? CampaignStage.Suspended : CampaignStage.Live, At = at });
        }

        turn.Apply(new RoundStarted { Round = round, At = at, EndsAt = turn.Plan.Goal.Rounds[round].End.EndOf(at, null) });
        turn.Apply(new SweepMoved { Purpose = SweepPurpose.Collect });
        turn.Tell(NoticeKind.RoundPassed, Audience.Backers, $"round-{verdict.Round + 1}-passed");
    }
}
