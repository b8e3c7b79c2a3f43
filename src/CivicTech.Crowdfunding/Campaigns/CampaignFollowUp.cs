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
    private static readonly Instant AtOnce = Instant.FromUnixTimeTicks(0);

    // What the owner paid back is not paid out again the same moment: a cancellation may be what it is for.
    private static readonly Duration RepaymentRests = Duration.FromDays(1);

    internal static (Instant Due, Action<CampaignTurn>? Do)? Step(CampaignHead head, CampaignPlan plan) =>
        Stages(head, plan) is { } stage ? (AtOnce, turn => turn.Apply(new StageReached { Stage = stage, At = turn.Now })) : Earliest(Payout(head, plan), ReserveFreed(head, plan), Reports(head, plan));

    /// <summary>The payout that could be made now, if its time has come; zero when there is nothing to pay.</summary>
    internal static (Money Amount, int Tranches) Payable(CampaignHead head, CampaignPlan plan)
    {
        var share = LedgerPosition.OwnersShare(head, plan);
        var free = share - LedgerPosition.Reserve(head, plan, share);
        if (!free.IsPositive)
        {
            return (Money.Zero(plan.Currency), head.TranchesPaid);
        }

        var tranches = plan.Payouts.Tranches.TakeWhile(tranche => tranche.Milestone is null || head.Milestones.Contains(tranche.Milestone)).Count();
        var parts = free.Split([.. plan.Payouts.Tranches.Select(tranche => tranche.Weight)]);
        var (sent, inTransit, _) = LedgerPosition.Payouts(head, plan);
        var due = parts.Take(tranches).Aggregate(Money.Zero(plan.Currency), (sum, part) => sum + part) - sent - inTransit + head.Repaid;
        return (Money.Max(due, Money.Zero(plan.Currency)), tranches);
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
        { Stage: CampaignStage.Settling, Sums.Open: 0 } => head.Outcome == CampaignOutcome.Succeeded ? CampaignStage.Delivering : CampaignStage.Completed,
        { Stage: CampaignStage.Delivering } when IsDelivered(head, plan) => CampaignStage.Completed,
        _ => null,
    };

    private static bool IsDelivered(CampaignHead head, CampaignPlan plan)
    {
        return head.Sums.Open == 0
            && new[] { Account.OwnerPayable, Account.Reserve, Account.PayoutInTransit, Account.OwnerDebt }.All(account => head.Ledger.Of(account, plan.Currency).IsZero)
            && IsReported(ReportKind.Spending, plan.Reports.SpendingWithin)
            && IsReported(ReportKind.Impact, plan.Reports.ImpactWithin);

        bool IsReported(ReportKind kind, Duration? within) => within is null || head.Reports.Any(report => report.Report == kind && report.Reference is not null);
    }

    private static (Instant Due, Action<CampaignTurn>? Do)? Payout(CampaignHead head, CampaignPlan plan)
    {
        if (head.SecuredAt is not { } secured || head.Outcome is CampaignOutcome.Failed or CampaignOutcome.Cancelled
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
        return (head.RepaidAt is { } repaid ? Instant.Max(due, repaid + Duration.Max(plan.Payouts.Delay, RepaymentRests)) : due, Pay);
    }

    private static (Instant Due, Action<CampaignTurn>? Do)? ReserveFreed(CampaignHead head, CampaignPlan plan) =>
        head is { ReserveReleased: false, EndedAt: { } ended, Outcome: CampaignOutcome.Succeeded } && !plan.Payouts.Reserve.IsZero
            ? (ended + plan.Payouts.ReserveFor, turn =>
            {
                turn.Apply(new ReserveReleased());
                turn.Post("reserve", "released");
            })
            : null;

    private static (Instant Due, Action<CampaignTurn>? Do)? Reports(CampaignHead head, CampaignPlan plan)
    {
        if (head is not { Outcome: CampaignOutcome.Succeeded, LastPayoutAt: { } paid })
        {
            return null;
        }

        return Earliest(Late(ReportKind.Spending, plan.Reports.SpendingWithin), Late(ReportKind.Impact, plan.Reports.ImpactWithin));

        (Instant Due, Action<CampaignTurn>? Do)? Late(ReportKind kind, Duration? within) =>
            within is { } time && !head.Reports.Any(report => report.Report == kind)
                ? (paid + time, turn =>
                {
                    turn.Apply(new ReportMissed { Report = kind });
                    turn.Tell(NoticeKind.ReportOverdue, Audience.Owner, $"report-overdue/{EnumNames.Of(kind)}", detail: EnumNames.Of(kind));
                })
                : null;
    }

    private static (Instant Due, Action<CampaignTurn>? Do)? Earliest(params (Instant Due, Action<CampaignTurn>? Do)?[] steps) => steps.Where(step => step is not null).MinBy(step => step!.Value.Due);
}
