using System.Globalization;
using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Ranks;

namespace CivicTech.Benchmarks.Simulations;

/// <summary>Why no bootstrap of W is offered: the percentile interval of W from raters drawn with replacement, beside the jackknife's.</summary>
internal static class BootstrapOfW
{
    private const int Items = 12;
    private const int Resamples = 999;
    private const int PanelDesign = 7_500;

    private static readonly KendallW Measure = new(new() { ExactSteps = 0, Permutations = 0 });

    internal static void Print(int panels)
    {
        double[] rhos = [0, 0.2, 0.5, 0.8];
        var table = new MarkdownTable("ρ", "m", "expected W", "bootstrap", "truth below it", "jackknife");
        var error = 0.0;
        for (var i = 0; i < rhos.Length; i++)
        {
            var population = new RaterPopulation(Items, rhos[i], AnswerForm.Continuous);
            var agreement = PopulationAgreement.MeanSpearman(population);
            for (var k = 0; k < OnePanel.Raters.Length; k++)
            {
                var (raters, design) = (OnePanel.Raters[k], PanelDesign + (i * OnePanel.Raters.Length) + k);

                // Without ties that is exactly the mean of W over panels.
                var truth = (((raters - 1) * agreement) + 1) / raters;
                var bootstrap = Coverage.Of(panels, truth, panel => Percentile(population, raters, design, panel));
                var jackknife = Coverage.Of(panels, truth, panel => Jackknife(population, raters, design, panel));
                table.Add(population.Rho, raters, truth, bootstrap.Share, (double)bootstrap.TruthBelow / bootstrap.Intervals, jackknife.Share);
                error = Math.Max(error, Math.Max(bootstrap.Error, jackknife.Error));
            }
        }

        table.Print(string.Create(CultureInfo.InvariantCulture,
            $"Coverage of 95 % intervals of W (12 items, continuous answers): {panels} panels a row, standard error at most {error:0.0000}"));
    }

    private static ConfidenceInterval? Jackknife(RaterPopulation population, int raters, int design, int panel)
    {
        var random = new RandomStream(design, panel);
        return Measure.Measure(Ratings.Of(population.Panel(ref random, raters))).WFromMeanSpearman.Interval;
    }

    private static ConfidenceInterval Percentile(RaterPopulation population, int raters, int design, int panel)
    {
        var random = new RandomStream(design, panel);
        var rows = new short[raters][];
        var answers = new double[Items];
        for (var rater = 0; rater < raters; rater++)
        {
            population.DrawRater(ref random, answers);
            Midranks.Of(answers, rows[rater] = new short[Items]);
        }

        // Untied ranks: Σu² is the same for every rater, and W a fraction of the largest sum of squares.
        var largest = (double)raters * raters * rows[0].Sum(rank => rank * rank);
        var replicates = new double[Resamples];
        Span<int> sums = stackalloc int[Items];
        for (var i = 0; i < Resamples; i++)
        {
            sums.Clear();
            for (var rater = 0; rater < raters; rater++)
            {
                var row = rows[random.Below(raters)];
                for (var item = 0; item < Items; item++)
                {
                    sums[item] += row[item];
                }
            }

            var squares = 0.0;
            foreach (var sum in sums)
            {
                squares += (double)sum * sum;
            }

            replicates[i] = squares / largest;
        }

        // The 2.5 % points of 999 replicates are the 25th from either end.
        Array.Sort(replicates);
        return new(replicates[24], replicates[^25], 0.95);
    }
}
