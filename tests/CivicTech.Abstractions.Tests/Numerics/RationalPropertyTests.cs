using System.Numerics;
using CivicTech.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CivicTech.Abstractions.Tests.Numerics;

/// <summary>Everything is checked against cross-multiplication of <see cref="BigInteger"/>s that never reduces.</summary>
public class RationalPropertyTests
{
    private const int Rounds = 20_000;

    [Fact]
    public void Arithmetic_RandomPairs_AgreesWithCrossMultiplication()
    {
        HardNumbers random = new(1);
        for (int i = 0; i < Rounds; i++)
        {
            Rational a = random.NextRational();
            Rational b = random.NextRational();
            BigInteger an = a.Numerator, ad = a.Denominator, bn = b.Numerator, bd = b.Denominator;

            Same(an * bd + bn * ad, ad * bd, a + b);
            Same(an * bd - bn * ad, ad * bd, a - b);
            Same(an * bn, ad * bd, a * b);
            if (!b.IsZero) Same(an * bd, ad * bn, a / b);
            Same(-an, ad, -a);
            Assert.Equal(a.Sign, an.Sign);
        }
    }

    [Fact]
    public void Arithmetic_RelatedDenominators_AgreesWithCrossMultiplication()
    {
        // Sums that cancel need denominators with much in common, which independent draws rarely have.
        HardNumbers random = new(2);
        for (int i = 0; i < Rounds; i++)
        {
            int common = 1 + random.Below(720_720);
            Rational a = new(random.Next() % 2 == 0 ? random.NextLong() : random.Below(5000), common * (1L + random.Below(12)));
            Rational b = new(random.Next() % 2 == 0 ? random.NextLong() : -random.Below(5000), common * (1L + random.Below(12)));

            Same(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator, a + b);
            Same(a.Numerator * b.Numerator, a.Denominator * b.Denominator, a * b);
            Assert.Equal(a, a + b - b);
        }
    }

    [Fact]
    public void Comparison_RandomPairs_AgreesWithCrossMultiplication()
    {
        HardNumbers random = new(3);
        for (int i = 0; i < Rounds; i++)
        {
            Rational a = random.NextRational();
            Rational b = random.Below(5) == 0 ? a + new Rational(1, random.NextNonZeroBig()) : random.NextRational();
            int expected = (a.Numerator * b.Denominator).CompareTo(b.Numerator * a.Denominator);

            Assert.Equal(Math.Sign(expected), a.CompareTo(b));
            Assert.Equal(-a.CompareTo(b), b.CompareTo(a));
            Assert.Equal(expected == 0, a == b);
            Assert.Equal(expected != 0, a != b);
            Assert.Equal(expected < 0, a < b);
            Assert.Equal(expected <= 0, a <= b);
            Assert.Equal(expected > 0, a > b);
            Assert.Equal(expected >= 0, a >= b);
            Assert.Equal(expected, CertifiedComparison.Compare(a, b));
        }
    }

    [Fact]
    public void Equality_SameNumberByAnotherWay_HasSameFormAndHash()
    {
        HardNumbers random = new(4);
        for (int i = 0; i < Rounds; i++)
        {
            Rational a = random.NextRational();
            BigInteger factor = random.NextNonZeroBig();
            Rational again = new(a.Numerator * factor, a.Denominator * factor);
            Rational there = a + factor - factor;

            Assert.True(a == again && a == there && a.Equals((object)again));
            Assert.Equal(a.GetHashCode(), again.GetHashCode());
            Assert.Equal(a.GetHashCode(), there.GetHashCode());
            Assert.Equal(a.IsSmall, there.IsSmall);
        }
    }

    [Fact]
    public void Floor_RandomNumbers_IsTheWholeNumberBelow()
    {
        HardNumbers random = new(5);
        for (int i = 0; i < Rounds; i++)
        {
            Rational a = random.NextRational();

            Assert.True(a.Floor().IsInteger && a.Floor() <= a && a < a.Floor() + 1);
            Assert.True(a.Ceiling().IsInteger && a.Ceiling() >= a && a > a.Ceiling() - 1);
            Assert.Equal(a.Sign < 0 ? a.Ceiling() : a.Floor(), a.Truncate());
        }
    }

    [Fact]
    public void Arithmetic_LawsOfAField_Hold() =>
        Prop.ForAll<(long, long), (long, long), (long, long)>((x, y, z) =>
        {
            Rational a = From(x), b = From(y), c = From(z);
            return a + b == b + a
                && (a + b) + c == a + (b + c)
                && (a * b) * c == a * (b * c)
                && a * (b + c) == a * b + a * c
                && a - a == Rational.Zero
                && (a.IsZero || a / a == Rational.One);
        }).QuickCheckThrowOnFailure();

    private static Rational From((long N, long D) parts) => new(parts.N, parts.D == 0 ? 1 : parts.D);

    private static void Same(BigInteger numerator, BigInteger denominator, Rational actual)
    {
        BigInteger n = actual.Numerator, d = actual.Denominator;
        Assert.Equal(numerator * d, n * denominator);
        Assert.True(d.Sign > 0);
        Assert.True(BigInteger.GreatestCommonDivisor(n, d).IsOne);
        Assert.Equal(n >= long.MinValue && n <= long.MaxValue && d <= long.MaxValue, actual.IsSmall);
    }
}
