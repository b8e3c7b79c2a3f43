using System.Collections.Immutable;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>Commands of backers about their pledges.</summary>
internal static class PledgeDecider
{
    internal static void Make(CampaignTurn turn, MakePledge make)
    {
        var plan = turn.Plan;
        References.RequireOpen(turn);
        var isNamed = turn.Require(PaymentKey.IsId(make.Pledge), () => CampaignRefusals.BadId.With(("field", "pledge"), ("most", $"{PaymentKey.MaxIdLength}")));
        var isSomebody = References.Require(turn, "backer", make.Backer);
        References.RequireIfGiven(turn, "evidence", make.Evidence);
        References.RequireIfGiven(turn, "method", make.Method);
        turn.Require(plan.Visibility != Visibility.Private || make.IsInvited, () => CampaignRefusals.NotInvited.With());
        turn.Require(plan.Pledges.AllowsAnonymous || !make.IsAnonymous, () => CampaignRefusals.NotAnonymous.With());
        RequireWay(turn, make);
        var isPriced = References.RequireAmount(turn, make.Amount) & RequireTip(turn, make.Tip);
        if (isPriced && isSomebody)
        {
            RequireRoom(turn, make.Backer, make.Amount, make.Amount, make.Tip ?? turn.State.Zero);
        }

        if (isNamed)
        {
            turn.Require(turn.State.Pledges.Find(make.Pledge) is null, () => CampaignRefusals.PledgeExists.With(("pledge", make.Pledge)));
        }

        if (make.Via is { } via && References.Require(turn, "via", via))
        {
            turn.Require(turn.State.Fundraisers.Find(via) is not null, () => CampaignRefusals.NoSuchFundraiser.With(("fundraiser", via)));
        }

        if (!turn.IsRefused)
        {
            Commit(turn, make);
        }
    }

    internal static void Change(CampaignTurn turn, ChangePledge change)
    {
        References.RequireOpen(turn);
        if (!References.RequireAmount(turn, change.Amount) || RequireChangeable(turn, change.Pledge) is not { } pledge || turn.IsRefused || change.Amount == pledge.Amount)
        {
            return;
        }

        if (change.Amount > pledge.Amount)
        {
            RequireRoom(turn, pledge.Backer, change.Amount, change.Amount - pledge.Amount, turn.State.Zero);
        }
        else
        {
            RequireMinimum(turn, change.Amount);
            RequireDroppable(turn);
            RequireMayDrop(turn, new PledgeChanged { Pledge = pledge.Id, Amount = change.Amount, CoveredFees = CoveredFees(turn, change.Amount) });
        }

        if (!turn.IsRefused)
        {
            turn.Apply(new PledgeChanged { Pledge = pledge.Id, Amount = change.Amount, CoveredFees = CoveredFees(turn, change.Amount) });
            CampaignClock.CatchUp(turn);
        }
    }

    internal static void Cancel(CampaignTurn turn, CancelPledge cancel)
    {
        References.RequireOpen(turn);
        RequireDroppable(turn);
        if (RequireChangeable(turn, cancel.Pledge) is not { } pledge || turn.IsRefused)
        {
            return;
        }

        var stood = new PledgeStood { Pledge = pledge.Id, Standing = PledgeStanding.Cancelled };
        RequireMayDrop(turn, stood);
        if (!turn.IsRefused)
        {
            turn.Apply(stood);
            PledgeWork.DoDue(turn, pledge.Id);
        }
    }

