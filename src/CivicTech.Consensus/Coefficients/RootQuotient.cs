using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Coefficients;

/// <summary>Whole numbers s / √(a b), as correlations are: an exact fraction where the root is a whole number.</summary>
internal static class RootQuotient
{
    /// <param name="s">Not larger than √(a b), up to the sign.</param>
    /// <param name="a">Above 0.</param>
    /// <param name="b">Above 0.</param>
    internal static Statistic Of(Int128 s, Int128 a, Int128 b)
    {
        // a b is a square if and only if a / g and b / g are, which have nothing in common.
        var common = Gcd(a, b);
        if (TryRoot(a / common) is { } left && TryRoot(b / common) is { } right)
        {
            return Statistic.Of(new Rational(s, common) / ((Rational)(System.Numerics.BigInteger)left * (System.Numerics.BigInteger)right));
        }

        // What is not exactly 1 can still be rounded past it.
        return Statistic.Of(Math.Clamp((double)s / (Math.Sqrt((double)a) * Math.Sqrt((double)b)), -1, 1));
    }

    private static Int128 Gcd(Int128 a, Int128 b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }

    private static Int128? TryRoot(Int128 value)
    {
        // Newton's steps from above go down until the root is reached.
        var root = (Int128)Math.Sqrt((double)value) + 1;
        while (((root + (value / root)) / 2) is var next && next < root)
        {
            root = next;
        }

        return root * root == value ? root : null;
    }
}
