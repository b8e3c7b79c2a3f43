using CivicTech.Numerics;

namespace CivicTech.Crowdfunding.Fees;

/// <summary>What makes a fee impossible to charge, in words.</summary>
internal static class FeeChecks
{
    /// <summary>The first problem of a fee, or null.</summary>
    internal static string? ProblemOf(Fee fee) =>
        string.IsNullOrWhiteSpace(fee.Name) ? "it has no name"
        : !IsShare(fee.Rate) ? $"its rate is {fee.Rate}, expected one from 0 to 1"
        : !IsShare(fee.Vat) ? $"its tax is {fee.Vat}, expected one from 0 to 1"
        : !Enum.IsDefined(fee.FixedPer) || !Enum.IsDefined(fee.Rounding) || !Enum.IsDefined(fee.Bearer)
            ? "it has a choice that does not exist"
        : fee.Tiers.Contains(null!) ? "a step of its rates is null"
        : fee.Amounts().Select(amount => amount.Currency).Distinct().Count() > 1 ? "its amounts are in different currencies"
        : fee.Amounts().FirstOrDefault(amount => amount.IsNegative) is { IsNegative: true } negative ? $"its amount {negative} is negative"
        : fee.Min > fee.Max ? $"its least amount {fee.Min} is above its largest {fee.Max}"
        : fee is { Bearer: FeeBearer.OnTop, Fixed: not null, FixedPer: FixedFeePer.Campaign }
            ? "a fee on top of a pledge cannot be charged once for the campaign"
        : fee.Tiers.IsEmpty ? null
        : ProblemOfTiers(fee);

    private static string? ProblemOfTiers(Fee fee)
    {
        if (!fee.Rate.IsZero)
        {
            return "it has both a rate and steps of rates";
        }

        var end = fee.Tiers[^1].UpTo is { } last ? Money.Zero(last.Currency) : (Money?)null;
        for (var i = 0; i < fee.Tiers.Length; i++)
        {
            var tier = fee.Tiers[i];
            if (!IsShare(tier.Rate))
            {
                return FormattableString.Invariant($"the rate of step {i + 1} is {tier.Rate}, expected one from 0 to 1");
            }

            if (tier.UpTo is null != (i == fee.Tiers.Length - 1))
            {
                return "the last step of its rates, and no other, has no end";
            }

            if (tier.UpTo is { } upTo && !(upTo > (end ?? Money.Zero(upTo.Currency))))
            {
                return FormattableString.Invariant($"step {i + 1} ends at {upTo}, expected an end above that of the step before");
            }

            end = tier.UpTo;
        }

        return null;
    }

    private static bool IsShare(Rational rate) => rate.Sign >= 0 && rate <= Rational.One;
}