    internal static void GiveMethod(CampaignTurn turn, GiveMethod give)
    {
        References.Require(turn, "method", give.Method);
        if (Find(turn, give.Pledge) is not { } pledge || !turn.Require(IsOwed(turn, pledge), () => NotStanding(pledge)))
        {
            return;
        }

        if (pledge.Standing == PledgeStanding.Dropped)
        {
            // Its room may be somebody else's by now.
            RequireRoom(turn, pledge.Backer, pledge.Amount, pledge.Promised, pledge.Tip);
        }

        if (!turn.IsRefused)
        {
            turn.Apply(new MethodGiven { Pledge = pledge.Id, Method = give.Method, At = turn.Now });
            if (pledge.Standing == PledgeStanding.Dropped)
            {
                turn.Apply(new PledgeStood { Pledge = pledge.Id, Standing = PledgeStanding.Committed });
            }

            PledgeWork.DoDue(turn, pledge.Id);
        }
    }

    internal static void Thank(CampaignTurn turn, ThankBacker thank)
    {
        if (Find(turn, thank.Pledge) is { HasFeedback: false } pledge)
        {
            turn.Apply(new FeedbackNoted { Pledge = pledge.Id });
        }
    }

    internal static Pledge? Find(CampaignTurn turn, string id)
    {
        if (!References.Require(turn, "pledge", id))
        {
            return null;
        }

        var pledge = turn.State.Pledges.Find(id);
        turn.Require(pledge is not null, () => CampaignRefusals.NoSuchPledge.With(("pledge", id)));
        return pledge;
    }

    private static void Commit(CampaignTurn turn, MakePledge make)
    {
        turn.Apply(new PledgeMade
        {
            Pledge = new Pledge
            {
                Id = make.Pledge,
                Backer = make.Backer,
                Amount = make.Amount,
                Tip = make.Tip ?? turn.State.Zero,
                CoveredFees = make.Evidence is null ? CoveredFees(turn, make.Amount) : turn.State.Zero,
                IsAnonymous = make.IsAnonymous,
                IsConditional = make.IsConditional,
                Via = make.Via,
                Evidence = make.Evidence,
                Method = make.Method,
                CommittedAt = turn.Now,
                Round = turn.Head.Round,
            },
        });
        if (make.Evidence is { } evidence)
        {
            Receive(turn, make.Pledge, evidence);
        }
        else if (turn.Head.SecuredAt is not null || turn.Plan.Collection.Mode == CollectionMode.ChargeNow)
        {
            turn.Apply(new CollectionStarted { Pledge = make.Pledge, At = turn.Now });
        }

        PledgeWork.DoDue(turn, make.Pledge);
        CampaignClock.CatchUp(turn);
    }

    // Money given outside is here already: the evidence is the word of the provider.
    private static void Receive(CampaignTurn turn, string id, string evidence)
    {
        var attempt = new PaymentAttempt { Key = PaymentKey.OfAttempt(turn.Plan.Id, id, 1), Operation = PaymentOperation.Offline, Amount = turn.State.Pledges[id].Payable };
        turn.Apply(new AttemptMade { Pledge = id, Attempt = attempt, At = turn.Now });
        turn.Apply(new PaymentLearned
        {
            Pledge = id,
            At = turn.Now,
            Event = new ProviderEvent { EventId = evidence, AttemptKey = attempt.Key, Kind = ProviderEventKind.Captured, PaymentId = evidence, Amount = attempt.Amount, OccurredAt = turn.Now },
        });
    }

    private static Money CoveredFees(CampaignTurn turn, Money amount) => turn.Plan.Fees.OnTop(amount).Total;

    // Of a campaign that is over nothing is collected, also when its pledges are not gone through yet.
    private static bool IsOwed(CampaignTurn turn, Pledge pledge) =>
        pledge.Standing is PledgeStanding.Committed or PledgeStanding.Dropped && turn.Head.Outcome is CampaignOutcome.Open or CampaignOutcome.Succeeded;

    private static void RequireWay(CampaignTurn turn, MakePledge make)
    {
        var mode = turn.Plan.Collection.Mode;
        turn.Require(mode != CollectionMode.Offline || make.Evidence is not null, () => CampaignRefusals.EvidenceNeeded.With());
        turn.Require(
            make.Method is not null || make.Evidence is not null || mode is CollectionMode.InviteToPay or CollectionMode.ChargeNow or CollectionMode.Offline,
            () => CampaignRefusals.MethodNeeded.With(("mode", EnumNames.Of(mode))));
    }

