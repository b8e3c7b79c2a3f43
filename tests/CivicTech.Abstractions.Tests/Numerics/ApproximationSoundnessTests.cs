using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Abstractions.Tests.Numerics;

/// <summary>Random expressions, computed both ways: the exact value must lie within the bounds of the approximate one.</summary>
public class ApproximationSoundnessTests
{
    [Theory]
    [InlineData(11, 0)]
    [InlineData(12, 1)]
    [InlineData(13, 2)]
    public void Arithmetic_RandomExpressions_ContainTheExactValue(int seed, int kind)
    {
        HardNumbers random = new((ulong)seed);
        int bounded = 0;
        for (int i = 0; i < 4_000; i++)
        {
            Rational exact = Leaf(random, kind);
            Approximation near = exact.Approximate();
            AssertContains(exact, near);
            for (int step = random.Below(6); step >= 0; step--)
            {
                Rational other = Leaf(random, kind);
                (exact, near) = random.Below(4) switch
                {
                    0 => (exact + other, near + other.Approximate()),
                    1 => (exact - other, near - other.Approximate()),
                    2 => (exact * other, near * other.Approximate()),
                    _ when !other.IsZero => (exact / other, near / other.Approximate()),
                    _ => (exact, near),
                };
                AssertContains(exact, near);
            }

            if (double.IsFinite(near.Error)) bounded++;
        }

        // Bounds that are always infinite would be sound and useless.
        Assert.True(bounded > 1_000, $"{bounded}");
    }

    [Fact]
    public void Arithmetic_WideOperands_ContainsEveryCorner()
    {
        HardNumbers random = new(14);
        for (int i = 0; i < 10_000; i++)
        {
            Approximation a = Wide(random);
            Approximation b = Wide(random);
            Rational[] as_ = Corners(a);
            Rational[] bs = Corners(b);
            foreach (Rational x in as_)
            {
                foreach (Rational y in bs)
                {
                    AssertContains(x + y, a + b);
                    AssertContains(x - y, a - b);
                    AssertContains(x * y, a * b);
                    if (!y.IsZero) AssertContains(x / y, a / b);
                }
            }
        }
    }

    [Fact]
    public void TryCompare_RandomPairs_NeverContradictsTheExactAnswer()
    {
        HardNumbers random = new(15);
        int decided = 0;
        for (int i = 0; i < 20_000; i++)
        {
            Rational a = random.NextRational();
            Rational b = random.Below(3) == 0 ? a + new Rational(random.NextLong(), random.NextNonZeroBig()) : random.NextRational();
            int? answer = Approximation.TryCompare(a.Approximate(), b.Approximate());
            if (answer is null) continue;
            decided++;
            Assert.Equal(a.CompareTo(b), answer.Value);
        }

        Assert.True(decided > 10_000, $"{decided}");
    }

    [Fact]
    public void CompareQuotients_RandomAndNearlyEqual_IsTheExactAnswer()
    {
        HardNumbers random = new(16);
        for (int i = 0; i < 20_000; i++)
        {
            Rational a = random.NextRational();
            Rational b = NonZero(random.NextRational());
            Rational factor = NonZero(random.NextRational());
            (Rational c, Rational d) = random.Below(3) switch
            {
                0 => (a * factor, b * factor),
                1 => (a * factor + new Rational(1, random.NextNonZeroBig()), b * factor),
                _ => (random.NextRational(), NonZero(random.NextRational())),
            };

            Assert.Equal((a / b).CompareTo(c / d), CertifiedComparison.CompareQuotients(a, b, c, d));
        }
    }

    [Fact]
    public void CompareQuotients_KnownCases_IncludingSignsAndZero()
    {
        Assert.Equal(0, CertifiedComparison.CompareQuotients(1, 3, 2, 6));
        Assert.Equal(0, CertifiedComparison.CompareQuotients(1, -3, -2, 6));
        Assert.Equal(1, CertifiedComparison.CompareQuotients(-1, -3, 1, -3));
        Assert.Equal(-1, CertifiedComparison.CompareQuotients(0, -3, 1, 1000));
        Assert.Equal(-1, CertifiedComparison.CompareQuotients(long.MaxValue - 1, long.MaxValue, 1, 1));
        Assert.Equal(1, CertifiedComparison.CompareQuotients(long.MaxValue - 1, long.MaxValue, long.MaxValue - 2, long.MaxValue - 1));
        Assert.Throws<DivideByZeroException>(() => CertifiedComparison.CompareQuotients(1, 0, 1, 1));
        Assert.Throws<DivideByZeroException>(() => CertifiedComparison.CompareQuotients(1, 1, 1, 0));
    }

    private static Rational NonZero(Rational value) => value.IsZero ? Rational.One : value;

    /// <summary>0: ordinary numbers; 1: of any size; 2: near both ends of the range of doubles.</summary>
    private static Rational Leaf(HardNumbers random, int kind) => kind switch
    {
        0 => new Rational(random.Below(2_000_001) - 1_000_000, 1 + random.Below(10_000)),
        1 => random.NextRational(),
        _ => random.Below(2) == 0
            ? new Rational(random.NextLong() * BigInteger.Pow(2, random.Below(1000)), 1L + random.Below(1000))
            : new Rational(random.NextLong(), BigInteger.Pow(2, random.Below(1130)) * (1L + random.Below(1000))),
    };

    private static Approximation Wide(HardNumbers random)
    {
        double value = Math.ScaleB(random.NextLong(), random.Below(40) - 40);
        double error = random.Below(3) == 0 ? 0 : Math.Abs(value) * Math.ScaleB(1 + random.Below(1000), -random.Below(60));
        return Approximation.Certify(value, error);
    }

    private static Rational[] Corners(Approximation a)
    {
        Rational value = RationalToDoubleTests.Exactly(a.Value);
        Rational error = RationalToDoubleTests.Exactly(a.Error);
        return [value - error, value, value + error];
    }

    private static void AssertContains(Rational exact, Approximation near)
    {
        Assert.True(double.IsFinite(near.Value) && near.Error >= 0);
        if (double.IsInfinity(near.Error)) return;
        Rational distance = Rational.Abs(exact - RationalToDoubleTests.Exactly(near.Value));
        Assert.True(distance <= RationalToDoubleTests.Exactly(near.Error), $"{near}");
        Assert.True(double.IsInfinity(near.Lower) || RationalToDoubleTests.Exactly(near.Lower) <= exact);
        Assert.True(double.IsInfinity(near.Upper) || RationalToDoubleTests.Exactly(near.Upper) >= exact);
        Assert.False(double.IsNaN(near.Lower) || double.IsNaN(near.Upper));
    }
}
