using CivicTech.Consensus.Concordance;

namespace CivicTech.Benchmarks.Simulations;

/// <summary>The interval of the mean Spearman correlation of one panel, and so of W from it.</summary>
internal static class OnePanel
{
    internal static readonly int[] Raters = [5, 8, 12, 30];

    private const int PanelDesign = 2_000;

    private static readonly KendallW Measure = new(new() { ExactSteps = 0, Permutations = 0 });

    internal static void Print(int panels)
    {
        var populations = (
            from form in new[] { AnswerForm.Continuous, AnswerForm.FivePoints }
            from items in new[] { 7, 12, 30 }
            from rho in new[] { 0, 0.2, 0.5, 0.8 }
            select new RaterPopulation(items, rho, form)).ToArray();
        var truths = populations.Select(PopulationAgreement.MeanSpearman).ToArray();
        var cells = Of(populations, Raters, PanelDesign, panels);
        object[][] labels = [.. populations.Select((population, i) => new object[] { Name(population.Form), population.Items, population.Rho, truths[i] })];
        Designs.Print("mean Spearman correlation", Raters, ["answers", "items", "ρ", "truth"], labels, cells);
    }

    /// <summary>The coverage of designs: a row a population, a column a number of raters.</summary>
    internal static Coverage[][] Of(RaterPopulation[] populations, int[] raters, int firstDesign, int panels) =>
        [.. populations.Select((population, row) => raters.Select((count, column) =>
            Of(population, count, PopulationAgreement.MeanSpearman(population), firstDesign + (row * raters.Length) + column, panels)).ToArray())];

    private static Coverage Of(RaterPopulation population, int raters, double truth, int design, int panels) => Coverage.Of(panels, truth, panel =>
    {
        var random = new RandomStream(design, panel);
        return Measure.Measure(Ratings.Of(population.Panel(ref random, raters))).MeanSpearman.Interval;
    });

    internal static string Name(AnswerForm form) => form switch
    {
        AnswerForm.Continuous => "continuous",
        AnswerForm.FivePoints => "1 to 5",
        _ => "yes or no",
    };
}