    private static bool RequireTip(CampaignTurn turn, Money? tip) => tip is not { } given
        || (turn.Require(given.Currency == turn.Plan.Currency, () => References.OtherCurrency(turn, given))
            && turn.Require(!given.IsNegative, () => CampaignRefusals.NotPositive.With(("amount", given.ToString()))));

    private static void RequireMinimum(CampaignTurn turn, Money amount) => turn.Require(
        turn.Plan.Goal.MinimumPledge is not { } minimum || amount >= minimum,
        () => CampaignRefusals.BelowMinimum.With(("minimum", turn.Plan.Goal.MinimumPledge!.Value.ToString()), ("amount", amount.ToString())));

    private static void RequireRoom(CampaignTurn turn, string backer, Money amount, Money more, Money tip)
    {
        RequireMinimum(turn, amount);
        if (turn.Plan.Pledges.MaximumPerBacker is { } maximum)
        {
            var total = (turn.State.Backers.Find(backer)?.Amount ?? turn.State.Zero) + more;
            turn.Require(total <= maximum, () => CampaignRefusals.AboveMaximum.With(("maximum", maximum.ToString()), ("amount", total.ToString())));
        }

        if (turn.Plan.Goal.Room(turn.Head.Sums.Promised) is { } room)
        {
            turn.Require(more <= room, () => CampaignRefusals.AboveCap.With(("remaining", room.ToString()), ("amount", more.ToString())));
        }

        // Every sum of the campaign, fees and tax included, stays far from the end of the numbers.
        var sums = turn.Head.Sums;
        var held = (Int128)sums.Promised.MinorUnits + sums.Captured.MinorUnits + more.MinorUnits + tip.MinorUnits;
        turn.Require(held < long.MaxValue / 8, () => CampaignRefusals.TooLarge.With(("amount", more.ToString())));
    }

    private static void RequireDroppable(CampaignTurn turn) =>
        turn.Require(turn.Plan.Pledges.LateChange != LateChange.Never, () => CampaignRefusals.ChangeRefused.With());

    // Once a round is passed its pledges are collected, also those whose turn has not come yet.
    private static Pledge? RequireChangeable(CampaignTurn turn, string id)
    {
        if (Find(turn, id) is not { } pledge)
        {
            return null;
        }

        turn.Require(pledge.Standing == PledgeStanding.Committed, () => NotStanding(pledge));
        turn.Require(
            turn.Head.SecuredAt is null && pledge.CollectingSince is null && pledge.Attempts.All(attempt => attempt.Payment.Operation == PaymentOperation.Authorise),
            () => CampaignRefusals.AlreadyCollecting.With(("pledge", id)));
        return pledge;
    }

    // Only what would undo a goal that is met is refused: exactly at the goal is still met, and below it before, nothing is undone.
    private static void RequireMayDrop(CampaignTurn turn, CampaignEvent drop)
    {
        var rules = turn.Plan.Pledges;
        if (rules.LateChange != LateChange.NotBelowGoal || turn.Head.RoundEndsAt is not { } end || turn.Now < end - rules.LastHours
            || turn.Plan.Goal.Rounds[turn.Head.Round].Target is not { } target || !target.IsMet(turn.Head.Totals))
        {
            return;
        }

        var after = CampaignFold.Evolve(turn.State, drop).Head;
        turn.Require(
            target.IsMet(after.Totals),
            () => CampaignRefusals.DropsBelowGoal.With(("hours", $"{(long)rules.LastHours.TotalHours}"), ("remaining", after.Sums.Counted.ToString())));
    }

    private static Processes.Refusal NotStanding(Pledge pledge) =>
        CampaignRefusals.PledgeNotStanding.With(("pledge", pledge.Id), ("standing", EnumNames.Of(pledge.Standing)));
}
