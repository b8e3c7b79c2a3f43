using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Abstractions.Tests.Numerics;

public class ApproximationTests
{
    [Fact]
    public void Default_IsExactZero()
    {
        Approximation zero = default;

        Assert.Equal(0, Approximation.TryCompare(zero, Rational.Zero.Approximate()));
        Assert.Equal(0, zero.Lower);
        Assert.Equal(0, zero.Upper);
    }

    [Fact]
    public void Approximate_WhatADoubleCanHold_HasNoError()
    {
        foreach (Rational value in new Rational[] { 0, 1, -7, 1L << 53, long.MinValue, new(3, 8), new(-1, 1L << 62) })
        {
            Assert.Equal(0, value.Approximate().Error);
            Assert.Equal(value, RationalToDoubleTests.Exactly(value.Approximate().Value));
        }

        Assert.True(new Rational(1, 3).Approximate().Error is > 0 and < 1e-16);
        Assert.Equal(1, Approximation.FromInt64((1L << 53) + 1).Error);
        Assert.Equal(1, Approximation.FromInt64(long.MaxValue).Error);
    }

    [Fact]
    public void Approximate_BeyondTheRange_IsUnknown()
    {
        Approximation huge = new Rational(BigInteger.Pow(10, 400), 1).Approximate();
        Approximation tiny = new Rational(1, BigInteger.Pow(10, 400)).Approximate();

        Assert.Equal(Approximation.Unknown, huge);
        Assert.True(tiny.Error > 0);
        Assert.Null(Approximation.TryCompare(tiny, default));
        Assert.Null(Approximation.TryCompare(huge, default));
    }

    [Fact]
    public void Certify_NotFinite_IsUnknown()
    {
        Assert.Equal(Approximation.Unknown, Approximation.Certify(double.NaN, 0));
        Assert.Equal(Approximation.Unknown, Approximation.Certify(double.PositiveInfinity, 0));
        Assert.Equal(Approximation.Unknown, Approximation.Certify(1, double.NaN));
        Assert.Equal(Approximation.Unknown, Approximation.Certify(1, -1));
        Assert.Equal(double.NegativeInfinity, Approximation.Unknown.Lower);
        Assert.Equal(double.PositiveInfinity, Approximation.Unknown.Upper);
    }

    [Fact]
    public void Arithmetic_WithoutAnswer_IsUnknown()
    {
        Approximation one = Approximation.FromInt64(1);
        Approximation largest = Approximation.Certify(double.MaxValue, 0);

        foreach (Approximation unknown in new[]
        {
            one / Approximation.FromInt64(0),
            default(Approximation) / Approximation.FromInt64(0),
            one / Approximation.Certify(1, 1),
            one / Approximation.Certify(1, 2),
            one / Approximation.Unknown,
            Approximation.Unknown * Approximation.FromInt64(0),
            largest + largest,
            largest * largest,
            largest / Approximation.Certify(0.5, 0),
            Approximation.Unknown - Approximation.Unknown,
        })
        {
            Assert.Equal(double.PositiveInfinity, unknown.Error);
            Assert.False(double.IsNaN(unknown.Value));
            Assert.Null(Approximation.TryCompare(unknown, one));
            Assert.Null(Approximation.TryCompare(one, unknown));
        }
    }

    [Fact]
    public void Arithmetic_ExactOperands_StaysExactWhenItCan()
    {
        Approximation seven = Approximation.FromInt64(7);
        Approximation half = new Rational(1, 2).Approximate();

        Assert.Equal(Approximation.Certify(7.5, 0), seven + half);
        Assert.Equal(Approximation.Certify(6.5, 0), seven - half);
        Assert.Equal(Approximation.Certify(3.5, 0), seven * half);
        Assert.Equal(Approximation.Certify(14, 0), seven / half);
        Assert.True((half / seven).Error > 0);
        Assert.Equal(0, Approximation.TryCompare(seven * half, new Rational(7, 2).Approximate()));
    }

    [Fact]
    public void Arithmetic_Underflow_IsCoveredByTheError()
    {
        // Exact operands, so that the only error is that of the operation.
        double tiny = Math.ScaleB(1, -600);
        double near = Math.ScaleB(1 + Math.ScaleB(1, -52), -537);
        foreach ((double a, double b) in new[] { (tiny, tiny), (near, near), (-near, near), (tiny, near) })
        {
            Rational exact = RationalToDoubleTests.Exactly(a) * RationalToDoubleTests.Exactly(b);
            AssertCovers(exact, Approximation.Certify(a, 0) * Approximation.Certify(b, 0));
        }

        AssertCovers(
            RationalToDoubleTests.Exactly(double.Epsilon) / 3,
            Approximation.Certify(double.Epsilon, 0) / Approximation.FromInt64(3));

        static void AssertCovers(Rational exact, Approximation approximation)
        {
            Assert.True(approximation.Error > 0);
            Assert.True(RationalToDoubleTests.Exactly(approximation.Lower) <= exact);
            Assert.True(RationalToDoubleTests.Exactly(approximation.Upper) >= exact);
        }
    }

    [Fact]
    public void TryCompare_IntervalsThatTouch_IsUndecided()
    {
        Assert.Null(Approximation.TryCompare(Approximation.Certify(1, 1), Approximation.Certify(3, 1)));
        Assert.Equal(-1, Approximation.TryCompare(Approximation.Certify(1, 0.5), Approximation.Certify(3, 1)));
        Assert.Equal(1, Approximation.TryCompare(Approximation.Certify(3, 1), Approximation.Certify(1, 0.5)));
        Assert.Null(Approximation.TryCompare(Approximation.Certify(1, 0.5), Approximation.Certify(1, 0.5)));
    }
}
