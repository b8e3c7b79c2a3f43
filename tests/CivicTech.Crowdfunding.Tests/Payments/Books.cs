using CivicTech.Amounts;
using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Ledger;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.TestKit.Gateways;

namespace CivicTech.Crowdfunding.Tests.Payments;

/// <summary>What holds for the books of every campaign at every moment, and at its end.</summary>
internal static class Books
{
    private static readonly Account[] Internal =
        [Account.Escrow, Account.OwnerPayable, Account.Reserve, Account.PayoutInTransit, Account.OwnerDebt, Account.RefundPayable, Account.Disputed];

    internal static void Check(CampaignHead head, CampaignPlan plan)
    {
        Assert.True(head.Ledger.IsBalanced, $"{head.Ledger}");
        Assert.True(head.Ledger.Overdrawn.IsEmpty, $"{head.Ledger}");
        Assert.Equal(LedgerPosition.Of(head, plan), head.Ledger);
    }

    /// <summary>The sums of the campaign are those of its pledges.</summary>
    internal static void CheckSums(CampaignHead head, CampaignPlan plan, IEnumerable<Pledge> pledges) =>
        Assert.Equal(pledges.Aggregate(PledgeTally.Zero(plan.Currency), (sum, pledge) => sum.Plus(PledgeTally.Of(pledge, plan))), head.Sums);

    /// <summary>All money is where it belongs: with backers, the owner, the platform, the tax office or a provider.</summary>
    internal static void CheckEnd(CampaignHead head) =>
        Assert.True(head.Ledger.Postings.All(posting => !Internal.Contains(posting.Account)), $"{head.Ledger}; {head.Stage} {head.Outcome}; {string.Join(", ", head.Payouts.Select(payout => $"{payout.Amount} {payout.Status}"))}");

    /// <summary>What is known of a pledge is what really happened.</summary>
    internal static void CheckTruth(Pledge pledge, SimulatedGateway gateway)
    {
        var positions = pledge.Attempts.Select(attempt => attempt.Payment.Position).ToList();
        Money Sum(Func<PaymentPosition, Money> amount) => positions.Aggregate(pledge.Zero, (sum, position) => sum + amount(position));
        var truth = gateway.TakenFrom(pledge.Backer, pledge.Amount.Currency);
        var known = (Captured: Sum(position => position.Captured), Refunded: Sum(position => position.Refunded), Disputed: Sum(position => position.DisputedLost + position.DisputedOpen + position.Contestable));
        Assert.Equal((truth.Captured, truth.Refunded, truth.Disputed), known);
    }
}
