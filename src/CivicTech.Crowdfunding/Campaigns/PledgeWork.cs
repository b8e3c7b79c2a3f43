using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>Does what the agenda of a pledge says, as far as it is due.</summary>
internal static class PledgeWork
{
    internal static void DoDue(CampaignTurn turn, string id)
    {
        // Nobody is charged for what is over, also while all pledges are gone through and this one's turn has not come.
        if (turn.State.Pledges.Find(id) is { Standing: PledgeStanding.Committed or PledgeStanding.Dropped } owed && IsOver(turn.Head, owed))
        {
            turn.Apply(new PledgeStood { Pledge = id, Standing = PledgeStanding.Void });
        }

        while (turn.State.Pledges.Find(id) is { } pledge && PledgeAgenda.Next(pledge, turn.Plan) is { } next && next.Due <= turn.Now)
        {
            Do(turn, pledge, next.Step);
        }

        turn.Post("pledge", id);
    }

    /// <summary>Whether a pledge is owed no longer, for how the campaign or its target came out.</summary>
    internal static bool IsOver(CampaignHead head, Pledge pledge) => head.Outcome is CampaignOutcome.Failed or CampaignOutcome.Cancelled
        || (pledge.IsConditional && head.Verdicts.Any(verdict => verdict.VoidsConditional));

    private static void Do(CampaignTurn turn, Pledge pledge, PledgeStep step)
    {
        switch (step)
        {
            case PledgeStep.Collect: Collect(turn, pledge); break;
            case PledgeStep.Capture: Capture(turn, pledge); break;
            case PledgeStep.Remind: Remind(turn, pledge); break;
            case PledgeStep.Drop: Drop(turn, pledge); break;
            case PledgeStep.Revive: Revive(turn, pledge); break;
            case PledgeStep.Release: Release(turn, pledge); break;
            case PledgeStep.Refund: Refund(turn, pledge); break;
            case PledgeStep.Ask: Ask(turn, pledge); break;
            default: Feedback(turn, pledge); break;
        }
    }

    private static void Collect(CampaignTurn turn, Pledge pledge)
    {
        var (mode, key, amount) = (turn.Plan.Collection.Mode, PaymentKey.OfAttempt(turn.Plan.Id, pledge.Id, pledge.Attempts.Length + 1), pledge.Payable - pledge.Net);
        GatewayCall call = (mode, pledge.Method) switch
        {
            (CollectionMode.DirectDebit, { } mandate) => new GatewayCall.Debit { Key = key, Backer = pledge.Backer, Mandate = mandate, Amount = amount },
            (CollectionMode.AuthoriseThenCapture, { } method) when pledge.CollectingSince is null => new GatewayCall.Authorise { Key = key, Backer = pledge.Backer, Method = method, Amount = amount },
            (_, { } method) => new GatewayCall.Charge { Key = key, Backer = pledge.Backer, Method = method, Amount = amount },
            _ => new GatewayCall.CreatePayLink { Key = key, Backer = pledge.Backer, Amount = amount, PayBefore = turn.Plan.Collection.Reminders.DropsAt(turn.Now) },
        };
        var operation = call switch
        {
            GatewayCall.Debit => PaymentOperation.Debit,
            GatewayCall.Authorise => PaymentOperation.Authorise,
            GatewayCall.Charge => PaymentOperation.Charge,
            _ => PaymentOperation.PayLink,
        };
        turn.Apply(new AttemptMade { Pledge = pledge.Id, Attempt = new PaymentAttempt { Key = key, Operation = operation, Amount = amount }, At = turn.Now });
        turn.Call(call, pledge.Id);
    }

    private static void Capture(CampaignTurn turn, Pledge pledge)
    {
        if (PledgeAgenda.Holding(pledge, turn.Now) is not { } holding)
        {
            // It ran out between the success and now.
            Collect(turn, pledge);
            return;
        }

        var key = holding.Payment.Key;
        turn.Apply(new HoldCaptureAsked { Pledge = pledge.Id, Attempt = key, At = turn.Now });
        turn.Call(new GatewayCall.Capture { Key = PaymentKey.OfCapture(key), Attempt = key, Amount = Money.Min(pledge.Payable, holding.Payment.Capturable(turn.Now)) }, pledge.Id);
    }

    private static void Remind(CampaignTurn turn, Pledge pledge)
    {
        var last = pledge.LastAttempt!;
        turn.Apply(new BackerReminded { Pledge = pledge.Id, Attempt = last.Payment.Key });
        turn.TellBacker(NoticeKind.PaymentReminder, pledge, $"{pledge.Attempts.Length}/reminder/{last.Reminders + 1}", last.Payment.Amount);
    }

