using System.Globalization;
using CivicTech.Consensus.Concordance;

namespace CivicTech.Benchmarks.Simulations;

/// <summary>The interval of the change of the mean Spearman correlation between two rounds of the same raters.</summary>
internal static class TwoRounds
{
    /// <summary>How a rater's noise of one round correlates with that of the other.</summary>
    private const double Persistence = 0.7;
    private const int PanelDesign = 5_000;

    private static readonly KendallW Measure = new();

    internal static void Print(int panels)
    {
        var designs = (
            from form in new[] { AnswerForm.Continuous, AnswerForm.FivePoints }
            from items in new[] { 7, 12, 30 }
            from rho in new (double Before, double After)[] { (0, 0), (0.3, 0.3), (0.3, 0.6), (0.5, 0.8), (0.8, 0.8) }
            select (Before: new RaterPopulation(items, rho.Before, form), After: new RaterPopulation(items, rho.After, form))).ToArray();
        var truths = designs
            .Select(design => PopulationAgreement.MeanSpearman(design.After) - PopulationAgreement.MeanSpearman(design.Before)).ToArray();
        var cells = designs.Select((design, i) => OnePanel.Raters
            .Select((raters, k) => Of(design, raters, truths[i], PanelDesign + (i * OnePanel.Raters.Length) + k, panels)).ToArray()).ToArray();
        Designs.Print("change of the mean Spearman correlation", OnePanel.Raters, ["answers", "items", "ρ", "truth"], [.. designs.Select((design, i) => new object[]
        {
            OnePanel.Name(design.Before.Form),
            design.Before.Items,
            string.Create(CultureInfo.InvariantCulture, $"{design.Before.Rho} → {design.After.Rho}"),
            truths[i],
        })], cells);
    }

    private static Coverage Of((RaterPopulation Before, RaterPopulation After) design, int raters, double truth, int number, int panels) =>
        Coverage.Of(panels, truth, panel =>
        {
            var random = new RandomStream(number, panel);
            var (before, after) = Draw(ref random, design.Before, design.After, raters);
            return Measure.Compare(Ratings.Of(before), Ratings.Of(after)).MeanSpearmanChange.Interval;
        });

    private static (double[,] Before, double[,] After) Draw(ref RandomStream random, RaterPopulation first, RaterPopulation second, int raters)
    {
        var items = first.Items;
        var (before, after) = (new double[raters, items], new double[raters, items]);
        double[] noise = new double[items], later = new double[items], row = new double[items];
        for (var rater = 0; rater < raters; rater++)
        {
            RaterPopulation.Noise(ref random, noise);
            RaterPopulation.Noise(ref random, later);
            for (var item = 0; item < items; item++)
            {
                later[item] = (Persistence * noise[item]) + (Math.Sqrt(1 - (Persistence * Persistence)) * later[item]);
            }

            Answer(first, noise, row, before, rater);
            Answer(second, later, row, after, rater);
        }

        return (before, after);
    }

    private static void Answer(RaterPopulation population, double[] noise, double[] row, double[,] answers, int rater)
    {
        population.Think(1, noise, row);
        population.Answer(row, row);
        for (var item = 0; item < row.Length; item++)
        {
            answers[rater, item] = row[item];
        }
    }
}
