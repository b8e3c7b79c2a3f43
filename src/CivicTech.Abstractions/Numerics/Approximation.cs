using System.Globalization;

namespace CivicTech.Numerics;

/// <summary>
/// A <see cref="double"/> with a proven bound on its error: the true number, whatever it is, differs from
/// <see cref="Value"/> by at most <see cref="Error"/>. Arithmetic keeps the promise, so a decision that the bounds settle
/// is as certain as one with exact numbers, at a fraction of the cost.
/// </summary>
/// <remarks>
/// <para>The value is always finite and the error never NaN. Where nothing is known (overflow, a division by something
/// that may be zero) the result is <see cref="Unknown"/>.</para>
/// <para><c>default(Approximation)</c> is an exact zero. Immutable, hence safe to share between threads.</para>
/// <para>The bounds rest on IEEE 754 arithmetic rounded to nearest, which .NET guarantees for <see cref="double"/>. Method:
/// midpoint-radius interval arithmetic, S. M. Rump, "Verification methods: rigorous results using floating-point
/// arithmetic", Acta Numerica 19 (2010).</para>
/// </remarks>
public readonly partial struct Approximation : IEquatable<Approximation>
{
    private Approximation(double value, double error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>Nothing is known: the value is 0 and the error infinite.</summary>
    public static Approximation Unknown => new(0, double.PositiveInfinity);

    /// <summary>The approximate number; always finite.</summary>
    public double Value { get; }

    /// <summary>How far the true number can be from <see cref="Value"/>: zero if it is exact, infinite if nothing is known.</summary>
    public double Error { get; }

    /// <summary>A number that the true one is certainly not below; minus infinity if there is none.</summary>
    public double Lower => Error == 0 ? Value : Math.BitDecrement(Value - Error);

    /// <summary>A number that the true one is certainly not above; plus infinity if there is none.</summary>
    public double Upper => Error == 0 ? Value : Math.BitIncrement(Value + Error);

    /// <summary>The approximation of a whole number: exact up to 2^53, and the nearest double beyond.</summary>
    /// <param name="value">Any value.</param>
    public static Approximation FromInt64(long value)
    {
        double near = value;

        // The difference is at most 512, so it is itself a double without rounding.
        return new Approximation(near, (double)Int128.Abs((Int128)near - value));
    }

    /// <summary>Compares the true numbers, if the bounds tell.</summary>
    /// <param name="a">One approximation.</param>
    /// <param name="b">The other approximation.</param>
    /// <returns>
    /// -1 or 1 if the true number of <paramref name="a"/> is certainly smaller or greater; 0 if both are exact and equal;
    /// <see langword="null"/> if the bounds do not separate the two. The answer is never wrong.
    /// </returns>
    public static int? TryCompare(in Approximation a, in Approximation b)
    {
        if (a.Upper < b.Lower) return -1;
        if (a.Lower > b.Upper) return 1;
        return a.Error == 0 && b.Error == 0 ? 0 : null;
    }

    /// <summary>Whether two approximations have the same value and error, which says nothing about the true numbers.</summary>
    /// <param name="left">One approximation.</param>
    /// <param name="right">The other approximation.</param>
    public static bool operator ==(Approximation left, Approximation right) => left.Equals(right);

    /// <summary>Whether two approximations differ in value or error, which says nothing about the true numbers.</summary>
    /// <param name="left">One approximation.</param>
    /// <param name="right">The other approximation.</param>
    public static bool operator !=(Approximation left, Approximation right) => !left.Equals(right);

    /// <summary>Whether the other has the same value and error. To compare the true numbers, use <see cref="TryCompare"/>.</summary>
    /// <param name="other">The other approximation.</param>
    public bool Equals(Approximation other) => Value == other.Value && Error == other.Error;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Approximation other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, Error);

    /// <summary>The value and the error, as in <c>0.1 ± 1.4E-17</c>; the same in every culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:R} ± {Error:R}");

    /// <summary>Makes an approximation; anything that is not a finite value with an error of at least 0 is unknown.</summary>
    internal static Approximation Certify(double value, double error) =>
        double.IsFinite(value) && error >= 0 ? new Approximation(value, error) : Unknown;

    /// <summary>
    /// The distance from a finite value to the next one away from zero: more than the error of any operation that was
    /// rounded to it. Never zero; infinite or NaN for the largest value or beyond.
    /// </summary>
    internal static double Gap(double value) => Math.BitIncrement(Math.Abs(value)) - Math.Abs(value);
}
