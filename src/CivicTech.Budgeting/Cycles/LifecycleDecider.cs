using System.Globalization;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Commands about the cycle as a whole.</summary>
internal static class LifecycleDecider
{
    internal static void Plan(CycleTurn turn, PlanCycle plan, RuleRegistry? rules)
    {
        foreach (var problem in PlanCheck.Problems(plan.Plan, rules))
        {
            turn.Refuse(CycleRefusals.PlanInvalid.With(("field", problem.Field), ("expected", problem.Expected)));
        }

        if (!turn.IsRefused)
        {
            turn.Apply(new CyclePlanned { Plan = plan.Plan });
        }
    }

    internal static void Publish(CycleTurn turn) => turn.Apply(new PlanPublished { At = turn.Now, Rules = PlanDigest.Of(turn.Plan) });

    internal static void Extend(CycleTurn turn, ExtendStage extend)
    {
        turn.RequireText("reason", extend.Reason);
        var place = Place(turn, extend);
        if (!turn.Require(place >= 0, () => CycleRefusals.NoSuchStage.With(("stage", extend.Stage), ("area", extend.Area ?? "-"))))
        {
            return;
        }

        if (!extend.Ends.TryToInstant(DateTimeZoneProviders.Tzdb, out var end, out var problem))
        {
            turn.Refuse(CycleRefusals.PlanInvalid.With(("field", "ends"), ("expected", problem)));
            return;
        }

        var stage = turn.Calendar.Stages[place];
        var present = stage.Ends.ToInstant();
        turn.Require(end > present, () => CycleRefusals.NotLater.With(("ends", InstantText.Of(end)), ("present", InstantText.Of(present))));

        // What is over stays over: a vote that was sealed, a deadline on which people relied.
        turn.Require(turn.Now < present, () => CycleRefusals.StageOver.With(("stage", extend.Stage), ("ended", InstantText.Of(present))));
        var extended = turn.Calendar with { Stages = turn.Calendar.Stages.SetItem(place, stage with { Ends = extend.Ends }) };
        foreach (var wrong in PlanCheck.Problems(turn.Plan, extended))
        {
            turn.Refuse(CycleRefusals.PlanInvalid.With(("field", wrong.Field), ("expected", wrong.Expected)));
        }

        if (turn.IsRefused)
        {
            return;
        }

        var before = turn.Calendar;
        turn.Apply(new StageExtended { Stage = place, Ends = extend.Ends, Reason = extend.Reason });
        turn.Tell(NoticeKind.StageLonger, Audience.Public, $"extended/{place.ToString(CultureInfo.InvariantCulture)}/{InstantText.Of(end)}", subject: extend.Stage, detail: InstantText.Of(end));
        BallotDecider.FollowCalendar(turn, before, extend.Reason);
    }

    internal static void Cancel(CycleTurn turn, CancelCycle cancel)
    {
        if (turn.RequireText("reason", cancel.Reason))
        {
            // What waits for a day to be told has nothing to tell any more.
            foreach (var (key, _) in turn.State.Effects.All.Where(effect => effect.Value is { Tries: 0, Effect: NoticeEffect } && effect.Value.Due > turn.Now).ToList())
            {
                turn.Apply(new EffectSettled { Effect = key, Refused = "cancelled" });
            }

            turn.Apply(new CycleCancelled { At = turn.Now, Reason = cancel.Reason });
            turn.Tell(NoticeKind.CycleOff, Audience.Public, "cancelled", detail: cancel.Reason);
            BallotDecider.SealCancelled(turn);
        }
    }

    internal static void Complete(CycleTurn turn)
    {
        if (RealisationDecider.RequireSettled(turn))
        {
            turn.Apply(new CycleCompleted { At = turn.Now });
        }
    }

    private static int Place(CycleTurn turn, ExtendStage extend)
    {
        for (var i = 0; i < turn.Calendar.Stages.Length; i++)
        {
            var stage = turn.Calendar.Stages[i];
            if (stage.Name == extend.Stage && (extend.Area is null ? stage.Areas.IsEmpty : stage.Areas.Contains(extend.Area)))
            {
                return i;
            }
        }

        return -1;
    }
}
