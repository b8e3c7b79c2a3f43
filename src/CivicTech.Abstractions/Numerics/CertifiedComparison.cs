namespace CivicTech.Numerics;

/// <summary>Exact comparisons that use exact arithmetic only where floating point cannot tell.</summary>
/// <remarks>The answers are those of exact arithmetic, always; only the time differs.</remarks>
public static class CertifiedComparison
{
    /// <summary>Compares two numbers: their approximations first, the numbers themselves where those are too close.</summary>
    /// <param name="a">One number.</param>
    /// <param name="b">The other number.</param>
    /// <returns>-1, 0 or 1 as <paramref name="a"/> is smaller than, equal to or greater than <paramref name="b"/>.</returns>
    /// <remarks>Worth while for numbers with large parts; small ones compare quickly by themselves.</remarks>
    public static int Compare(in Rational a, in Rational b) =>
        a.IsSmall && b.IsSmall ? a.CompareTo(b) : Approximation.TryCompare(a.Approximate(), b.Approximate()) ?? a.CompareTo(b);

    /// <summary>Compares <paramref name="a"/> / <paramref name="b"/> with <paramref name="c"/> / <paramref name="d"/>.</summary>
    /// <param name="a">The first dividend.</param>
    /// <param name="b">The first divisor, of either sign.</param>
    /// <param name="c">The second dividend.</param>
    /// <param name="d">The second divisor, of either sign.</param>
    /// <returns>-1, 0 or 1 as the first quotient is smaller than, equal to or greater than the second.</returns>
    /// <exception cref="DivideByZeroException"><paramref name="b"/> or <paramref name="d"/> is zero.</exception>
    public static int CompareQuotients(in Rational a, in Rational b, in Rational c, in Rational d)
    {
        if (b.IsZero || d.IsZero) throw new DivideByZeroException();
        return Approximation.TryCompare(a.Approximate() / b.Approximate(), c.Approximate() / d.Approximate())
            ?? CompareExactly(a, b, c, d);
    }

    private static int CompareExactly(in Rational a, in Rational b, in Rational c, in Rational d)
    {
        // Multiplying both sides by b d turns the comparison round if that product is negative.
        int order = (a * d).CompareTo(c * b);
        return b.Sign == d.Sign ? order : -order;
    }
}
