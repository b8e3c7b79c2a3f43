using System.Numerics;

namespace CivicTech.Numerics;

public readonly partial struct Rational
{
    /// <summary>Whether the two are the same number.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other number.</param>
    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    /// <summary>Whether the two are different numbers.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other number.</param>
    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    /// <summary>Whether the first is the smaller number.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other number.</param>
    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first is the smaller number, or the two are equal.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other number.</param>
    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first is the greater number.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other number.</param>
    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first is the greater number, or the two are equal.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other number.</param>
    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    /// <summary>The smaller of two numbers.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other number.</param>
    public static Rational Min(Rational left, Rational right) => right < left ? right : left;

    /// <summary>The greater of two numbers.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other number.</param>
    public static Rational Max(Rational left, Rational right) => right > left ? right : left;

    /// <summary>Compares by value, exactly.</summary>
    /// <param name="other">The number to compare with.</param>
    /// <returns>-1, 0 or 1 as this number is smaller than, equal to or greater than <paramref name="other"/>.</returns>
    public int CompareTo(Rational other)
    {
        if (_big is null && other._big is null)
        {
            return _denominatorLessOne == other._denominatorLessOne
                ? _numerator.CompareTo(other._numerator)
                : Math.BigMul(_numerator, other.SmallDenominator).CompareTo(Math.BigMul(other._numerator, SmallDenominator));
        }

        return CompareBig(this, other);
    }

    /// <summary>Whether the two are the same number.</summary>
    /// <param name="other">The number to compare with.</param>
    public bool Equals(Rational other)
    {
        if (_big is null || other._big is null)
        {
            // A big form has zeros here, so it must be told apart from a true zero.
            return _numerator == other._numerator
                && _denominatorLessOne == other._denominatorLessOne
                && (_big is null) == (other._big is null);
        }

        return _big.Numerator == other._big.Numerator && _big.Denominator == other._big.Denominator;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _big is null
            ? HashCode.Combine(_numerator, _denominatorLessOne)
            : HashCode.Combine(_big.Numerator, _big.Denominator);

    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        Rational other => CompareTo(other),
        _ => throw new ArgumentException("The object is not a Rational.", nameof(obj)),
    };

    private static int CompareBig(in Rational left, in Rational right)
    {
        int signs = left.Sign.CompareTo(right.Sign);
        return signs != 0
            ? signs
            : Math.Sign((left.Numerator * right.Denominator).CompareTo(right.Numerator * left.Denominator));
    }
}