    private static void Drop(CampaignTurn turn, Pledge pledge)
    {
        var wasMet = IsGoalMet(turn);
        if (pledge.Net.IsPositive)
        {
            // What came stays; the rest is given up.
            var rest = pledge.Payable - pledge.Net;
            turn.Apply(new RestGivenUp { Pledge = pledge.Id, Amount = rest });
            turn.TellBacker(NoticeKind.PledgeDropped, pledge, $"{pledge.Attempts.Length}/rest-given-up", rest);
        }
        else
        {
            turn.Apply(new PledgeStood { Pledge = pledge.Id, Standing = PledgeStanding.Dropped });
            turn.TellBacker(NoticeKind.PledgeDropped, pledge, $"{pledge.Attempts.Length}/dropped", pledge.Amount);
        }

        if (turn.Head.Outcome == CampaignOutcome.Succeeded && wasMet && !IsGoalMet(turn))
        {
            turn.Tell(NoticeKind.BelowGoal, Audience.Owner, $"below-goal/{pledge.Id}/{pledge.Attempts.Length}", amount: turn.Head.Sums.Counted);
        }
    }

    // Late money is welcome while the campaign lives on its success and has room for it; else it goes back.
    private static void Revive(CampaignTurn turn, Pledge pledge)
    {
        var isWelcome = turn.Head.Outcome is CampaignOutcome.Open or CampaignOutcome.Succeeded && turn.Head.Stage != CampaignStage.Completed
            && !(pledge.Promised > turn.Plan.Goal.Room(turn.Head.Sums.Promised));
        turn.Apply(new PledgeStood { Pledge = pledge.Id, Standing = isWelcome ? PledgeStanding.Committed : PledgeStanding.Void });
    }

    private static void Ask(CampaignTurn turn, Pledge pledge)
    {
        var (attempt, _) = PledgeAgenda.Question(pledge)!.Value;
        turn.Ask(attempt.Payment.Key, pledge.Id, attempt.Asks, attempt.Payment.Amount);
    }

    private static void Release(CampaignTurn turn, Pledge pledge)
    {
        foreach (var attempt in PledgeAgenda.HeldForNothing(pledge))
        {
            var key = attempt.Payment.Key;
            turn.Apply(new ReleaseAsked { Pledge = pledge.Id, Attempt = key, At = turn.Now });
            turn.Call(new GatewayCall.VoidAuthorisation { Key = PaymentKey.OfRelease(key), Attempt = key }, pledge.Id);
        }
    }

    // The latest money first: of a payment made twice, the second goes back.
    private static void Refund(CampaignTurn turn, Pledge pledge)
    {
        var excess = pledge.Excess;
        foreach (var attempt in pledge.Attempts.Reverse())
        {
            var amount = Money.Min(excess, attempt.Payment.Position.Refundable);
            if (!amount.IsPositive)
            {
                continue;
            }

            excess -= amount;
            var key = attempt.Payment.Key;
            var refund = PaymentKey.OfRefund(key, attempt.Payment.Facts.Refunds.Length + 1);
            turn.Apply(new RefundAsked { Pledge = pledge.Id, Attempt = key, Refund = refund, Amount = amount, At = turn.Now });
            if (attempt.Payment.Operation == PaymentOperation.Offline)
            {
                turn.Tell(NoticeKind.RefundByHand, Audience.Host, refund, pledge.Id, amount, refund);
            }
            else
            {
                turn.Call(new GatewayCall.Refund { Key = refund, Attempt = key, Amount = amount }, pledge.Id);
            }
        }
    }

    private static void Feedback(CampaignTurn turn, Pledge pledge)
    {
        var isMissing = turn.Head.UpdatedAt is not { } updated || updated < pledge.CommittedAt;
        turn.Apply(new FeedbackNoted { Pledge = pledge.Id, IsMissing = isMissing });
        if (isMissing)
        {
            turn.Tell(NoticeKind.FeedbackOverdue, Audience.Owner, $"feedback/{pledge.Id}", pledge.Id);
        }
    }

    private static bool IsGoalMet(CampaignTurn turn) =>
        turn.Plan.Goal.Rounds.Take(turn.Head.Round + 1).Select(round => round.Target).OfType<Goals.Target>().FirstOrDefault()?.IsMet(turn.Head.Totals) ?? true;
}
