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
        var zero = Money.Zero(plan.Currency);
        var paid = sent + inTransit - head.Repaid;
        var rest = sums.Project + sums.Covered - sums.ProviderFee - sums.DisputeFee - payoutFees;
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
            var fees = plan.Fees.Assess(sums.Project, sums.Funding);
            postings.Add(new(Account.PlatformFee, fees.Net + sums.Covered - sums.CoveredVat));
            postings.Add(new(Account.Tax, fees.Vat + sums.CoveredVat));
            rest -= fees.Total + sums.Covered + paid;
            var reserve = rest.IsPositive ? Money.Min(rest, Reserve(head, plan, rest + paid)) : zero;
            postings.Add(new(Account.Reserve, reserve));
            postings.Add(new(Account.OwnerPayable, Money.Max(rest - reserve, zero)));
            // What a payout cost is known after it: when nothing is left to take it from, the platform bears it.
            var owed = Money.Min(rest + payoutFees, zero);
            postings.Add(new(Account.OwnerDebt, owed));
            postings.Add(new(Account.PlatformCost, Money.Min(rest, zero) - owed));
        }
        else
        {
            // What the owner paid back beyond what was paid out is the owner's. Of what lacks, that which was paid out comes first; what providers took for nothing is the platform's.
            var has = Money.Max(paid, zero);
            rest -= has;
            var owed = Money.Max(Money.Min(rest, zero), -has);
            postings.Add(new(Account.OwnerPayable, has - paid));
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

    /// <summary>Whether the money is the owner's: a round was passed, and the campaign was not cancelled after all.</summary>
    internal static bool IsOwners(CampaignHead head) => head.SecuredAt is not null && head.Outcome is CampaignOutcome.Open or CampaignOutcome.Succeeded;
}
