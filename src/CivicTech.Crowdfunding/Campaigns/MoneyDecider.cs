using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Pledges;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>Commands about money that moved or is to move.</summary>
internal static class MoneyDecider
{
    internal static void Refund(CampaignTurn turn, RefundPledge refund)
    {
        References.Require(turn, "reason", refund.Reason);
        if (PledgeDecider.Find(turn, refund.Pledge) is not { } pledge)
        {
            return;
        }

        var amount = refund.Amount ?? pledge.Refundable;
        if (References.RequireAmount(turn, amount)
            && turn.Require(
                amount <= Money.Min(pledge.Refundable, pledge.Payable),
                () => CampaignRefusals.MoreThanThere.With(("available", Money.Min(pledge.Refundable, pledge.Payable).ToString()), ("pledge", pledge.Id), ("amount", amount.ToString())))
            && !turn.IsRefused)
        {
            // Whoever gets money back is charged no more.
            if (pledge.Payable > pledge.Refundable)
            {
                turn.Apply(new RestGivenUp { Pledge = pledge.Id, Amount = pledge.Payable - pledge.Refundable });
            }

            turn.Apply(new MoneyGivenBack { Pledge = pledge.Id, Amount = amount, Reason = refund.Reason });
            PledgeWork.DoDue(turn, pledge.Id);
        }
    }

    internal static void Record(CampaignTurn turn, RecordPayment record)
    {
        if (PledgeDecider.Find(turn, record.Pledge) is not { } pledge)
        {
            return;
        }

        var known = pledge;
        foreach (var said in record.Events)
        {
            var attempt = known.Attempts.FirstOrDefault(attempt => attempt.Payment.Key == said.AttemptKey);
            if (turn.Require(attempt is not null, () => CampaignRefusals.NoSuchAttempt.With(("attempt", said.AttemptKey)))
                && RequireUsable(turn, said, attempt!.Payment.ProblemsOf(said)))
            {
                known = RequirePossible(turn, said, MoneyLimits.With(known, said, pledge, turn.Head.Sums, turn.Plan)) ?? known;
            }
        }

        if (turn.IsRefused)
        {
            return;
        }

        foreach (var said in record.Events)
        {
            Learn(turn, record.Pledge, said);
        }

        // A goal is met when the payment is known, not when the scheduler next looks.
        CampaignClock.CatchUp(turn);
    }

    internal static void Record(CampaignTurn turn, RecordPayout record)
    {
        var known = turn.Head.Payouts;
        foreach (var said in record.Events)
        {
            var payout = known.FirstOrDefault(payout => payout.Key == said.AttemptKey);
            if (turn.Require(payout is not null, () => CampaignRefusals.NoSuchAttempt.With(("attempt", said.AttemptKey)))
                && RequireUsable(turn, said, payout!.ProblemsOf(said)))
            {
                known = RequirePossible(turn, said, MoneyLimits.With(known, payout, said)) ?? known;
            }
        }

        if (turn.IsRefused)
        {
            return;
        }

        foreach (var said in record.Events)
        {
            var before = turn.Head.Payouts.First(payout => payout.Key == said.AttemptKey);
            var after = before.Apply(said);
            if (ReferenceEquals(before, after))
            {
                continue;
            }

            turn.Apply(new PayoutLearned { Event = said, At = turn.Now });
            turn.Post(EnumNames.Of(said.Kind), said.AttemptKey);
            if (after.Status != before.Status && after.Status is PayoutStatus.Failed or PayoutStatus.Returned)
            {
                turn.Tell(NoticeKind.PayoutFailed, Audience.Host, $"{after.Key}/{EnumNames.Of(after.Status)}", amount: after.Amount, detail: said.FailureCode);
            }
        }

        CampaignClock.CatchUp(turn);
    }

    internal static void RetryPayout(CampaignTurn turn)
    {
        var hasFailed = turn.Head.Payouts.Length > 0 && turn.Head.Payouts[^1].Status is PayoutStatus.Failed or PayoutStatus.Returned;
        if (turn.Require(hasFailed && CampaignFollowUp.Payable(turn.Head, turn.Plan).Amount.IsPositive, () => CampaignRefusals.NoFailedPayout.With()))
        {
            CampaignFollowUp.Pay(turn);
        }
    }

    internal static void Record(CampaignTurn turn, RecordRepayment record)
    {
        References.Require(turn, "evidence", record.Evidence);
        if (References.RequireAmount(turn, record.Amount)
            && turn.Require(MoneyLimits.Holds(turn.Head.Repaid, record.Amount), () => CampaignRefusals.TooLarge.With(("amount", record.Amount.ToString())))
            && !turn.IsRefused)
        {
            turn.Apply(new OwnerRepaid { Amount = record.Amount, Evidence = record.Evidence, At = turn.Now });
            turn.Post("repayment", record.Evidence);
            CampaignClock.CatchUp(turn);
        }
    }

    // What follows from it is found by the agenda of the pledge, whichever event comes first.
    private static void Learn(CampaignTurn turn, string id, ProviderEvent said)
    {
        var known = turn.State.Pledges[id];
        var before = known.AttemptOf(said.AttemptKey).Payment;
        var after = before.Apply(said);
        if (ReferenceEquals(before, after))
        {
            return;
        }

        turn.Apply(new PaymentLearned { Pledge = id, Event = said, At = turn.Now });
        turn.Post(EnumNames.Of(said.Kind), said.AttemptKey);
        var pledge = turn.State.Pledges[id];
        if (after.Status != before.Status && after.Status is PaymentStatus.Failed or PaymentStatus.ActionRequired && pledge.Standing == PledgeStanding.Committed)
        {
            turn.TellBacker(NoticeKind.PaymentFailed, pledge, $"{said.AttemptKey}/{EnumNames.Of(after.Status)}", after.Amount, said.FailureCode);
        }

        if (PledgeAgenda.IsRefundStuck(pledge) && !PledgeAgenda.IsRefundStuck(known))
        {
            turn.Tell(NoticeKind.RefundStuck, Audience.Host, $"refund-stuck/{said.AttemptKey}/{after.Facts.Refunds.Length}", id, pledge.Excess, said.FailureCode);
        }
    }

    private static bool RequireUsable(CampaignTurn turn, ProviderEvent said, IReadOnlyList<EventProblem> problems)
    {
        foreach (var problem in problems)
        {
            turn.Refuse(CampaignRefusals.EventInvalid.With(("event", said.EventId), ("field", problem.Field), ("expected", problem.Expected)));
        }

        return problems.Count == 0;
    }

    private static T? RequirePossible<T>(CampaignTurn turn, ProviderEvent said, T? known)
    {
        turn.Require(known is not null, () => CampaignRefusals.EventInvalid.With(("event", said.EventId), ("field", nameof(said.Amount)), ("expected", "an amount that can have been paid")));
        return known;
    }
}
