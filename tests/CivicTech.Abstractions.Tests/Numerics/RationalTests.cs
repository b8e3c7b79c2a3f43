using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Abstractions.Tests.Numerics;

public class RationalTests
{
    private static readonly BigInteger TwoTo63 = BigInteger.Pow(2, 63);

    [Fact]
    public void Default_IsZero()
    {
        Rational zero = default;

        Assert.Equal(Rational.Zero, zero);
        Assert.True(zero.IsZero && zero.IsInteger);
        Assert.Equal(0, zero.Sign);
        Assert.Equal(BigInteger.Zero, zero.Numerator);
        Assert.Equal(BigInteger.One, zero.Denominator);
        Assert.Equal("0", zero.ToString());
        Assert.Equal(new Rational(5), zero + 5);
        Assert.Equal(new Rational(0, -7).GetHashCode(), zero.GetHashCode());
    }

    [Theory]
    [InlineData(6, 4, 3, 2)]
    [InlineData(-6, 4, -3, 2)]
    [InlineData(6, -4, -3, 2)]
    [InlineData(-6, -4, 3, 2)]
    [InlineData(0, -9, 0, 1)]
    [InlineData(long.MinValue, long.MinValue, 1, 1)]
    [InlineData(long.MinValue, 2, long.MinValue / 2, 1)]
    [InlineData(long.MaxValue, long.MaxValue, 1, 1)]
    [InlineData(long.MinValue, 1, long.MinValue, 1)]
    public void Constructor_AnyParts_AreBroughtToLowestTerms(long numerator, long denominator, long n, long d)
    {
        foreach (Rational value in new[] { new(numerator, denominator), new Rational((BigInteger)numerator, denominator) })
        {
            Assert.Equal(n, value.Numerator);
            Assert.Equal(d, value.Denominator);
            Assert.True(value.IsSmall);
        }
    }

    [Fact]
    public void Constructor_MinValueThatDoesNotFit_TakesTheBigForm()
    {
        Rational whole = new(long.MinValue, -1);
        Rational fraction = new(1, long.MinValue);

        Assert.False(whole.IsSmall);
        Assert.Equal(TwoTo63, whole.Numerator);
        Assert.False(fraction.IsSmall);
        Assert.Equal(-1, fraction.Numerator);
        Assert.Equal(TwoTo63, fraction.Denominator);
    }

    [Fact]
    public void Constructor_ZeroDenominator_Throws()
    {
        Assert.Throws<DivideByZeroException>(() => new Rational(1, 0));
        Assert.Throws<DivideByZeroException>(() => new Rational(BigInteger.One, BigInteger.Zero));
        Assert.Throws<DivideByZeroException>(() => Rational.One / Rational.Zero);
        Assert.Throws<DivideByZeroException>(() => new Rational(TwoTo63, 1) / Rational.Zero);
    }

    [Fact]
    public void Arithmetic_AcrossTheBorderOfTheForms_ComesBackToTheSmallForm()
    {
        Rational most = long.MaxValue;
        Rational least = long.MinValue;
        Rational beyond = most + 1;

        Assert.False(beyond.IsSmall);
        Assert.Equal(TwoTo63, beyond.Numerator);
        Assert.True((beyond - 1).IsSmall);
        Assert.Equal(most, beyond - 1);
        Assert.Equal(beyond, -least);
        Assert.True((-beyond).IsSmall);
        Assert.Equal(least, -beyond);
        Assert.Equal(beyond, Rational.Abs(least));
        Assert.False((least - 1).IsSmall);
        Assert.Equal(least, least - 1 + 1);
        Assert.Equal(most, most * most / most);
        Assert.Equal(new Rational(1, 3), new Rational(1, 3) * beyond / beyond);
        Assert.True((most * most / most).IsSmall);
        Assert.Equal(least, most * least / most);
        Assert.Equal(Rational.One, least / least);
        Assert.Equal(new Rational(1, long.MaxValue), Rational.One / most);
        Assert.True((Rational.One / (Rational.One / beyond) / 2).IsSmall);
        Assert.Equal(Rational.Zero, beyond - beyond);
        Assert.True((beyond - beyond).IsSmall);
    }

    [Theory]
    [InlineData(7, 2, 3, 4, 3)]
    [InlineData(-7, 2, -4, -3, -3)]
    [InlineData(4, 1, 4, 4, 4)]
    [InlineData(-4, 1, -4, -4, -4)]
    [InlineData(1, 3, 0, 1, 0)]
    [InlineData(-1, 3, -1, 0, 0)]
    public void Rounding_ToWholeNumbers_KeepsItsDirection(long n, long d, long floor, long ceiling, long truncated)
    {
        Rational value = new(n, d);
        Rational far = new Rational(TwoTo63 * 4, 1);

        Assert.Equal(floor, value.Floor());
        Assert.Equal(ceiling, value.Ceiling());
        Assert.Equal(truncated, value.Truncate());
        Assert.Equal(far + floor, (far + value).Floor());
        Assert.Equal(far + ceiling, (far + value).Ceiling());
        Assert.Equal(-far + floor, (-far + value).Floor());
        Assert.Equal(-far + ceiling, (-far + value).Ceiling());
    }

    [Fact]
    public void TryGetInt64_OnlyWholeNumbersInRange()
    {
        Assert.True(new Rational(long.MinValue).TryGetInt64(out long least));
        Assert.Equal(long.MinValue, least);
        Assert.False(new Rational(1, 2).TryGetInt64(out _));
        Assert.False(new Rational(TwoTo63, 1).TryGetInt64(out long none));
        Assert.Equal(0, none);
    }

    [Fact]
    public void Decimal_EveryValue_IsExact()
    {
        Assert.Equal(new Rational(1, 10), 0.1m);
        Assert.Equal(new Rational(-5, 4), -1.2500m);
        Assert.Equal(Rational.Zero, 0.000m);
        Assert.Equal(Rational.Zero, new decimal(0, 0, 0, true, 3));
        Assert.Equal(new Rational(BigInteger.Pow(2, 96) - 1, 1), decimal.MaxValue);
        Assert.Equal(new Rational(1 - BigInteger.Pow(2, 96), 1), decimal.MinValue);
        Assert.Equal(new Rational(1, BigInteger.Pow(10, 28)), 0.0000000000000000000000000001m);
        Assert.Equal(new Rational(1, BigInteger.Pow(10, 19)), 0.0000000000000000001m);
        Assert.Equal(new Rational(ulong.MaxValue, BigInteger.Pow(10, 19)), 1.8446744073709551615m);
        Assert.Equal(new Rational(ulong.MaxValue, 1), ulong.MaxValue);
    }

    [Fact]
    public void Comparison_WithObjects_FollowsTheContract()
    {
        IComparable one = Rational.One;

        Assert.Equal(1, one.CompareTo(null));
        Assert.Equal(-1, one.CompareTo(new Rational(2)));
        Assert.Throws<ArgumentException>(() => one.CompareTo(2));
        Assert.False(one.Equals(1));
        Assert.Equal(new Rational(1, 3), Rational.Min(new Rational(1, 2), new Rational(1, 3)));
        Assert.Equal(new Rational(1, 2), Rational.Max(new Rational(1, 2), new Rational(1, 3)));
    }
}
