using System.Numerics;

namespace CivicTech.Numerics;

public readonly partial struct Rational
{
    // Whole numbers up to here are doubles without rounding.
    private const long ExactInDouble = 1L << 53;

    /// <summary>The nearest <see cref="double"/>; of two equally near ones, that with an even last bit.</summary>
    /// <remarks>
    /// This is the rounding of IEEE 754, done once, whatever the size of the parts. A number beyond the range becomes an
    /// infinity; one nearer to zero than half the smallest subnormal becomes a zero (negative zero is never given).
    /// </remarks>
    public double ToDouble()
    {
        if (_big is null)
        {
            if (_denominatorLessOne == 0) return _numerator;

            // Both operands are exact, so the one rounding is that of the division.
            if (Magnitude(_numerator) <= ExactInDouble && SmallDenominator <= ExactInDouble)
            {
                return (double)_numerator / SmallDenominator;
            }
        }

        double magnitude = RoundQuotient(BigInteger.Abs(Numerator), Denominator);
        return Sign < 0 && magnitude != 0 ? -magnitude : magnitude;
    }

    /// <summary>A double near this number, with a proven bound on how far it is off.</summary>
    /// <returns>
    /// The result of <see cref="ToDouble"/>. The error is 0 if the number is exactly that double and both parts fit in a
    /// <see cref="long"/> (with larger parts an exact double is not recognised and gets a small error); it is infinite if
    /// the number is beyond the range of <see cref="double"/>.
    /// </returns>
    public Approximation Approximate()
    {
        if (_big is null)
        {
            if (_denominatorLessOne == 0) return Approximation.FromInt64(_numerator);
            if (BitOperations.IsPow2(SmallDenominator) && Magnitude(_numerator) <= ExactInDouble)
            {
                return Approximation.Certify((double)_numerator / SmallDenominator, 0);
            }
        }

        // One rounding to nearest: off by half the gap to the neighbour at most. The whole gap is as easy and safe.
        double value = ToDouble();
        return Approximation.Certify(value, Approximation.Gap(value));
    }

    /// <summary>numerator / denominator rounded to nearest even; the numerator is not negative, the denominator positive.</summary>
    private static double RoundQuotient(BigInteger numerator, BigInteger denominator)
    {
        if (numerator.IsZero) return 0;

        // Scale so that the quotient has 66 or 67 bits: more than any double needs, with the rest told by the remainder.
        long scale = 66 - (numerator.GetBitLength() - denominator.GetBitLength());
        if (scale < -2000) return double.PositiveInfinity;
        if (scale > 2000) return 0;
        BigInteger dividend = scale > 0 ? numerator << (int)scale : numerator;
        BigInteger divisor = scale < 0 ? denominator << (int)-scale : denominator;
        UInt128 quotient = (UInt128)BigInteger.DivRem(dividend, divisor, out BigInteger remainder);

        // The number lies in [2^exponent, 2^(exponent+1)).
        int length = 128 - (int)UInt128.LeadingZeroCount(quotient);
        int exponent = length - 1 - (int)scale;
        if (exponent > 1023) return double.PositiveInfinity;

        // Subnormals have fewer than 53 significant bits, down to none just below the smallest one.
        bool normal = exponent >= -1022;
        int precision = normal ? 53 : 53 - (-1022 - exponent);
        if (precision < 0) return 0;
        int dropped = length - precision;
        ulong significand = (ulong)(quotient >> dropped);
        UInt128 rest = quotient & ((UInt128.One << dropped) - 1);
        UInt128 half = UInt128.One << (dropped - 1);
        bool up = rest > half || (rest == half && (!remainder.IsZero || (significand & 1) != 0));
        if (up) significand++;

        // Adding lets a carry run into the exponent, and from the largest exponent into infinity, as it should.
        ulong bits = normal ? ((ulong)(exponent + 1022) << 52) + significand : significand;
        return BitConverter.UInt64BitsToDouble(bits);
    }
}
