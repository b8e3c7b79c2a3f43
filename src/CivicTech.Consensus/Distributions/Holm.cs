namespace CivicTech.Consensus.Distributions;

/// <summary>
/// The adjustment of Holm (1979), "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6:
/// rejecting where an adjusted p is at most α makes even one false rejection at most α probable, however the tests depend on each other.
/// </summary>
internal static class Holm
{
    /// <summary>
    /// The adjusted p-values, in the order of <paramref name="p"/>: the smallest times their number, the next times one less, and so on,
    /// never above 1 and never below the one before. Equal p-values stay equal.
    /// </summary>
    /// <exception cref="ArgumentException">One is not a number from 0 to 1.</exception>
    internal static double[] Adjust(ReadOnlySpan<double> p)
    {
        var sorted = p.ToArray();
        var order = new int[p.Length];
        for (var i = 0; i < p.Length; i++)
        {
            if (p[i] is not (>= 0 and <= 1))
            {
                throw new ArgumentException(FormattableString.Invariant($"The p-value at {i} is {p[i]}: expected 0 to 1."), nameof(p));
            }

            order[i] = i;
        }

        Array.Sort(sorted, order);
        var adjusted = new double[p.Length];
        var highest = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            highest = Math.Max(highest, Math.Min(1, (sorted.Length - i) * sorted[i]));
            adjusted[order[i]] = highest;
        }

        return adjusted;
    }
}
