using CivicTech.Amounts;
using CivicTech.Crowdfunding.Fees;
using CivicTech.Numerics;
using static CivicTech.Crowdfunding.Tests.Fees.FeeSamples;

namespace CivicTech.Crowdfunding.Tests.Fees;

public class FeeScheduleAssessingTests
{
    [Theory]
    [InlineData(MoneyRounding.HalfUp, 1.52)]
    [InlineData(MoneyRounding.HalfEven, 1.52)]
    [InlineData(MoneyRounding.Up, 1.52)]
    [InlineData(MoneyRounding.Down, 1.51)]
    public void Assess_P14_ThreePledgesOfTenTen_RoundsOnceOnTheTotal(MoneyRounding rounding, decimal fee)
    {
        // 5 % of 30.30 is 1.515; of 10.10 it is 0.505, which three times rounded up would be 1.53.
        Assert.Equal(Euro(fee), Percent(FivePercent, rounding).Assess(Euro(30.30m), 3).Total);
    }

    [Theory]
    [InlineData(MoneyRounding.HalfUp, 0.51)]
    [InlineData(MoneyRounding.HalfEven, 0.50)]
    public void Assess_HalfAUnit_FollowsTheStatedRounding(MoneyRounding rounding, decimal fee)
    {
        Assert.Equal(Euro(fee), Percent(FivePercent, rounding).Assess(Euro(10.10m), 1).Total);
    }

    [Fact]
    public void Assess_AsKickstarter_PercentAndPerPledge()
    {
        var assessment = Kickstarter.Assess(Money.Of(12_345.67m, "USD"), 210);

        Assert.Equal(
            [
                new AssessedFee { Name = "platform", Net = Money.Of(617.28m, "USD"), Vat = Money.Of(0, "USD") },
                new AssessedFee { Name = "processing", Net = Money.Of(370.37m + 42, "USD"), Vat = Money.Of(0, "USD") },
            ],
            assessment.Fees.ToArray());
        Assert.Equal(Money.Of(1029.65m, "USD"), assessment.Total);
        Assert.Equal("USD 1029.65 on USD 12345.67 (platform: USD 617.28; processing: USD 412.37)", assessment.ToString());
    }

    [Fact]
    public void Assess_AsGoteo_AddsTaxToTheFee()
    {
        var assessment = Goteo.Assess(Euro(1234.56m), 30);

        // 4 % is 49.3824; 21 % of 49.38 is 10.3698.
        Assert.Equal(Euro(49.38m), assessment.Net);
        Assert.Equal(Euro(10.37m), assessment.Vat);
        Assert.Equal(Euro(59.75m), assessment.Total);
    }

    [Fact]
    public void Assess_AsIoby_OnTheFinalBudget()
    {
        var assessment = Ioby.Assess(Money.Of(4000, "USD"), 80);

        Assert.Equal([35m, 120m, 200m], assessment.Fees.Select(fee => fee.Net.ToDecimal()));
        Assert.Equal(Money.Of(355, "USD"), assessment.Total);
    }

    [Theory]
    [InlineData(0.01, 0)]
    [InlineData(999.99, 100)]
    [InlineData(1000, 100)]
    [InlineData(1000.20, 100.01)]
    [InlineData(5000, 300)]
    [InlineData(6000, 310)]
    [InlineData(105_000, 1300)]
    public void Assess_Steps_ApplyToTheirPartOnly(decimal captured, decimal fee)
    {
        Assert.Equal(Euro(fee), Steps.Assess(Euro(captured), 1).Total);
    }

    [Theory]
    [InlineData(10, 2)]
    [InlineData(100, 5)]
    [InlineData(1000, 8)]
    public void Assess_Limits_HoldForTheNetFee(decimal captured, decimal net)
    {
        var fees = new FeeSchedule(new Fee { Name = "platform", Rate = FivePercent, Min = Euro(2), Max = Euro(8), Vat = new(1, 5) });

        var assessment = fees.Assess(Euro(captured), 1);

        Assert.Equal(Euro(net), assessment.Net);
        Assert.Equal(Euro(net / 5), assessment.Vat);
    }

    [Fact]
    public void Assess_P14_EverythingRefunded_IsZero()
    {
        foreach (var fees in new[] { Kickstarter, Ioby, new FeeSchedule(new Fee { Name = "least", Min = Money.Of(5, "USD"), Vat = new(1, 5) }) })
        {
            var assessment = fees.Assess(Money.Of(0, "USD"), 12);

            Assert.Equal(Money.Of(0, "USD"), assessment.Total);
            Assert.Equal(fees.Fees.Length, assessment.Fees.Length);
            Assert.Equal(Money.Of(0, "USD"), fees.Assess(Money.Of(0, "USD"), 0).Total);
        }
    }

    [Fact]
    public void Assess_P14_OneUnitPledges_NeverTakeMoreThanWasCaptured()
    {
        var fees = new FeeSchedule(
            new Fee { Name = "processing", Fixed = Euro(0.30m), Vat = new(1, 5) },
            new Fee { Name = "platform", Rate = FivePercent });

        var assessment = fees.Assess(Euro(0.07m), 7);

        // 2.10 and tax are not there: the seven units are fee and tax in the proportion of 5 to 1, and nothing is left for the other.
        Assert.Equal(new AssessedFee { Name = "processing", Net = Euro(0.06m), Vat = Euro(0.01m), IsLimited = true }, assessment.Fees[0]);
        Assert.Equal(new AssessedFee { Name = "platform", Net = Euro(0), Vat = Euro(0) }, assessment.Fees[1]);
        Assert.Equal(Euro(0.07m), assessment.Total);
        Assert.Equal(Enumerable.Repeat(Euro(0.01m), 7), FeeSchedule.ShareOut(assessment, [.. Enumerable.Repeat(Euro(0.01m), 7)]));
        Assert.Equal("processing: EUR 0.06 + EUR 0.01 tax, limited to what was captured", assessment.Fees[0].ToString());
    }

