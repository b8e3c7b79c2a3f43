using System.Collections.Immutable;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>What providers and owners say about money is taken only when every sum of the campaign can hold it: no word from outside can bring it to a standstill.</summary>
internal static class MoneyLimits
{
    // Room is left for whatever is worked out of sums: fees, tax, the difference of two positions.
    private const long Most = long.MaxValue / 4;

    internal static bool Holds(Money sum, Money more) => (Int128)sum.MinorUnits + more.MinorUnits < Most;

    /// <summary>The pledge with one event more; null when that is more than sums can hold.</summary>
    /// <param name="pledge">The pledge with the events before.</param>
    /// <param name="said">A usable event of one of its attempts.</param>
    /// <param name="counted">The pledge as it is in the sums.</param>
    /// <param name="sums">The sums of the campaign.</param>
    /// <param name="plan">The plan.</param>
    internal static Pledge? With(Pledge pledge, ProviderEvent said, Pledge counted, PledgeTally sums, CampaignPlan plan)
    {
        try
        {
            var attempt = pledge.AttemptOf(said.AttemptKey);
            var next = pledge.With(attempt with { Payment = attempt.Payment.Apply(said) });
            return Weight(sums) - Weight(PledgeTally.Of(counted, plan)) + Weight(PledgeTally.Of(next, plan)) < Most ? next : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>The payouts with one event more; null when that is more than sums can hold.</summary>
    internal static ImmutableArray<PayoutAttempt>? With(ImmutableArray<PayoutAttempt> payouts, PayoutAttempt payout, ProviderEvent said)
    {
        try
        {
            var next = payouts.Replace(payout, payout.Apply(said));
            return next.Aggregate((Int128)0, (sum, each) => sum + each.Sent.MinorUnits + each.Fee.MinorUnits) < Most ? next : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    // All that goes elsewhere is a part of these.
    private static Int128 Weight(PledgeTally sums) => (Int128)sums.Captured.MinorUnits + sums.ProviderFee.MinorUnits + sums.DisputeFee.MinorUnits;
}
