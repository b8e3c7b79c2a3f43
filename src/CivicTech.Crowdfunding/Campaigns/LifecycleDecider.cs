using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Receipts;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>Commands about the campaign as a whole.</summary>
internal static class LifecycleDecider
{
    internal static void Draft(CampaignTurn turn, DraftCampaign draft)
    {
        foreach (var problem in PlanCheck.Problems(draft.Plan))
        {
            turn.Refuse(CampaignRefusals.PlanInvalid.With(("field", problem.Field), ("expected", problem.Expected)));
        }

        RequireCurrency(turn, draft.Plan, turn.Now);
        if (!turn.IsRefused)
        {
            turn.Apply(new CampaignDrafted { Plan = draft.Plan });
        }
    }

    internal static void Review(CampaignTurn turn, ReviewCampaign review)
    {
        var isReasoned = review.Verdict == ReviewVerdict.Approved ? References.RequireIfGiven(turn, "reason", review.Reason) : References.Require(turn, "reason", review.Reason);
        if (References.RequireDefined(turn, "verdict", review.Verdict) && isReasoned)
        {
            turn.Apply(new CampaignReviewed { Verdict = review.Verdict, Reason = review.Reason });
        }
    }

    internal static void Launch(CampaignTurn turn)
    {
        var end = turn.Plan.Goal.Rounds[0].End.EndOf(turn.Now, null);
        turn.Require(end is null || end > turn.Now, () => CampaignRefusals.DeadlinePassed.With(("deadline", InstantText.Of(end!.Value)), ("now", InstantText.Of(turn.Now))));
        RequireHold(turn, turn.Now, end);
        RequireCurrency(turn, turn.Plan, end ?? turn.Now);
        if (turn.IsRefused)
        {
            return;
        }

        turn.Apply(new CampaignLaunched { At = turn.Now, Rules = PlanJson.DigestOf(turn.Plan) });
        turn.Apply(new RoundStarted { Round = 0, At = turn.Now, EndsAt = end });
    }

    internal static void AnnounceFinalLap(CampaignTurn turn)
    {
        References.RequireOpen(turn);
        var end = turn.Plan.Goal.Rounds[turn.Head.Round].End;
        turn.Require(end is OpenEnd && turn.Head.FinalLapAt is null, () => CampaignRefusals.NoOpenEnd.With());
        if (!turn.IsRefused)
        {
            // The lap is counted from now; the hard stop, which may have been moved since the start, holds all the same.
            var lap = end.EndOf(turn.Now, turn.Now)!.Value;
            Move(turn, new RoundEndMoved { EndsAt = turn.Head.RoundEndsAt is { } stop ? Instant.Min(stop, lap) : lap, FinalLapAt = turn.Now });
        }
    }

    internal static void Extend(CampaignTurn turn, ExtendDeadline extend)
    {
        References.Require(turn, "reason", extend.Reason);
        References.RequireOpen(turn);
        if (!extend.Deadline.TryToInstant(DateTimeZoneProviders.Tzdb, out var end, out var problem))
        {
            turn.Refuse(CampaignRefusals.PlanInvalid.With(("field", "deadline"), ("expected", problem)));
            return;
        }

        turn.Require(
            turn.Head.RoundEndsAt is { } present && end > present,
            () => CampaignRefusals.NotLater.With(("deadline", InstantText.Of(end)), ("present", turn.Head.RoundEndsAt is { } at ? InstantText.Of(at) : "-")));
        RequireHold(turn, turn.Head.RoundStartedAt!.Value, end);
        RequireCurrency(turn, turn.Plan, end);
        if (!turn.IsRefused)
        {
            Move(turn, new RoundEndMoved { EndsAt = end, Reason = extend.Reason });
        }
    }

    internal static void Suspend(CampaignTurn turn, SuspendCampaign suspend)
    {
        if (References.Require(turn, "reason", suspend.Reason))
        {
            turn.Apply(new CampaignSuspended { Reason = suspend.Reason });
        }
    }

    internal static void Cancel(CampaignTurn turn, CancelCampaign cancel)
    {
        turn.Require(
            turn.Head.Outcome is CampaignOutcome.Open or CampaignOutcome.Succeeded,
            () => CampaignRefusals.AlreadyEnded.With(("outcome", EnumNames.Of(turn.Head.Outcome))));
        var (sent, inTransit, _) = LedgerPosition.Payouts(turn.Head, turn.Plan);
        var missing = sent + inTransit - turn.Head.Repaid;
        References.Require(turn, "reason", cancel.Reason);
        turn.Require(!missing.IsPositive, () => CampaignRefusals.OwnerShort.With(("missing", missing.ToString())));
        if (turn.IsRefused)
        {
            return;
        }

        turn.Apply(new CampaignEnded { Outcome = CampaignOutcome.Cancelled, At = turn.Now, Reason = cancel.Reason });
        turn.Apply(new SweepMoved { Purpose = SweepPurpose.Release });
        turn.Tell(NoticeKind.CampaignCancelled, Audience.Backers, "cancelled", detail: cancel.Reason);
        turn.Post("outcome", "cancelled");
    }

