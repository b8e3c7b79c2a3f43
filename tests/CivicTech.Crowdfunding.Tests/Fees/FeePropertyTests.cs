using System.Numerics;
using CivicTech.Amounts;
using CivicTech.Crowdfunding.Fees;
using CivicTech.Numerics;

namespace CivicTech.Crowdfunding.Tests.Fees;

public class FeePropertyTests
{
    private static readonly Currency Euros = Currency.Of("EUR");

    [Fact]
    public void Assess_RandomFees_AsWholeNumberArithmetic()
    {
        var random = new SplitMix64(621);
        for (var i = 0; i < 5_000; i++)
        {
            var (numerator, vat, each) = (random.Below(1001), random.Below(301), random.Below(50));
            var rounding = random.Pick(Enum.GetValues<MoneyRounding>());
            var pledges = random.Between(1, 40);
            var captured = 10_000L + (long)(random.Next() % 1_000_000_000_000);
            var fees = new FeeSchedule(new Fee
            {
                Name = "platform", Rate = new(numerator, 2003), Fixed = Money.FromMinorUnits(each, Euros), Vat = new(vat, 1000), Rounding = rounding,
            });

            var assessment = fees.Assess(Money.FromMinorUnits(captured, Euros), pledges);

            var net = Rounded(((BigInteger)captured * numerator) + ((BigInteger)each * pledges * 2003), 2003, rounding);
            Assert.Equal(net, assessment.Net.MinorUnits);
            Assert.Equal(Rounded(net * vat, 1000, rounding), assessment.Vat.MinorUnits);
        }
    }

    [Fact]
    public void Assess_StepsOfOneRate_AsThatRate()
    {
        var random = new SplitMix64(622);
        for (var i = 0; i < 2_000; i++)
        {
            Rational rate = new(random.Below(100), 997);
            var ends = Enumerable.Range(0, random.Between(0, 4)).Select(_ => 1 + random.Below(10_000)).Distinct().Order().ToArray();
            var stepped = new FeeSchedule(new Fee
            {
                Name = "platform", Tiers = [.. ends.Select(end => new FeeTier(rate, Money.FromMinorUnits(end, Euros))), new FeeTier(rate, null)],
            });
            var captured = Money.FromMinorUnits(random.Below(20_000), Euros);

            Assert.Equal(FeeSamples.Percent(rate).Assess(captured, 1).Net, stepped.Assess(captured, 1).Net);
        }
    }

    [Fact]
    public void ShareOut_P14_RandomPledges_SumsToTheTotalAndStaysNearTheShare()
    {
        var random = new SplitMix64(623);
        for (var i = 0; i < 2_000; i++)
        {
            var pledges = Enumerable.Range(0, random.Between(1, 30)).Select(_ => Money.FromMinorUnits(random.OneIn(4) ? 1 : random.Below(100_000), Euros)).ToArray();
            var captured = pledges.Aggregate(Money.Zero(Euros), (sum, pledge) => sum + pledge);
            var fees = new FeeSchedule(
                new Fee { Name = "platform", Rate = new(random.Below(30), 100), Vat = new(19, 100) },
                new Fee { Name = "processing", Rate = new(29, 1000), Fixed = Money.FromMinorUnits(random.Below(40), Euros) });
            var assessment = fees.Assess(captured, pledges.Length);

            var parts = FeeSchedule.ShareOut(assessment, pledges);

            Assert.Equal(assessment.Total, parts.Aggregate(Money.Zero(Euros), (sum, part) => sum + part));
            Assert.True(assessment.Total <= captured);
            for (var j = 0; j < parts.Length; j++)
            {
                Assert.True(!parts[j].IsNegative && parts[j] <= pledges[j]);
                if (captured.IsZero) continue;
                var exact = new Rational((BigInteger)assessment.Total.MinorUnits * pledges[j].MinorUnits, captured.MinorUnits);
                Assert.True(Rational.Abs(exact - parts[j].MinorUnits) < 1);
            }
        }
    }

    private static BigInteger Rounded(BigInteger numerator, BigInteger denominator, MoneyRounding rounding) => rounding switch
    {
        MoneyRounding.Down => numerator / denominator,
        MoneyRounding.Up => (numerator + denominator - 1) / denominator,
        MoneyRounding.HalfUp => ((2 * numerator) + denominator) / (2 * denominator),
        _ => HalfEven(numerator, denominator),
    };

    private static BigInteger HalfEven(BigInteger numerator, BigInteger denominator)
    {
        var up = ((2 * numerator) + denominator) / (2 * denominator);
        var isHalf = numerator * 2 % (2 * denominator) == denominator;
        return isHalf && !up.IsEven ? up - 1 : up;
    }
}
