using MathNet.Numerics;

namespace CivicTech.Consensus.Distributions;

/// <summary>The range of independent standard normal variables: the studentized range with infinite degrees of freedom.</summary>
internal static class StudentizedRange
{
    private const double Step = 1.0 / 16;
    private const double Reach = 10;

    /// <summary>The probability that the largest of <paramref name="count"/> variables is more than <paramref name="range"/> above the smallest.</summary>
    /// <remarks>
    /// Over the smallest, z, with Q the upper tail: count φ(z) [Q(z)^(count - 1) - (Q(z) - Q(z + range))^(count - 1)]. Nothing cancels in it,
    /// so a small probability is as exact as a large one. Sums at equal steps converge faster than any power of the step for such integrands.
    /// </remarks>
    /// <param name="range">0 or more.</param>
    /// <param name="count">At least 2.</param>
    internal static double Tail(double range, int count)
    {
        var sum = 0.0;
        for (var step = -(int)(Reach / Step); step <= Reach / Step; step++)
        {
            var z = (step * Step) - (range / 2);
            var above = Upper(z);
            var within = LogOfOnePlus(-Upper(z + range) / above);
            sum += Math.Exp(-z * z / 2) * Math.Pow(above, count - 1) * -ExponentialLessOne((count - 1) * within);
        }

        return Math.Min(1, count * Step / Math.Sqrt(Math.Tau) * sum);
    }

    private static double Upper(double z) => SpecialFunctions.Erfc(z / Math.Sqrt(2)) / 2;

    // Both after Kahan: what rounding does to the argument is undone by dividing by the same rounded number.
    private static double LogOfOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : sum == 0 ? double.NegativeInfinity : x * (Math.Log(sum) / (sum - 1));
    }

    private static double ExponentialLessOne(double x)
    {
        var power = Math.Exp(x);
        return power == 1 ? x : power - 1 == -1 ? -1 : x * ((power - 1) / Math.Log(power));
    }
}
