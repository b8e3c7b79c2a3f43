using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Ledger;
using CivicTech.Crowdfunding.Plans;
using NodaTime;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>What follows a success or a failure, and when: stages after the outcome, payouts, the reserve, reports.</summary>
internal static class CampaignFollowUp
{
    // What the owner paid back is not paid out again the same moment: a cancellation may be what it is for.
    private static readonly Duration RepaymentRests = Duration.FromDays(1);

    internal static CampaignStep? Step(CampaignHead head, CampaignPlan plan) =>
        Stages(head, plan) is { } stage
            ? CampaignStep.AtOnce(turn => turn.Apply(new StageReached { Stage = stage, At = turn.Now }))
            : CampaignStep.Earliest(Payout(head, plan), Question(head), ReserveFreed(head, plan), Reports(head, plan), NothingCame(head, plan));

    /// <summary>The payout that could be made now, if its time has come; zero when there is nothing to pay.</summary>
    internal static (Money Amount, int Tranches) Payable(CampaignHead head, CampaignPlan plan)
    {
        var (sent, inTransit, _) = LedgerPosition.Payouts(head, plan);
        if (!LedgerPosition.IsOwners(head))
        {
            // Nothing but what the owner paid back beyond what was paid out.
            return (Money.Max(head.Repaid - sent - inTransit, Money.Zero(plan.Currency)), head.TranchesPaid);
        }

        var share = LedgerPosition.OwnersShare(head, plan);
        var free = share - LedgerPosition.Reserve(head, plan, share);
        var tranches = plan.Payouts.Tranches.TakeWhile(tranche => tranche.Milestone is null || head.Milestones.Contains(tranche.Milestone)).Count();
        // What is owed is no part of any tranche.
        var parts = free.IsPositive ? free.Split([.. plan.Payouts.Tranches.Select(tranche => tranche.Weight)]).Take(tranches) : [free];
        var due = parts.Aggregate(Money.Zero(plan.Currency), (sum, part) => sum + part) - sent - inTransit + head.Repaid;
        return (Money.Max(due, Money.Zero(plan.Currency)), free.IsPositive ? tranches : head.TranchesPaid);
    }

    internal static void Pay(CampaignTurn turn)
    {
        var (amount, tranches) = Payable(turn.Head, turn.Plan);
        var payout = new PayoutAttempt { Key = PaymentKey.OfPayout(turn.Plan.Id, turn.Head.Payouts.Length + 1), Amount = amount };
        turn.Apply(new PayoutMade { Payout = payout, At = turn.Now, Tranches = tranches });
        turn.Call(new GatewayCall.SendPayout { Key = payout.Key, Payee = turn.Plan.Payee ?? turn.Plan.Owner, Amount = amount }, null);
        turn.Post("payout", payout.Key);
    }

    private static CampaignStage? Stages(CampaignHead head, CampaignPlan plan) => head switch
    {
        { Stage: CampaignStage.Settling, Sums.Open: 0, Outcome: CampaignOutcome.Succeeded } => CampaignStage.Delivering,
        { Stage: CampaignStage.Settling, Sums.Open: 0 } when IsOwnerSettled(head, plan) => CampaignStage.Completed,
        { Stage: CampaignStage.Delivering } when IsDelivered(head, plan) => CampaignStage.Completed,
        _ => null,
    };

    private static bool IsOwnerSettled(CampaignHead head, CampaignPlan plan) =>
        new[] { Account.OwnerPayable, Account.Reserve, Account.PayoutInTransit, Account.OwnerDebt }.All(account => head.Ledger.Of(account, plan.Currency).IsZero);

    private static bool IsDelivered(CampaignHead head, CampaignPlan plan)
    {
        return head.Sums.Open == 0
            && IsOwnerSettled(head, plan)
            && HasGotMoney(head, plan)
            && IsReported(ReportKind.Spending, plan.Reports.SpendingWithin)
            && IsReported(ReportKind.Impact, plan.Reports.ImpactWithin);

        bool IsReported(ReportKind kind, Duration? within) => within is null || head.Reports.Any(report => report.Report == kind && report.Reference is not null);
    }

