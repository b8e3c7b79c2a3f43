using System.Numerics;
using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Answers;

/// <summary>Square roots: fractions where they are, otherwise the double next to them; and comparisons of them without rounding.</summary>
internal static class Root
{
    /// <param name="square">0 or more.</param>
    internal static Statistic Of(Rational square) => WholeRoot(square.Numerator) is { } numerator && WholeRoot(square.Denominator) is { } denominator
        ? Statistic.Of(new Rational(numerator, denominator))
        : Statistic.Of(Math.Sqrt(square.ToDouble()));

    /// <summary>Whether |√one - √other| is below a limit.</summary>
    /// <param name="one">0 or more.</param>
    /// <param name="other">0 or more.</param>
    /// <param name="limit">Above 0.</param>
    internal static bool DifferByLessThan(Rational one, Rational other, Rational limit)
    {
        // Squared: one + other - limit² < 2 √(one other); and again where the left side is not negative.
        var left = one + other - (limit * limit);
        return left < 0 || left * left < 4 * one * other;
    }

    private static BigInteger? WholeRoot(BigInteger square)
    {
        if (square.IsZero)
        {
            return BigInteger.Zero;
        }

        // Newton's steps from above go down until the root is reached.
        var root = BigInteger.One << (int)((square.GetBitLength() + 1) / 2);
        while ((root + (square / root)) / 2 is var next && next < root)
        {
            root = next;
        }

        return root * root == square ? root : null;
    }
}
