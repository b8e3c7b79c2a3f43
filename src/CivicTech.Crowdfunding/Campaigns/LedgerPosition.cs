using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Ledger;
using CivicTech.Crowdfunding.Plans;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>
/// Where all money of a campaign must be: a function of its sums, its outcome and its payouts. The ledger is led there by entries that book the difference, so the same facts end in the
/// same balances in whatever order they came, and a cent can neither appear nor vanish.
/// </summary>
internal static class LedgerPosition
{
    internal static Balances Of(CampaignHead head, CampaignPlan plan)
    {
        var sums = head.Sums;
        var (sent, inTransit, payoutFees) = Payouts(head, plan);
        var paid = sent + inTransit + payoutFees - head.Repaid;
        var fees = plan.Fees.Assess(IsOwners(head) ? sums.Project : Money.Zero(plan.Currency), IsOwners(head) ? sums.Funding : 0);
        var rest = sums.Project + sums.Covered - sums.ProviderFee - sums.DisputeFee - paid;
        var postings = new List<Posting>
        {
            new(Account.Backers, sums.Refunded + sums.DisputedLost - sums.Captured),
            new(Account.Disputed, sums.DisputedOpen),
            new(Account.RefundPayable, sums.Owed),
            new(Account.ProviderFee, sums.ProviderFee + payoutFees),
            new(Account.DisputeFee, sums.DisputeFee),
            new(Account.Tips, sums.Tips),
            new(Account.PayoutInTransit, inTransit),
            new(Account.Owner, sent - head.Repaid),
        };
        if (IsOwners(head))
        {
            postings.Add(new(Account.PlatformFee, fees.Net + sums.Covered - sums.CoveredVat));
            postings.Add(new(Account.Tax, fees.Vat + sums.CoveredVat));
            rest -= fees.Total + sums.Covered;
            var reserve = rest.IsPositive ? Money.Min(rest, Reserve(head, plan, rest + sent + inTransit - head.Repaid)) : Money.Zero(plan.Currency);
            postings.Add(new(Account.Reserve, reserve));
            postings.Add(new(rest.IsNegative ? Account.OwnerDebt : Account.OwnerPayable, rest - reserve));
        }
        else
        {
            // What was paid out before a cancellation comes first; what providers took for nothing is the platform's.
            var owed = rest.IsNegative ? Money.Max(rest, -Money.Max(paid, Money.Zero(plan.Currency))) : Money.Zero(plan.Currency);
            postings.Add(new(Account.OwnerDebt, owed));
            postings.Add(new(rest.IsNegative ? Account.PlatformCost : Account.Escrow, rest - owed));
        }

        return new Balances([.. postings]);
    }

    /// <summary>All that is or was the owner's: what may be paid out in all, before anything is held back.</summary>
    internal static Money OwnersShare(CampaignHead head, CampaignPlan plan) => IsOwners(head)
        ? head.Sums.Project - plan.Fees.Assess(head.Sums.Project, head.Sums.Funding).Total - head.Sums.ProviderFee - head.Sums.DisputeFee - Payouts(head, plan).Fees
        : Money.Zero(plan.Currency);

    /// <summary>What is held back of the owner's share.</summary>
    internal static Money Reserve(CampaignHead head, CampaignPlan plan, Money share) => head.ReserveReleased || !share.IsPositive
        ? Money.Zero(plan.Currency)
        : share.Share(plan.Payouts.Reserve, MoneyRounding.Up);

    /// <summary>What has left for the owner: arrived, on its way, and the provider's fees for it.</summary>
    internal static (Money Sent, Money InTransit, Money Fees) Payouts(CampaignHead head, CampaignPlan plan)
    {
        var zero = Money.Zero(plan.Currency);
        var (sent, inTransit, fees) = (zero, zero, zero);
        foreach (var payout in head.Payouts)
        {
            sent += payout.Sent - payout.Returned;
            fees += payout.Fee;
            inTransit += payout.Status is PayoutStatus.Requested or PayoutStatus.Unknown ? payout.Amount : zero;
        }

        return (sent, inTransit, fees);
    }

    // Once a round is passed the money is the owner's, unless the campaign was cancelled after all.
    private static bool IsOwners(CampaignHead head) => head.SecuredAt is not null && head.Outcome is CampaignOutcome.Open or CampaignOutcome.Succeeded;
}
