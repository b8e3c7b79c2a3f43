using System.Numerics;
using CivicTech.Abstractions.Tests.Numerics;
using CivicTech.Amounts;
using CivicTech.Numerics;

namespace CivicTech.Abstractions.Tests.Amounts;

public sealed class MoneySharesTests
{
    private static readonly Currency Euro = Currency.Of("EUR");
    private static readonly MoneyRounding[] Rules = Enum.GetValues<MoneyRounding>();

    // Cents, and a quarter of them by each rule.
    [Theory]
    [InlineData(0, 0, 0, 0, 0)]
    [InlineData(1, 0, 0, 1, 0)]
    [InlineData(2, 1, 0, 1, 0)]
    [InlineData(3, 1, 1, 1, 0)]
    [InlineData(4, 1, 1, 1, 1)]
    [InlineData(5, 1, 1, 2, 1)]
    [InlineData(6, 2, 2, 2, 1)]
    [InlineData(7, 2, 2, 2, 1)]
    [InlineData(10, 3, 2, 3, 2)]
    public void Share_AQuarter_IsRoundedByTheRule(long cents, long halfUp, long halfEven, long up, long down)
    {
        long[] expected = [halfUp, halfEven, up, down];
        for (var i = 0; i < Rules.Length; i++)
        {
            Assert.Equal(expected[i], Money.FromMinorUnits(cents, Euro).Share(new Rational(1, 4), Rules[i]).MinorUnits);
            Assert.Equal(-expected[i], Money.FromMinorUnits(-cents, Euro).Share(new Rational(1, 4), Rules[i]).MinorUnits);
            Assert.Equal(-expected[i], Money.FromMinorUnits(cents, Euro).Share(new Rational(-1, 4), Rules[i]).MinorUnits);
        }
    }

    [Fact]
    public void Share_FeesOnEach_MayDifferFromTheFeeOnAll()
    {
        // Three pledges of 10.10 at 5 %.
        Money pledge = Money.Of(10.10m, Euro), fee = Money.Of(0.51m, Euro), total = Money.Of(1.52m, Euro);
        Rational rate = 0.05m;

        Assert.Equal(fee, pledge.Share(rate, MoneyRounding.HalfUp));
        Assert.Equal(total, (pledge * 3).Share(rate, MoneyRounding.HalfUp));
        Assert.Equal([fee, fee, Money.Of(0.50m, Euro)], total.Split([1_010, 1_010, 1_010]));
    }

    [Fact]
    public void Share_RialInQuadrillions_IsExact()
    {
        var budget = Money.Of(1_000_000_000_000_000, new Currency("IRR", 0));

        Assert.Equal(333_333_333_333_333, budget.Share(new Rational(1, 3), MoneyRounding.HalfUp).MinorUnits);
        Assert.Equal(333_333_333_333_334, budget.Share(new Rational(1, 3), MoneyRounding.Up).MinorUnits);
        Assert.Equal(budget * 9_000, budget.Share(9_000, MoneyRounding.Down));
    }

    [Fact]
    public void Share_OutOfRange_Overflows()
    {
        var most = Money.FromMinorUnits(long.MaxValue, Euro);

        Assert.Throws<OverflowException>(() => most.Share(2, MoneyRounding.Down));
        Assert.Throws<OverflowException>(() => most.Share(-2, MoneyRounding.Down));
        Assert.Throws<OverflowException>(() => most.Share(new Rational(BigInteger.Pow(10, 50), 3), MoneyRounding.Down));
        Assert.Throws<OverflowException>(() => most.Share(1 + new Rational(1, BigInteger.Pow(10, 30)), MoneyRounding.Up));
        Assert.Equal(most, most.Share(1 + new Rational(1, BigInteger.Pow(10, 30)), MoneyRounding.HalfUp));
        Assert.Equal(-most, most.Share(-1, MoneyRounding.Up));
    }

