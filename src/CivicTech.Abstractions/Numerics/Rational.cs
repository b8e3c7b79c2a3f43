using System.Numerics;
using System.Text.Json.Serialization;

namespace CivicTech.Numerics;

/// <summary>
/// An exact fraction of unlimited size. Sums, products and comparisons are exact; nothing is ever rounded unless a
/// member says so (<see cref="ToDouble"/>, <see cref="Floor"/>, <see cref="Ceiling"/>, <see cref="Truncate"/>).
/// </summary>
/// <remarks>
/// <para>A value is always in lowest terms with a positive denominator, so two equal numbers have the same parts, the
/// same hash code and the same text. <c>default(Rational)</c> is zero.</para>
/// <para>While numerator and denominator both fit in a <see cref="long"/> no operation allocates; beyond that the parts
/// are <see cref="BigInteger"/>s. The change of form is invisible: it happens in both directions and has no effect
/// on any result.</para>
/// <para>Immutable, hence safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(RationalJsonConverter))]
public readonly partial struct Rational :
    IEquatable<Rational>,
    IComparable<Rational>,
    IComparable,
    ISpanFormattable,
    ISpanParsable<Rational>,
    IUtf8SpanParsable<Rational>,
    IComparisonOperators<Rational, Rational, bool>,
    IAdditionOperators<Rational, Rational, Rational>,
    ISubtractionOperators<Rational, Rational, Rational>,
    IMultiplyOperators<Rational, Rational, Rational>,
    IDivisionOperators<Rational, Rational, Rational>,
    IUnaryNegationOperators<Rational, Rational>
{
    // The small form. The denominator is kept less one, so that the all-zero struct is 0/1.
    private readonly long _numerator;
    private readonly long _denominatorLessOne;

    // The big form. Set if and only if a part does not fit in a long (the other two fields are then 0): one number
    // has one form, which keeps equality and hashing simple.
    private readonly BigParts? _big;

    /// <summary>The whole number <paramref name="value"/>.</summary>
    /// <param name="value">Any value.</param>
    public Rational(long value) => _numerator = value;

    /// <summary>The fraction <paramref name="numerator"/> / <paramref name="denominator"/>, brought to lowest terms.</summary>
    /// <param name="numerator">Any value.</param>
    /// <param name="denominator">Any value but zero; a negative one turns the sign of the fraction.</param>
    /// <exception cref="DivideByZeroException"><paramref name="denominator"/> is zero.</exception>
    public Rational(long numerator, long denominator)
    {
        if (denominator == 0) throw new DivideByZeroException("The denominator of a fraction is zero.");
        this = FromMagnitudes((numerator < 0) != (denominator < 0), Magnitude(numerator), Magnitude(denominator));
    }

    /// <summary>The fraction <paramref name="numerator"/> / <paramref name="denominator"/>, brought to lowest terms.</summary>
    /// <param name="numerator">Any value.</param>
    /// <param name="denominator">Any value but zero; a negative one turns the sign of the fraction.</param>
    /// <exception cref="DivideByZeroException"><paramref name="denominator"/> is zero.</exception>
    /// <remarks>The cost is that of one greatest common divisor of the two numbers.</remarks>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero) throw new DivideByZeroException("The denominator of a fraction is zero.");
        this = Reduce(numerator, denominator);
    }

    private Rational(long numerator, long denominator, BigParts? big)
    {
        _numerator = numerator;
        _denominatorLessOne = denominator - 1;
        _big = big;
    }

    /// <summary>Zero, the same as <c>default(Rational)</c>.</summary>
    public static Rational Zero => default;

    /// <summary>One.</summary>
    public static Rational One => new(1);

    /// <summary>The numerator in lowest terms; it carries the sign.</summary>
    public BigInteger Numerator => _big is null ? _numerator : _big.Numerator;

    /// <summary>The denominator in lowest terms: at least 1, and exactly 1 for a whole number.</summary>
    public BigInteger Denominator => _big is null ? SmallDenominator : _big.Denominator;

    /// <summary>Whether the number is zero.</summary>
    public bool IsZero => _numerator == 0 && _big is null;

    /// <summary>Whether the number is whole.</summary>
    public bool IsInteger => _big is null ? _denominatorLessOne == 0 : _big.Denominator.IsOne;

    /// <summary>-1 for a negative number, 0 for zero, 1 for a positive number.</summary>
    public int Sign => _big is null ? Math.Sign(_numerator) : _big.Numerator.Sign;

    /// <summary>Whether both parts fit in a <see cref="long"/>, so that no <see cref="BigInteger"/> is held.</summary>
    internal bool IsSmall => _big is null;

    private long SmallDenominator => _denominatorLessOne + 1;

    /// <summary>Gives the number as a <see cref="long"/> if it is whole and in range.</summary>
    /// <param name="value">The number, or 0 when there is none.</param>
    /// <returns><see langword="false"/> if the number has a fractional part or does not fit; nothing is rounded.</returns>
    public bool TryGetInt64(out long value)
    {
        bool whole = _big is null && _denominatorLessOne == 0;
        value = whole ? _numerator : 0;
        return whole;
    }

    private sealed class BigParts(BigInteger numerator, BigInteger denominator)
    {
        public BigInteger Numerator { get; } = numerator;

        public BigInteger Denominator { get; } = denominator;
    }
}
