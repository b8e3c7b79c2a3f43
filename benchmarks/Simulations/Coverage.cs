using CivicTech.Consensus.Concordance;

namespace CivicTech.Benchmarks.Simulations;

/// <summary>How often intervals of many panels held the truth.</summary>
/// <param name="Panels">How many were drawn.</param>
/// <param name="Without">How many of them had no interval; the other figures are about the rest.</param>
/// <param name="TruthBelow">How many intervals lay above the truth.</param>
/// <param name="TruthAbove">How many intervals lay below the truth.</param>
/// <param name="Points">How many intervals had no width: leaving out any rater gave the same.</param>
/// <param name="Width">The mean width of the intervals.</param>
internal sealed record Coverage(int Panels, int Without, int TruthBelow, int TruthAbove, int Points, double Width)
{
    internal int Intervals => Panels - Without;

    internal double ShareWithout => (double)Without / Panels;

    /// <summary>The share of the intervals that held the truth.</summary>
    internal double Share => 1 - ((double)(TruthBelow + TruthAbove) / Intervals);

    /// <summary>The Monte Carlo standard error of <see cref="Share"/>.</summary>
    internal double Error => Math.Sqrt(Share * (1 - Share) / Intervals);

    /// <summary>Draws panels, in parallel; the outcome does not depend on the number of threads.</summary>
    internal static Coverage Of(int panels, double truth, Func<int, ConfidenceInterval?> intervalOf)
    {
        var intervals = new ConfidenceInterval?[panels];
        Parallel.For(0, panels, panel => intervals[panel] = intervalOf(panel));
        var present = intervals.OfType<ConfidenceInterval>().ToArray();
        return new(
            panels,
            panels - present.Length,
            present.Count(interval => truth < interval.Lower),
            present.Count(interval => truth > interval.Upper),
            present.Count(interval => interval.Upper - interval.Lower < 1e-9),
            present.Select(interval => interval.Upper - interval.Lower).DefaultIfEmpty(double.NaN).Average());
    }
}
