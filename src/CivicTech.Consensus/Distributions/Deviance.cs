namespace CivicTech.Consensus.Distributions;

/// <summary>
/// Densities written as Loader (2000), "Fast and accurate computation of binomial probabilities", does: an error of Stirling's formula
/// and a deviance, both small numbers, instead of differences of large logarithms that would cost as many digits as those are long.
/// </summary>
internal static class Deviance
{
    /// <summary>ln Γ(z + 1) - (z + ½) ln z + z - ½ ln 2π for z above 0: what Stirling's formula leaves out.</summary>
    internal static double StirlingError(double z)
    {
        // E(z) = E(z + 1) + (z + ½) ln((z + 1) / z) - 1, up to where six terms of the series are exact to the last bit.
        var error = 0.0;
        for (; z < 16; z++)
        {
            error += ((z + 0.5) * Math.Log((z + 1) / z)) - 1;
        }

        var square = 1 / (z * z);
        return error
            + (((1.0 / 12) - (((1.0 / 360) - (((1.0 / 1260) - (((1.0 / 1680) - (((1.0 / 1188) - (square * 691 / 360360)) * square)) * square)) * square)) * square)) / z);
    }

    /// <summary>value ln(value / mean) + mean - value, which is 0 where they are equal and positive elsewhere.</summary>
    /// <param name="value">Above 0.</param>
    /// <param name="mean">Above 0.</param>
    /// <param name="difference">mean - value, which the caller may know better than by subtracting.</param>
    internal static double Of(double value, double mean, double difference)
    {
        var t = difference / value;
        if (Math.Abs(t) > 0.5)
        {
            return difference - (value * Math.Log(mean / value));
        }

        // t - ln(1 + t) with ln(1 + t) = 2 (r + r³/3 + r⁵/5 + ...), r = t / (2 + t).
        var r = t / (2 + t);
        var square = r * r;
        var series = 0.0;
        var power = square;
        for (var odd = 3; power > 1e-17 * square; odd += 2)
        {
            series += power / odd;
            power *= square;
        }

        return value * r * (t - (2 * series));
    }
}