    internal static void Update(CampaignTurn turn, PostUpdate update)
    {
        if (References.Require(turn, "reference", update.Reference))
        {
            turn.Apply(new UpdatePosted { Reference = update.Reference, At = turn.Now });
        }
    }

    internal static void ApproveMilestone(CampaignTurn turn, ApproveMilestone approve)
    {
        References.Require(turn, "evidence", approve.Evidence);
        turn.Require(
            turn.Plan.Payouts.Tranches.Any(tranche => tranche.Milestone == approve.Milestone) && !turn.Head.Milestones.Contains(approve.Milestone),
            () => CampaignRefusals.NoSuchMilestone.With(("milestone", approve.Milestone)));
        if (!turn.IsRefused)
        {
            turn.Apply(new MilestoneApproved { Milestone = approve.Milestone, Evidence = approve.Evidence });
        }
    }

    internal static void Publish(CampaignTurn turn, PublishReport publish)
    {
        if (References.RequireDefined(turn, "report", publish.Report) & References.Require(turn, "reference", publish.Reference))
        {
            turn.Apply(new ReportPublished { Report = publish.Report, Reference = publish.Reference });
            CampaignClock.CatchUp(turn);
        }
    }

    internal static void AddFundraiser(CampaignTurn turn, AddFundraiser add)
    {
        References.Require(turn, "fundraiser", add.Fundraiser);
        References.RequireDefined(turn, "fundraiserKind", add.FundraiserKind);
        References.RequireIfGiven(turn, "parent", add.Parent);
        turn.Require(add.Goal is not { } goal || goal.Currency == turn.Plan.Currency, () => References.OtherCurrency(turn, add.Goal!.Value));
        turn.Require(add.Goal is not { IsPositive: false }, () => CampaignRefusals.NotPositive.With(("amount", add.Goal!.Value.ToString())));
        if (turn.IsRefused)
        {
            return;
        }

        turn.Require(turn.State.Fundraisers.Find(add.Fundraiser) is null, () => CampaignRefusals.FundraiserExists.With(("fundraiser", add.Fundraiser)));
        RequireParent(turn, add);
        if (!turn.IsRefused)
        {
            turn.Apply(new FundraiserAdded { Fundraiser = add.Fundraiser, FundraiserKind = add.FundraiserKind, Parent = add.Parent, Goal = add.Goal });
        }
    }

    private static void RequireParent(CampaignTurn turn, AddFundraiser add)
    {
        if (add.Parent is null)
        {
            return;
        }

        // A person below a team below an organisation: a pledge never shows in more than three.
        var parent = turn.State.Fundraisers.Find(add.Parent);
        if (!turn.Require(parent is not null, () => CampaignRefusals.NoSuchFundraiser.With(("fundraiser", add.Parent)))
            || !turn.Require(
                parent!.Kind > add.FundraiserKind,
                () => CampaignRefusals.WrongParent.With(("kind", EnumNames.Of(add.FundraiserKind)), ("parent", add.Parent), ("parentKind", EnumNames.Of(parent.Kind)))))
        {
            return;
        }

        for (var above = parent; above is not null && add.Goal is { } goal; above = above.Parent is { } next ? turn.State.Fundraisers[next] : null)
        {
            turn.Require((Int128)above.MembersGoal.MinorUnits + goal.MinorUnits <= long.MaxValue, () => CampaignRefusals.TooLarge.With(("amount", goal.ToString())));
        }
    }

    private static void Move(CampaignTurn turn, RoundEndMoved moved)
    {
        turn.Apply(moved);
        var what = moved.FinalLapAt is null ? "extended" : "final-lap";
        turn.Tell(NoticeKind.DeadlineMoved, Audience.Backers, $"{what}/{turn.Head.Round + 1}/{InstantText.Of(moved.EndsAt!.Value)}", detail: InstantText.Of(moved.EndsAt.Value));
        CampaignClock.CatchUp(turn);
    }

    // Amounts are never converted: who pledged kuna cannot pay them once there are none.
    private static void RequireCurrency(CampaignTurn turn, CampaignPlan plan, Instant until) => turn.Require(
        WithdrawnCurrencies.SinceOf(plan.Currency) is not { } since || until <= since,
        () => CampaignRefusals.CurrencyWithdrawn.With(("currency", plan.Currency.Code), ("since", InstantText.Of(WithdrawnCurrencies.SinceOf(plan.Currency)!.Value))));

    private static void RequireHold(CampaignTurn turn, Instant start, Instant? end)
    {
        var plan = turn.Plan.Collection;
        turn.Require(
            plan.Mode != CollectionMode.AuthoriseThenCapture || (end is { } ends && ends - start < plan.AuthorisationWindow),
            () => CampaignRefusals.HoldTooShort.With(("window", plan.AuthorisationWindow.ToString()), ("deadline", end is { } ends ? InstantText.Of(ends) : "-")));
    }
}
