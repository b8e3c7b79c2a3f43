using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Plans;
using NodaTime;

namespace CivicTech.Budgeting.Cycles;

/// <summary>What happens to the cycle as a whole because its time has come: the vote begins, the vote is over, the last card is entered.</summary>
internal static class CycleClock
{
    /// <summary>When the head of the cycle is next to be looked at; null when never.</summary>
    internal static Instant? Due(CycleState state) => state.PlanOrNull is null ? null : Step(state.Head, state.Plan)?.Due;

    /// <summary>Everything that was to happen by now, in its order.</summary>
    internal static void CatchUp(CycleTurn turn)
    {
        while (turn.State.PlanOrNull is not null && Step(turn.Head, turn.Plan) is { } step && step.Due <= turn.Now)
        {
            step.Do(turn);
        }
    }

    private static (Instant Due, Action<CycleTurn> Do)? Step(CycleHead head, CyclePlan plan) => head.Status switch
    {
        CycleStatus.BallotFrozen => VoteWindows.First(head.Calendar!, plan) is { } opens ? (opens, turn => turn.Apply(new VotingOpened { At = opens })) : null,
        CycleStatus.Voting => VoteWindows.Last(head.Calendar!, plan) is { } closes
            ? (closes, turn =>
            {
                turn.Apply(new VotingClosed { At = closes });
                BallotDecider.SealWhenReady(turn);
            })
            : null,
        CycleStatus.Sealing => PaperClock.Closes(head) is { } closes ? (closes, turn => PaperClock.Close(turn, closes)) : null,
        _ => null,
    };
}
