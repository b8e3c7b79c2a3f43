using System.Collections.Immutable;
using CivicTech.Amounts;
using CivicTech.Crowdfunding.Fees;
using CivicTech.Numerics;
using static CivicTech.Crowdfunding.Tests.Fees.FeeSamples;

namespace CivicTech.Crowdfunding.Tests.Fees;

public class FeeScheduleTests
{
    public static TheoryData<string, string> Impossible => new()
    {
        { "blank", "it has no name" },
        { "negative-rate", "its rate is -0.01, expected one from 0 to 1" },
        { "large-rate", "its rate is 1.01, expected one from 0 to 1" },
        { "large-vat", "its tax is 2, expected one from 0 to 1" },
        { "negative-fixed", "its amount EUR -1.00 is negative" },
        { "negative-min", "its amount EUR -2.00 is negative" },
        { "min-above-max", "its least amount EUR 3.00 is above its largest EUR 2.00" },
        { "two-currencies", "its amounts are in different currencies" },
        { "on-top-of-campaign", "a fee on top of a pledge cannot be charged once for the campaign" },
        { "rate-and-steps", "it has both a rate and steps of rates" },
        { "endless-first-step", "the last step of its rates, and no other, has no end" },
        { "ended-last-step", "the last step of its rates, and no other, has no end" },
        { "falling-steps", "step 2 ends at EUR 5.00, expected an end above that of the step before" },
        { "zero-step", "step 1 ends at EUR 0.00, expected an end above that of the step before" },
        { "step-rate", "the rate of step 2 is 3, expected one from 0 to 1" },
        { "null-step", "a step of its rates is null" },
        { "undefined", "it has a choice that does not exist" },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Constructor_ImpossibleFee_IsRefusedWithItsNameAndProblem(string name, string problem)
    {
        var good = new Fee { Name = "good", Rate = FivePercent };
        var tiers = ImmutableArray.Create(new FeeTier(FivePercent, Euro(5)), new FeeTier(FivePercent, null));
        var fee = new Fee { Name = name };
        fee = name switch
        {
            "blank" => fee with { Name = " " },
            "negative-rate" => fee with { Rate = new(-1, 100) },
            "large-rate" => fee with { Rate = new(101, 100) },
            "large-vat" => fee with { Vat = 2 },
            "negative-fixed" => fee with { Fixed = Euro(-1) },
            "negative-min" => fee with { Min = Euro(-2) },
            "min-above-max" => fee with { Min = Euro(3), Max = Euro(2) },
            "two-currencies" => fee with { Min = Euro(3), Max = Money.Of(5, "USD") },
            "on-top-of-campaign" => fee with { Fixed = Euro(3), FixedPer = FixedFeePer.Campaign, Bearer = FeeBearer.OnTop },
            "rate-and-steps" => fee with { Rate = FivePercent, Tiers = tiers },
            "endless-first-step" => fee with { Tiers = [tiers[1], tiers[0]] },
            "ended-last-step" => fee with { Tiers = [tiers[0]] },
            "falling-steps" => fee with { Tiers = [tiers[0], tiers[0], tiers[1]] },
            "zero-step" => fee with { Tiers = [new FeeTier(FivePercent, Euro(0)), tiers[1]] },
            "step-rate" => fee with { Tiers = [tiers[0], new FeeTier(3, null)] },
            "null-step" => fee with { Tiers = [null!, tiers[1]] },
            _ => fee with { Rounding = (MoneyRounding)9 },
        };

        var error = Assert.Throws<ArgumentException>(() => new FeeSchedule(good, fee));

        Assert.StartsWith($"Fee 2 ('{fee.Name}'): {problem}.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_FeesThatDoNotGoTogether_AreRefused()
    {
        var fee = new Fee { Name = "one", Fixed = Euro(1) };

        Assert.StartsWith("Fee 2 ('one'): another has the same name.", Assert.Throws<ArgumentException>(() => new FeeSchedule(fee, fee)).Message, StringComparison.Ordinal);
        Assert.StartsWith("Fee 1 (''): it is null.", Assert.Throws<ArgumentException>(() => new FeeSchedule([null!])).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "Fee 2 ('two'): USD 2.00 is not in EUR, as the fees before it are.",
            Assert.Throws<ArgumentException>(() => new FeeSchedule(fee, new Fee { Name = "two", Max = Money.Of(2, "USD") })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Currency_RatesOnly_SuitsAny()
    {
        Assert.Null(Goteo.Currency);
        Assert.Equal(Currency.Of("USD"), Kickstarter.Currency);
        Assert.Equal(Currency.Of("EUR"), Steps.Currency);
        Assert.Equal(Money.Of(1, "GBP"), Goteo.Assess(Money.Of(25, "GBP"), 1).Net);
    }

    [Fact]
    public void Equals_SameFees_AreEqual()
    {
        static FeeSchedule Make() => new(
            new Fee { Name = "a", Tiers = [new FeeTier(new(1, 10), Euro(10)), new FeeTier(new(1, 20), null)] },
            new Fee { Name = "b", Rate = new(1, 3), Fixed = Euro(1) });

        Assert.Equal(Make(), Make());
        Assert.Equal(Make().GetHashCode(), Make().GetHashCode());
        Assert.NotEqual(new FeeSchedule(Make().Fees[1], Make().Fees[0]), Make());
        Assert.NotEqual(new FeeSchedule(Make().Fees[0] with { Max = Euro(9) }, Make().Fees[1]), Make());
        Assert.NotEqual(Make().Fees[0] with { Tiers = [new FeeTier(new(1, 10), Euro(11)), new FeeTier(new(1, 20), null)] }, Make().Fees[0]);
        Assert.Equal(FeeSchedule.None, new FeeSchedule());
    }
}