    [Theory]
    [InlineData("JPY", 1010, 51)]
    [InlineData("KWD", 1010, 51)]
    [InlineData("CLF", 1010, 51)]
    [InlineData("EUR", 1010, 51)]
    public void Assess_P14_OtherDigits_RoundsMinorUnits(string code, long captured, long fee)
    {
        var currency = Currency.Of(code);

        Assert.Equal(Money.FromMinorUnits(fee, currency), Percent(FivePercent).Assess(Money.FromMinorUnits(captured, currency), 1).Total);
    }

    [Fact]
    public void Assess_P14_ThousandTrillionRials_IsExact()
    {
        var rial = new Currency("IRR", 0);
        var fees = new FeeSchedule(new Fee { Name = "platform", Rate = new(1, 3), Vat = new(9, 100) });

        var assessment = fees.Assess(Money.FromMinorUnits(1_000_000_000_000_000, rial), 3);

        Assert.Equal(333_333_333_333_333, assessment.Net.MinorUnits);
        Assert.Equal(30_000_000_000_000, assessment.Vat.MinorUnits);

        var all = Percent(1).Assess(Money.FromMinorUnits(long.MaxValue, rial), 1);
        Assert.Equal(long.MaxValue, all.Total.MinorUnits);
        Assert.Equal(
            [1L, long.MaxValue - 1],
            FeeSchedule.ShareOut(all, [Money.FromMinorUnits(1, rial), Money.FromMinorUnits(long.MaxValue - 1, rial)]).Select(part => part.MinorUnits));
    }

    [Fact]
    public void Assess_P14_OutOfRange_IsRefused()
    {
        var most = Money.FromMinorUnits(long.MaxValue, Currency.Of("EUR"));

        Assert.Throws<OverflowException>(() => new FeeSchedule(new Fee { Name = "fixed", Fixed = most }).Assess(most, 2));
        Assert.Throws<OverflowException>(() => new FeeSchedule(new Fee { Name = "taxed", Fixed = most, Vat = new(1, 5) }).Assess(most, 1));
    }

    [Fact]
    public void Assess_Impossible_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Goteo.Assess(Euro(-0.01m), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Goteo.Assess(Euro(1), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Goteo.Assess(Euro(0), -1));
        var error = Assert.Throws<InvalidOperationException>(() => Kickstarter.Assess(Euro(1), 1));
        Assert.Equal("The fees are in USD, so they cannot be charged on EUR 1.00.", error.Message);
        Assert.Throws<InvalidOperationException>(() => Kickstarter.OnTop(Euro(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Goteo.OnTop(Euro(-1)));
    }

    [Fact]
    public void OnTop_CoveredFees_AreForOnePledge()
    {
        var assessment = OnTop.OnTop(Euro(25));

        // 2.9 % of 25 and 0.30 are 1.025; 20 % of 1.03 is 0.206.
        Assert.Equal(new AssessedFee { Name = "covered", Net = Euro(1.03m), Vat = Euro(0.21m) }, Assert.Single(assessment.Fees));
        Assert.Equal(Euro(1.24m), assessment.Total);
        Assert.Equal(Euro(0), OnTop.OnTop(Euro(0)).Total);

        // What is on top is not deducted as well, and the other way round.
        Assert.Equal("platform", Assert.Single(OnTop.Assess(Euro(25), 1).Fees).Name);
        Assert.Empty(Goteo.OnTop(Euro(25)).Fees);
        Assert.Equal("no fees on EUR 25.00", Goteo.OnTop(Euro(25)).ToString());
    }

    [Fact]
    public void OnTop_SmallPledge_IsNotLimitedByIt()
    {
        Assert.Equal(Euro(0.36m), OnTop.OnTop(Euro(0.01m)).Total);
    }

    [Fact]
    public void ShareOut_P14_ThreePledgesOfTenTen_SumsToTheFee()
    {
        var assessment = Percent(FivePercent).Assess(Euro(30.30m), 3);

        Assert.Equal([Euro(0.51m), Euro(0.51m), Euro(0.50m)], FeeSchedule.ShareOut(assessment, [Euro(10.10m), Euro(10.10m), Euro(10.10m)]));
    }

    [Fact]
    public void ShareOut_OtherPledgesThanAssessed_IsRefused()
    {
        var assessment = Percent(FivePercent).Assess(Euro(30), 2);

        Assert.Contains("EUR 29.00", Assert.Throws<ArgumentException>(() => FeeSchedule.ShareOut(assessment, [Euro(10), Euro(19)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => FeeSchedule.ShareOut(assessment, [Euro(31), Euro(-1)]));
        Assert.Throws<InvalidOperationException>(() => FeeSchedule.ShareOut(assessment, [Money.Of(30, "USD")]));
        Assert.Empty(FeeSchedule.ShareOut(Percent(FivePercent).Assess(Euro(0), 0), []));
        Assert.Equal([Euro(0)], FeeSchedule.ShareOut(Percent(FivePercent).Assess(Euro(0), 1), [Euro(0)]));
    }
}
