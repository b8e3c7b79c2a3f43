using System.Numerics;

namespace CivicTech.Numerics;

public readonly partial struct Rational
{
    /// <summary>The whole number <paramref name="value"/>.</summary>
    /// <param name="value">Any value.</param>
    public static implicit operator Rational(int value) => new(value);

    /// <summary>The whole number <paramref name="value"/>.</summary>
    /// <param name="value">Any value.</param>
    public static implicit operator Rational(long value) => new(value);

    /// <summary>The whole number <paramref name="value"/>.</summary>
    /// <param name="value">Any value.</param>
    public static implicit operator Rational(BigInteger value) => FromReduced(value, BigInteger.One);

    /// <summary>Exactly the number that <paramref name="value"/> writes: 0.1m is 1/10.</summary>
    /// <param name="value">Any value; trailing zeros make no difference.</param>
    public static implicit operator Rational(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        UInt128 digits = new((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        bool negative = bits[3] < 0;
        int decimals = (bits[3] >> 16) & 0xFF;
        if (digits <= ulong.MaxValue && decimals <= 19)
        {
            return FromMagnitudes(negative, (ulong)digits, PowersOfTen[decimals]);
        }

        BigInteger numerator = digits;
        return Reduce(negative ? -numerator : numerator, PowerOfTen(decimals));
    }

    /// <summary>The greatest whole number that is not greater than this number.</summary>
    public Rational Floor()
    {
        Rational truncated = Truncate();
        return Sign < 0 && !IsInteger ? truncated - One : truncated;
    }

    /// <summary>The smallest whole number that is not smaller than this number.</summary>
    public Rational Ceiling()
    {
        Rational truncated = Truncate();
        return Sign > 0 && !IsInteger ? truncated + One : truncated;
    }

    /// <summary>The number without its fractional part, which moves it towards zero.</summary>
    public Rational Truncate() =>
        _big is null ? new Rational(_numerator / SmallDenominator) : BigInteger.Divide(_big.Numerator, _big.Denominator);

    /// <summary>10^0 to 10^19: all that fit in 64 bits.</summary>
    private static ReadOnlySpan<ulong> PowersOfTen =>
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ];

    internal static BigInteger PowerOfTen(int exponent) =>
        exponent < PowersOfTen.Length ? PowersOfTen[exponent] : BigInteger.Pow(10, exponent);
}