    // Who got nothing has nothing to deliver, and nothing to report on: it is over when whoever was dropped has had the time to think better of it.
    private static CampaignStep? NothingCame(CampaignHead head, CampaignPlan plan) =>
        head is { Stage: CampaignStage.Delivering, EndedAt: { } ended, Sums.Open: 0 } && !HasGotMoney(head, plan) && IsOwnerSettled(head, plan)
            ? new(ended + plan.Payouts.Delay + plan.Collection.Reminders.DropAfter, turn => turn.Apply(new StageReached { Stage = CampaignStage.Completed, At = turn.Now }))
            : null;

    private static bool HasGotMoney(CampaignHead head, CampaignPlan plan) => LedgerPosition.Payouts(head, plan).Sent.IsPositive;

    private static CampaignStep? Payout(CampaignHead head, CampaignPlan plan)
    {
        if ((head.SecuredAt ?? head.RepaidAt) is not { } secured
            || head.Payouts.Any(payout => payout.Status is PayoutStatus.Requested or PayoutStatus.Unknown)
            || (head.Payouts.Length > 0 && head.Payouts[^1].Status is PayoutStatus.Failed or PayoutStatus.Returned))
        {
            return null;
        }

        var (amount, tranches) = Payable(head, plan);
        if (!amount.IsPositive)
        {
            return null;
        }

        // A tranche goes out as soon as it may; what trickles in later is gathered.
        var due = secured + plan.Payouts.Delay;
        due = tranches > head.TranchesPaid || head.LastPayoutAt is not { } last ? due : Instant.Max(due, last + plan.Payouts.Delay);
        return new(head.RepaidAt is { } repaid ? Instant.Max(due, repaid + Duration.Max(plan.Payouts.Delay, RepaymentRests)) : due, Pay);
    }

    // Of a payout that failed it is asked once: none goes out again for a word that was wrong.
    private static CampaignStep? Question(CampaignHead head) =>
        head.Payouts is [.., { Status: PayoutStatus.Requested or PayoutStatus.Unknown or PayoutStatus.Failed } last] && (last.Status != PayoutStatus.Failed || head.PayoutAsks == 0)
            ? new((head.PayoutQuietSince ?? head.LastPayoutAt!.Value) + InquirySchedule.After(head.PayoutAsks), turn => turn.Ask(last.Key, null, turn.Head.PayoutAsks, last.Amount))
            : null;

    private static CampaignStep? ReserveFreed(CampaignHead head, CampaignPlan plan) =>
        head is { ReserveReleased: false, EndedAt: { } ended, Outcome: CampaignOutcome.Succeeded } && !plan.Payouts.Reserve.IsZero
            ? new(ended + plan.Payouts.ReserveFor, turn =>
            {
                turn.Apply(new ReserveReleased());
                turn.Post("reserve", "released");
            })
            : null;

    private static CampaignStep? Reports(CampaignHead head, CampaignPlan plan)
    {
        if (head is not { Outcome: CampaignOutcome.Succeeded, LastPayoutAt: { } paid } || !HasGotMoney(head, plan))
        {
            return null;
        }

        return CampaignStep.Earliest(Late(ReportKind.Spending, plan.Reports.SpendingWithin), Late(ReportKind.Impact, plan.Reports.ImpactWithin));

        CampaignStep? Late(ReportKind kind, Duration? within) =>
            within is { } time && !head.Reports.Any(report => report.Report == kind)
                ? new(paid + time, turn =>
                {
                    turn.Apply(new ReportMissed { Report = kind });
                    turn.Tell(NoticeKind.ReportOverdue, Audience.Owner, $"report-overdue/{EnumNames.Of(kind)}", detail: EnumNames.Of(kind));
                })
                : null;
    }
}
