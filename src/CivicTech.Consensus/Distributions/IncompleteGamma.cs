namespace CivicTech.Consensus.Distributions;

/// <summary>The regularized upper incomplete gamma function.</summary>
internal static class IncompleteGamma
{
    private const double LastBit = 1.0 / (1L << 52);

    /// <summary>The probability that a gamma variable of this shape and scale 1 is above <paramref name="x"/>.</summary>
    /// <param name="shape">Above 0, finite.</param>
    /// <param name="x">Above 0; may be infinite.</param>
    internal static double Upper(double shape, double x)
    {
        if (double.IsPositiveInfinity(x))
        {
            return 0;
        }

        // x^a e^-x / Γ(a)
        var density = Math.Sqrt(shape / Math.Tau) * Math.Exp(-Deviance.StirlingError(shape) - Deviance.Of(shape, x, x - shape));
        return x < shape + 1 ? 1 - (density / shape * LowerSeries(shape, x)) : density * UpperFraction(shape, x);
    }

    private static double LowerSeries(double shape, double x)
    {
        var (sum, term) = (1.0, 1.0);
        for (var next = shape + 1; term > 1e-17 * sum; next++)
        {
            term *= x / next;
            sum += term;
        }

        return sum;
    }

    // Legendre's continued fraction by the method of Lentz (1976).
    private static double UpperFraction(double shape, double x)
    {
        var partial = x + 1 - shape;
        var denominator = 1 / partial;
        var numerator = double.MaxValue;
        var fraction = denominator;
        double factor;
        var i = 0;
        do
        {
            i++;
            var coefficient = i * (shape - i);
            partial += 2;
            denominator = 1 / ((coefficient * denominator) + partial);
            numerator = partial + (coefficient / numerator);
            factor = numerator * denominator;
            fraction *= factor;
        }
        while (Math.Abs(factor - 1) > LastBit);

        return fraction;
    }
}
