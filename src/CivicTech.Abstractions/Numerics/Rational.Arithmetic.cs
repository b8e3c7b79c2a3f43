using System.Numerics;

namespace CivicTech.Numerics;

// The small forms follow Knuth, The Art of Computer Programming, volume 2, section 4.5.1: common divisors are taken out
// of the 64-bit operands before multiplying, so no 128-bit greatest common divisor is ever needed and nothing overflows.
public readonly partial struct Rational
{
    /// <summary>The exact sum.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other number.</param>
    public static Rational operator +(Rational left, Rational right)
    {
        if (left._big is null && right._big is null)
        {
            return AddSmall(left._numerator, left.SmallDenominator, right._numerator, right.SmallDenominator);
        }

        return Reduce(
            left.Numerator * right.Denominator + right.Numerator * left.Denominator,
            left.Denominator * right.Denominator);
    }

    /// <summary>The exact difference.</summary>
    /// <param name="left">The number to subtract from.</param>
    /// <param name="right">The number to subtract.</param>
    public static Rational operator -(Rational left, Rational right) => left + -right;

    /// <summary>The number with its sign turned.</summary>
    /// <param name="value">Any number.</param>
    public static Rational operator -(Rational value)
    {
        if (value._big is null && value._numerator != long.MinValue)
        {
            return new Rational(-value._numerator, value.SmallDenominator, null);
        }

        return FromReduced(-value.Numerator, value.Denominator);
    }

    /// <summary>The exact product.</summary>
    /// <param name="left">One factor.</param>
    /// <param name="right">The other factor.</param>
    public static Rational operator *(Rational left, Rational right)
    {
        if (left._big is null && right._big is null)
        {
            return MultiplySmall(
                (left._numerator < 0) != (right._numerator < 0),
                Magnitude(left._numerator), (ulong)left.SmallDenominator,
                Magnitude(right._numerator), (ulong)right.SmallDenominator);
        }

        return Reduce(left.Numerator * right.Numerator, left.Denominator * right.Denominator);
    }

    /// <summary>The exact quotient.</summary>
    /// <param name="left">The number to divide.</param>
    /// <param name="right">The number to divide by.</param>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static Rational operator /(Rational left, Rational right)
    {
        if (right.IsZero) throw new DivideByZeroException();
        if (left._big is null && right._big is null)
        {
            return MultiplySmall(
                (left._numerator < 0) != (right._numerator < 0),
                Magnitude(left._numerator), (ulong)left.SmallDenominator,
                (ulong)right.SmallDenominator, Magnitude(right._numerator));
        }

        return Reduce(left.Numerator * right.Denominator, left.Denominator * right.Numerator);
    }

    /// <summary>The distance of the number from zero.</summary>
    /// <param name="value">Any number.</param>
    public static Rational Abs(Rational value) => value.Sign < 0 ? -value : value;

    private static Rational AddSmall(long a, long b, long c, long d)
    {
        if (b == d)
        {
            long sum = unchecked(a + c);
            bool overflow = ((a ^ sum) & (c ^ sum)) < 0;
            if (!overflow && b == 1) return new Rational(sum);
            Int128 numerators = overflow ? (Int128)a + c : sum;
            return Quotient(numerators, (ulong)b, 1, Gcd(Remainder(numerators, (ulong)b), (ulong)b));
        }

        ulong common = b == 1 || d == 1 ? 1 : Gcd((ulong)b, (ulong)d);

        // Each product is below 2^126 in magnitude, so their sum fits.
        if (common == 1)
        {
            return FromReduced(Math.BigMul(a, d) + Math.BigMul(c, b), Math.BigMul((ulong)b, (ulong)d));
        }

        long bRest = (long)Divide((ulong)b, common);
        long dRest = (long)Divide((ulong)d, common);
        Int128 numerator = Math.BigMul(a, dRest) + Math.BigMul(c, bRest);
        return Quotient(numerator, (ulong)d, (ulong)bRest, Gcd(Remainder(numerator, common), common));
    }

    /// <summary>numerator / (factor * otherFactor), where <paramref name="divisor"/> is all that can be cancelled.</summary>
    private static Rational Quotient(Int128 numerator, ulong factor, ulong otherFactor, ulong divisor)
    {
        if (divisor != 1)
        {
            long low = (long)numerator;
            if (low == numerator)
            {
                long magnitude = (long)Divide(Magnitude(low), divisor);
                numerator = low < 0 ? -magnitude : magnitude;
            }
            else
            {
                numerator /= divisor;
            }

            factor = Divide(factor, divisor);
        }

        return FromReduced(numerator, Math.BigMul(factor, otherFactor));
    }

    /// <summary>The magnitude of <paramref name="value"/> modulo a divisor below 2^63.</summary>
    private static ulong Remainder(Int128 value, ulong divisor)
    {
        if ((long)value != value) return (ulong)(UInt128)Int128.Abs(value % divisor);
        ulong magnitude = Magnitude((long)value);
        return magnitude - Divide(magnitude, divisor) * divisor;
    }

    /// <summary>(a/b) * (c/d) of magnitudes up to 2^63, each fraction in lowest terms, b and d not zero.</summary>
    private static Rational MultiplySmall(bool negative, ulong a, ulong b, ulong c, ulong d)
    {
        if (a == 0 || c == 0) return default;
        ulong first = a == 1 || d == 1 ? 1 : Gcd(a, d);
        ulong second = c == 1 || b == 1 ? 1 : Gcd(c, b);
        if (first != 1)
        {
            a = Divide(a, first);
            d = Divide(d, first);
        }

        if (second != 1)
        {
            c = Divide(c, second);
            b = Divide(b, second);
        }

        return FromReduced(negative, Math.BigMul(a, c), Math.BigMul(b, d));
    }
}
