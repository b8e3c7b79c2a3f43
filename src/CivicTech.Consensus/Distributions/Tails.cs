using MathNet.Numerics;

namespace CivicTech.Consensus.Distributions;

/// <summary>
/// Upper tails of the distributions that tests refer to. Tails are computed as tails: 1 minus a lower tail would lose small ones.
/// Good to a relative error below 1e-12 down to 1e-290, for any degrees of freedom above 0.
/// </summary>
internal static class Tails
{
    internal static double ChiSquare(double statistic, double degrees) =>
        statistic <= 0 ? 1 : IncompleteGamma.Upper(degrees / 2, statistic / 2);

    internal static double F(double statistic, double numerator, double denominator)
    {
        if (statistic <= 0)
        {
            return 1;
        }

        // Below F = 1 and far above it, x or y is next to 0: neither is 1 minus the other.
        var scaled = numerator * statistic;
        var sum = denominator + scaled;
        var (x, y) = (denominator / sum, scaled / sum);
        return x == 0 || double.IsPositiveInfinity(sum) ? 0
            : y == 0 ? 1
            : IncompleteBeta.Lower(denominator / 2, numerator / 2, x, y, (statistic - 1) * numerator / 2 * x);
    }

    /// <summary>Both tails of Student's t.</summary>
    internal static double StudentTwoSided(double statistic, double degrees) => F(statistic * statistic, 1, degrees);

    /// <summary>Both tails of the standard normal distribution.</summary>
    internal static double NormalTwoSided(double statistic) => SpecialFunctions.Erfc(Math.Abs(statistic) / Math.Sqrt(2));

    /// <summary>The value that Student's t stays below with a probability.</summary>
    /// <param name="probability">Above 0 and below 1.</param>
    /// <param name="degrees">Above 0.</param>
    internal static double StudentQuantile(double probability, double degrees) => Quantile(probability, t => StudentTwoSided(t, degrees));

    /// <summary>The value that a standard normal variable stays below with a probability.</summary>
    /// <param name="probability">Above 0 and below 1.</param>
    internal static double NormalQuantile(double probability) => Quantile(probability, NormalTwoSided);

    /// <summary>The range of probabilities that are compatible with a number of successes (Clopper and Pearson 1934).</summary>
    internal static (double Lower, double Upper) ClopperPearson(long successes, long trials, double level)
    {
        var outside = (1 - level) / 2;
        return (
            successes == 0 ? 0 : Crossing(0, 1, p => IncompleteBeta.Lower(successes, trials - successes + 1, p, 1 - p) < outside),
            successes == trials ? 1 : Crossing(0, 1, p => IncompleteBeta.Lower(trials - successes, successes + 1, 1 - p, p) > outside));
    }

    // Of a distribution that is symmetric about 0.
    private static double Quantile(double probability, Func<double, double> twoSided)
    {
        if (probability < 0.5)
        {
            return -Quantile(1 - probability, twoSided);
        }

        var tails = 2 * (1 - probability);
        if (tails == 1)
        {
            return 0;
        }

        var high = 1.0;
        while (twoSided(high) > tails)
        {
            high *= 2;
        }

        return Crossing(0, high, t => twoSided(t) > tails);
    }

    /// <summary>Where a condition that holds from <paramref name="low"/> on stops holding: the interval is halved down to neighbouring doubles.</summary>
    private static double Crossing(double low, double high, Predicate<double> holds)
    {
        while ((low + high) / 2 is var middle && middle > low && middle < high)
        {
            (low, high) = holds(middle) ? (middle, high) : (low, middle);
        }

        return high;
    }
}
