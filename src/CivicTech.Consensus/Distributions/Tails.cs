using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace CivicTech.Consensus.Distributions;

/// <summary>Upper tails of the distributions that tests refer to. Tails are computed as tails: 1 minus a lower tail would lose small ones.</summary>
internal static class Tails
{
    internal static double ChiSquare(double statistic, double degrees) =>
        statistic <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degrees / 2, statistic / 2);

    internal static double F(double statistic, double numerator, double denominator) =>
        statistic <= 0 ? 1
        : double.IsPositiveInfinity(statistic) ? 0
        : SpecialFunctions.BetaRegularized(denominator / 2, numerator / 2, denominator / (denominator + (numerator * statistic)));

    /// <summary>Both tails of Student's t.</summary>
    internal static double StudentTwoSided(double statistic, double degrees) => F(statistic * statistic, 1, degrees);

    /// <summary>Both tails of the standard normal distribution.</summary>
    internal static double NormalTwoSided(double statistic) => SpecialFunctions.Erfc(Math.Abs(statistic) / Math.Sqrt(2));

    /// <summary>The value that Student's t stays below with a probability.</summary>
    internal static double StudentQuantile(double probability, double degrees) => StudentT.InvCDF(0, 1, degrees, probability);

    /// <summary>The range of probabilities that are compatible with a number of successes (Clopper and Pearson 1934).</summary>
    internal static (double Lower, double Upper) ClopperPearson(long successes, long trials, double level)
    {
        var outside = (1 - level) / 2;
        return (
            successes == 0 ? 0 : Beta.InvCDF(successes, trials - successes + 1, outside),
            successes == trials ? 1 : Beta.InvCDF(successes + 1, trials - successes, 1 - outside));
    }
}
