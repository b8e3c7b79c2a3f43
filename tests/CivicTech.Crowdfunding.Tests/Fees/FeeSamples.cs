using CivicTech.Amounts;
using CivicTech.Crowdfunding.Fees;
using CivicTech.Numerics;

namespace CivicTech.Crowdfunding.Tests.Fees;

/// <summary>Schedules in the shape of those of real platforms.</summary>
internal static class FeeSamples
{
    internal static Rational FivePercent { get; } = new(5, 100);

    internal static FeeSchedule Kickstarter { get; } = new(
        new Fee { Name = "platform", Rate = FivePercent },
        new Fee { Name = "processing", Rate = new(3, 100), Fixed = Money.Of(0.20m, "USD"), FixedPer = FixedFeePer.CapturedPledge });

    internal static FeeSchedule Goteo { get; } = new(new Fee { Name = "platform", Rate = new(4, 100), Vat = new(21, 100) });

    internal static FeeSchedule Ioby { get; } = new(
        new Fee { Name = "platform", Fixed = Money.Of(35, "USD"), FixedPer = FixedFeePer.Campaign },
        new Fee { Name = "processing", Rate = new(3, 100) },
        new Fee { Name = "fiscal-sponsor", Rate = FivePercent });

    internal static FeeSchedule Steps { get; } = new(new Fee
    {
        Name = "platform",
        Tiers = [new FeeTier(new(10, 100), Euro(1000)), new FeeTier(FivePercent, Euro(5000)), new FeeTier(new(1, 100), null)],
    });

    internal static FeeSchedule OnTop { get; } = new(
        new Fee { Name = "covered", Rate = new(29, 1000), Fixed = Euro(0.30m), Vat = new(1, 5), Bearer = FeeBearer.OnTop },
        new Fee { Name = "platform", Rate = FivePercent });

    internal static Money Euro(decimal amount) => Money.Of(amount, "EUR");

    internal static FeeSchedule Percent(Rational rate, MoneyRounding rounding = MoneyRounding.HalfUp) => new(new Fee { Name = "platform", Rate = rate, Rounding = rounding });
}
