using CivicTech.Consensus.Ranks;

namespace CivicTech.Benchmarks.Simulations;

/// <summary>The quantity that intervals should hold: the mean Spearman correlation of two raters drawn from a population.</summary>
internal static class PopulationAgreement
{
    private const int Blocks = 64;
    private const int RatersInBlock = 4_096;
    private const int FirstDesign = 1_000;

    private static readonly Dictionary<RaterPopulation, double> Known = [];

    /// <summary>
    /// From 262,144 raters: with z their ranks scaled to length 1, the mean over all pairs is (|Σz|² - M) / (M(M - 1)). Raters who tell
    /// nothing apart correlate with nobody and are left out, as in panels.
    /// </summary>
    internal static double MeanSpearman(RaterPopulation population)
    {
        if (!Known.TryGetValue(population, out var agreement))
        {
            agreement = Draw(population, FirstDesign + Known.Count);
            Known.Add(population, agreement);
        }

        return agreement;
    }

    private static double Draw(RaterPopulation population, int design)
    {
        // Blocks are added in their order, so that rounding does not depend on threads.
        var blocks = new (double[] Sum, int Raters)[Blocks];
        Parallel.For(0, Blocks, block => blocks[block] = Sum(population, design, block));
        var total = new double[population.Items];
        var raters = 0.0;
        foreach (var (sum, count) in blocks)
        {
            raters += count;
            for (var item = 0; item < total.Length; item++)
            {
                total[item] += sum[item];
            }
        }

        return (total.Sum(value => value * value) - raters) / (raters * (raters - 1));
    }

    private static (double[] Sum, int Raters) Sum(RaterPopulation population, int design, int block)
    {
        var random = new RandomStream(design, block);
        var sum = new double[population.Items];
        var answers = new double[population.Items];
        var ranks = new short[population.Items];
        var raters = 0;
        for (var rater = 0; rater < RatersInBlock; rater++)
        {
            population.DrawRater(ref random, answers);
            Midranks.Of(answers, ranks);
            var squares = 0.0;
            foreach (var rank in ranks)
            {
                squares += (double)rank * rank;
            }

            if (squares == 0)
            {
                continue;
            }

            raters++;
            for (var item = 0; item < sum.Length; item++)
            {
                sum[item] += ranks[item] / Math.Sqrt(squares);
            }
        }

        return (sum, raters);
    }
}
