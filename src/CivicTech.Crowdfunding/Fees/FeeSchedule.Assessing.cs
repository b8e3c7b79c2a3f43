using System.Collections.Immutable;
using CivicTech.Numerics;

namespace CivicTech.Crowdfunding.Fees;

public sealed partial record FeeSchedule
{
    /// <summary>The fees that are deducted from what was captured.</summary>
    /// <param name="captured">All that was captured and not refunded, without tips and without fees on top; at least zero.</param>
    /// <param name="pledges">How many pledges it comes from; at least 1 if anything was captured.</param>
    /// <returns>
    /// Every fee borne by the owner, in order; each is zero if nothing was captured. Together they never take more than was captured: who
    /// comes first is served first.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or the money comes from no pledge.</exception>
    /// <exception cref="InvalidOperationException">The schedule is in another currency.</exception>
    /// <exception cref="OverflowException">A fee is out of range.</exception>
    /// <remarks>
    /// A function of its arguments alone: after a refund, assess anew and book the difference. Takes a number of operations in proportion
    /// to that of fees and steps.
    /// </remarks>
    public FeeAssessment Assess(Money captured, int pledges)
    {
        Check(captured);
        ArgumentOutOfRangeException.ThrowIfLessThan(pledges, captured.IsPositive ? 1 : 0);
        var left = captured;
        var fees = ImmutableArray.CreateBuilder<AssessedFee>();
        foreach (var fee in Fees.Where(fee => fee.Bearer == FeeBearer.Deducted))
        {
            var assessed = Limited(Assessed(fee, captured, pledges), fee, left);
            left -= assessed.Total;
            fees.Add(assessed);
        }

        return new FeeAssessment(captured, fees.ToImmutable());
    }

    /// <summary>The fees that a backer pays in addition to one pledge.</summary>
    /// <param name="pledge">The pledge, at least zero, without a tip.</param>
    /// <returns>
    /// Every fee on top, in order; each is zero for a pledge of zero. <see cref="FeeAssessment.Total"/> is what is to be paid in addition.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The pledge is negative.</exception>
    /// <exception cref="InvalidOperationException">The schedule is in another currency.</exception>
    /// <exception cref="OverflowException">A fee is out of range.</exception>
    public FeeAssessment OnTop(Money pledge)
    {
        Check(pledge);
        return new FeeAssessment(pledge, [.. Fees.Where(fee => fee.Bearer == FeeBearer.OnTop).Select(fee => Assessed(fee, pledge, 1))]);
    }

    /// <summary>
    /// Which pledge bears how much of the deducted fees, tax included: in proportion to what was captured, by largest remainders.
    /// </summary>
    /// <param name="assessment">What <see cref="Assess"/> gave for the sum of the pledges.</param>
    /// <param name="captured">What was captured of each pledge, at least zero, in a stated order: that of the pledges' making.</param>
    /// <returns>
    /// A new array with the part of each pledge, in their order; no part is more than was captured. They sum to
    /// <see cref="FeeAssessment.Total"/>; equal remainders are served from the start of the list.
    /// </returns>
    /// <exception cref="ArgumentException">The pledges do not sum to the assessed amount, or one is negative.</exception>
    /// <exception cref="InvalidOperationException">A pledge is in another currency.</exception>
    /// <remarks>Takes O(n log n) time for n pledges.</remarks>
    public static Money[] ShareOut(FeeAssessment assessment, ReadOnlySpan<Money> captured)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var weights = new long[captured.Length];
        var sum = Money.Zero(assessment.Amount.Currency);
        for (var i = 0; i < weights.Length; i++)
        {
            sum += captured[i];
            weights[i] = captured[i].MinorUnits;
        }

        return sum == assessment.Amount
            ? assessment.Total.Split(weights)
            : throw new ArgumentException($"The pledges sum to {sum}, but fees were assessed on {assessment.Amount}.", nameof(captured));
    }

    private void Check(Money amount)
    {
        if (amount.IsNegative)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "Fees are on an amount of at least zero.");
        }

        if (Currency is { } currency && currency != amount.Currency)
        {
            throw new InvalidOperationException($"The fees are in {currency}, so they cannot be charged on {amount}.");
        }
    }

    private static AssessedFee Assessed(Fee fee, Money amount, int pledges)
    {
        var net = amount.IsZero ? amount : Net(fee, amount, pledges);
        return new AssessedFee { Name = fee.Name, Net = net, Vat = net.Share(fee.Vat, fee.Rounding) };
    }

    private static Money Net(Fee fee, Money amount, int pledges)
    {
        var exact = fee.Tiers.IsEmpty ? fee.Rate * amount.MinorUnits : OfTiers(fee.Tiers, amount);
        if (fee.Fixed is { } once)
        {
            exact += (Rational)once.MinorUnits * (fee.FixedPer == FixedFeePer.CapturedPledge ? pledges : 1);
        }

        // A rate of one unit, so that there is one way of rounding.
        var net = Money.FromMinorUnits(1, amount.Currency).Share(exact, fee.Rounding);
        if (fee.Min is { } min) net = Money.Max(net, min);
        return fee.Max is { } max ? Money.Min(net, max) : net;
    }

    private static Rational OfTiers(ImmutableArray<FeeTier> tiers, Money amount)
    {
        var sum = Rational.Zero;
        var from = 0L;
        foreach (var tier in tiers)
        {
            var to = Math.Min(tier.UpTo?.MinorUnits ?? long.MaxValue, amount.MinorUnits);
            if (to <= from) break;
            sum += tier.Rate * (to - from);
            from = to;
        }

        return sum;
    }

    // What is left then holds fee and tax in their usual proportion.
    private static AssessedFee Limited(AssessedFee assessed, Fee fee, Money left)
    {
        if (assessed.Total <= left) return assessed;
        var vat = left.Share(fee.Vat / (Rational.One + fee.Vat), fee.Rounding);
        return assessed with { Net = left - vat, Vat = vat, IsLimited = true };
    }
}