    [Fact]
    public void Share_NoRule_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Money.Of(1, Euro).Share(1, (MoneyRounding)4));

    [Fact]
    public void Share_RandomRates_IsTheRoundedExactProduct()
    {
        HardNumbers random = new(63);
        var checkedShares = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var money = Money.FromMinorUnits(Math.Max(random.NextLong(), -long.MaxValue), Euro);
            // Every other rate has a small even denominator, so that halves come up.
            var rate = random.Below(2) == 0 ? random.NextRational() : new Rational(random.Below(100) - 50, 2 * (1 + random.Below(4)));
            foreach (var rule in Rules)
            {
                var expected = Rounded(money.MinorUnits * rate.Numerator, rate.Denominator, rule);
                if (BigInteger.Abs(expected) > long.MaxValue)
                {
                    Assert.Throws<OverflowException>(() => money.Share(rate, rule));
                    continue;
                }

                Assert.Equal(Money.FromMinorUnits((long)expected, Euro), money.Share(rate, rule));
                checkedShares++;
            }
        }

        Assert.True(checkedShares > 20_000);
    }

    [Fact]
    public void Split_Ties_GoToTheStart()
    {
        Assert.Equal([34, 33, 33], Units(Money.FromMinorUnits(100, Euro).Split([1, 1, 1])));
        Assert.Equal([34, 34, 33], Units(Money.FromMinorUnits(101, Euro).Split([7, 7, 7])));
        Assert.Equal([-34, -33, -33], Units(Money.FromMinorUnits(-100, Euro).Split([1, 1, 1])));
        Assert.Equal([1, 0, 0], Units(Money.FromMinorUnits(1, Euro).Split([1, 1, 1])));
        Assert.Equal([0, 1, 0], Units(Money.FromMinorUnits(1, Euro).Split([0, 2, 1])));
    }

    [Fact]
    public void Split_WholeRange_LosesNothing()
    {
        var most = Money.FromMinorUnits(long.MaxValue, Euro);

        Assert.Equal([long.MaxValue / 2 + 1, long.MaxValue / 2], Units(most.Split([long.MaxValue, long.MaxValue])));
        Assert.Equal([-long.MaxValue], Units((-most).Split([1])));
    }

    [Fact]
    public void Split_Nothing_GivesZeros()
    {
        Assert.Equal([Money.Zero(Euro), Money.Zero(Euro)], Money.Zero(Euro).Split([0, 3]));
        Assert.Equal([Money.Zero(Euro)], Money.Zero(Euro).Split([0]));
        Assert.Empty(Money.Zero(Euro).Split([]));
    }

    [Fact]
    public void Split_BadWeights_AreRefused()
    {
        var money = Money.Of(1, Euro);

        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => money.Split([1, -1])).ParamName);
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => money.Split([0, 0])).ParamName);
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => money.Split([])).ParamName);
    }

    [Fact]
    public void Split_RandomWeights_KeepsTheLaws()
    {
        HardNumbers random = new(64);
        for (var i = 0; i < 5_000; i++)
        {
            var small = random.Below(2) == 0;
            var weights = Enumerable.Range(0, 1 + random.Below(8)).Select(_ => small ? random.Below(6) : random.NextLong() & long.MaxValue).ToArray();
            weights[random.Below(weights.Length)] |= 1;
            var money = Money.FromMinorUnits(small ? random.Below(100) - 50 : Math.Max(random.NextLong(), -long.MaxValue), Euro);

            var parts = Units(money.Split(weights));

            Assert.Equal(LargestRemainders(money.MinorUnits, weights), parts);
            Assert.Equal(money.MinorUnits, parts.Aggregate(BigInteger.Zero, (sum, part) => sum + part));
            Assert.Equal(parts.Select(part => -part), Units((-money).Split(weights)));
        }
    }

    /// <summary>By comparing candidates, without a quotient that rounds.</summary>
    private static BigInteger Rounded(BigInteger numerator, BigInteger denominator, MoneyRounding rule)
    {
        var magnitude = BigInteger.Abs(numerator);
        BigInteger below = magnitude / denominator, above = below + 1;
        if (below * denominator == magnitude) above = below;
        BigInteger down = magnitude - below * denominator, up = above * denominator - magnitude;
        var chosen = rule switch
        {
            MoneyRounding.Up => above,
            MoneyRounding.Down => below,
            _ when down < up => below,
            _ when up < down => above,
            MoneyRounding.HalfUp => above,
            _ => below.IsEven ? below : above,
        };
        return numerator.Sign * chosen;
    }

    private static long[] LargestRemainders(long total, long[] weights)
    {
        var sum = weights.Aggregate(BigInteger.Zero, (all, weight) => all + weight);
        var exact = weights.Select(weight => BigInteger.Abs(total) * weight).ToArray();
        var parts = exact.Select(share => (long)(share / sum)).ToArray();
        var left = (int)(BigInteger.Abs(total) - parts.Aggregate(BigInteger.Zero, (all, part) => all + part));
        foreach (var index in Enumerable.Range(0, parts.Length).OrderByDescending(index => exact[index] % sum).ThenBy(index => index).Take(left)) parts[index]++;
        return [.. parts.Select(part => part * Math.Sign(total))];
    }

    private static long[] Units(Money[] parts) => [.. parts.Select(part => part.MinorUnits)];
}
