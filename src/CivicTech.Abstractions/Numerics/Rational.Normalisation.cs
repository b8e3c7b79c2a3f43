using System.Numerics;
using System.Runtime.CompilerServices;

namespace CivicTech.Numerics;

// How every result is brought to its one form: lowest terms, positive denominator, small parts when they fit.
public readonly partial struct Rational
{
    /// <summary>Divides two 64-bit magnitudes by their greatest common divisor.</summary>
    private static Rational FromMagnitudes(bool negative, ulong numerator, ulong denominator)
    {
        ulong divisor = Gcd(numerator, denominator);
        return FromReduced(negative, Divide(numerator, divisor), Divide(denominator, divisor));
    }

    /// <summary>Takes parts that have no common divisor already; both are below 2^127.</summary>
    private static Rational FromReduced(bool negative, UInt128 numerator, UInt128 denominator)
    {
        if (denominator <= long.MaxValue)
        {
            if (numerator <= long.MaxValue)
            {
                long magnitude = (long)(ulong)numerator;
                return new Rational(negative ? -magnitude : magnitude, (long)(ulong)denominator, null);
            }

            // The one magnitude that fits only with a minus sign.
            if (negative && numerator == Magnitude(long.MinValue))
            {
                return new Rational(long.MinValue, (long)(ulong)denominator, null);
            }
        }

        BigInteger big = numerator;
        return new Rational(0, 1, new BigParts(negative ? -big : big, denominator));
    }

    /// <summary>As the other overload, for a numerator that carries its sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Rational FromReduced(Int128 numerator, UInt128 denominator)
    {
        if ((long)numerator == numerator && denominator <= long.MaxValue)
        {
            return new Rational((long)numerator, (long)(ulong)denominator, null);
        }

        return new Rational(0, 1, new BigParts(numerator, denominator));
    }

    /// <summary>Takes any parts with a non-zero denominator.</summary>
    private static Rational Reduce(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.Sign < 0)
        {
            numerator = -numerator;
            denominator = -denominator;
        }

        if (!denominator.IsOne)
        {
            BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
            if (!divisor.IsOne)
            {
                numerator /= divisor;
                denominator /= divisor;
            }
        }

        return FromReduced(numerator, denominator);
    }

    private static Rational FromReduced(BigInteger numerator, BigInteger denominator) =>
        denominator <= long.MaxValue && numerator >= long.MinValue && numerator <= long.MaxValue
            ? new Rational((long)numerator, (long)denominator, null)
            : new Rational(0, 1, new BigParts(numerator, denominator));

    /// <summary>The distance from zero; right for <see cref="long.MinValue"/> too, which <see cref="Math.Abs(long)"/> refuses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Magnitude(long value) => value < 0 ? 0UL - (ulong)value : (ulong)value;

    /// <summary>a / b. Many processors divide 32-bit numbers several times faster, and most numbers are that small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Divide(ulong a, ulong b) => (a | b) >> 32 == 0 ? (uint)a / (uint)b : a / b;

    /// <summary>Greatest common divisor by halving and subtracting (Stein 1967); the divisor of 0 and x is x.</summary>
    private static ulong Gcd(ulong a, ulong b)
    {
        if (a == 0) return b;
        if (b == 0) return a;
        int twos = BitOperations.TrailingZeroCount(a | b);
        a >>= BitOperations.TrailingZeroCount(a);
        b >>= BitOperations.TrailingZeroCount(b);
        while (true)
        {
            // Without branches on which is larger, for those cannot be predicted and take longer than all the rest.
            ulong difference = a - b;
            ulong mask = 0UL - (a < b ? 1UL : 0UL);
            a = b + (difference & mask);

            // A whole part is frequent, and would otherwise take one round for each bit of the other number.
            if (a == 1 || difference == 0) return a << twos;
            b = ((difference ^ mask) - mask) >> BitOperations.TrailingZeroCount(difference);
        }
    }
}
