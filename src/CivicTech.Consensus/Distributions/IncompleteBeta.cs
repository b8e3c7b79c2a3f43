namespace CivicTech.Consensus.Distributions;

/// <summary>The regularized incomplete beta function I_x(a, b).</summary>
internal static class IncompleteBeta
{
    private const double LastBit = 1.0 / (1L << 52);

    /// <summary>The probability that a beta variable of shape a, b is below x.</summary>
    /// <param name="a">Above 0.</param>
    /// <param name="b">Above 0.</param>
    /// <param name="x">Above 0 and below 1.</param>
    /// <param name="y">1 - x.</param>
    /// <param name="lambda">a - (a + b) x, which the caller may know better than by subtracting: with large a and b all digits would go.</param>
    internal static double Lower(double a, double b, double x, double y, double lambda) =>
        lambda >= 0 ? Part(a, b, x, y, lambda) : 1 - Part(b, a, y, x, -lambda);

    /// <summary>The same where x and y are known as well as they can be.</summary>
    internal static double Lower(double a, double b, double x, double y) => Lower(a, b, x, y, (a * y) - (b * x));

    // The continued fraction of DiDonato and Morris (1992), "Algorithm 708", ACM TOMS 18, equation 9, for x up to the mean a / (a + b).
    private static double Part(double a, double b, double x, double y, double lambda)
    {
        var (sum, c) = (a + b, 1 + lambda);
        var (c0, c1) = (b / a, 1 + (1 / a));
        var (olderNumerator, olderDenominator) = (0.0, 1.0);
        var (numerator, denominator) = (1.0, c / c1);
        var ratio = c1 / c;
        var (p, s) = (1.0, a + 1);
        double change;
        var n = 0;
        do
        {
            n++;
            var t = n / a;
            var w = n * (b - n) * x;
            var e = a / s;
            var alpha = p * (p + c0) * e * e * (w * x);
            e = (1 + t) / (c1 + t + t);
            var beta = n + (w / s) + (e * (c + (n * (1 + y))));
            p = 1 + t;
            s += 2;
            (olderNumerator, numerator) = (numerator, (alpha * olderNumerator) + (beta * numerator));
            (olderDenominator, denominator) = (denominator, (alpha * olderDenominator) + (beta * denominator));
            var previous = ratio;
            ratio = numerator / denominator;
            change = Math.Abs(ratio - previous);

            // Only the ratio matters: brought back to the size of 1 before they overflow.
            olderNumerator /= denominator;
            olderDenominator /= denominator;
            numerator = ratio;
            denominator = 1;
        }
        while (change > LastBit * ratio);

        // x^a y^b / B(a, b)
        var exponent = Deviance.StirlingError(sum) - Deviance.StirlingError(a) - Deviance.StirlingError(b)
            - Deviance.Of(a, sum * x, -lambda) - Deviance.Of(b, sum * y, lambda);
        return ratio * Math.Sqrt(a / sum * b / Math.Tau) * Math.Exp(exponent);
    }
}
