namespace CivicTech.Consensus.Concordance;

/// <summary>The delete-one jackknife (Tukey 1958).</summary>
internal static class Jackknife
{
    /// <summary>A standard error below this is rounding.</summary>
    internal const double Nothing = 1e-12;

    /// <summary>The standard error of an estimate from the m estimates that leave one out each: √((m - 1)/m Σ(θ - mean)²).</summary>
    internal static double StandardError(ReadOnlySpan<double> leaveOneOut)
    {
        var mean = 0.0;
        foreach (var value in leaveOneOut)
        {
            mean += value / leaveOneOut.Length;
        }

        var squares = 0.0;
        foreach (var value in leaveOneOut)
        {
            squares += (value - mean) * (value - mean);
        }

        return Math.Sqrt((leaveOneOut.Length - 1.0) / leaveOneOut.Length * squares);
    }
}
