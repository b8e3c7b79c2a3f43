namespace CivicTech.Benchmarks.Simulations;

/// <summary>Panels that are not of one mind: some raters answer at random, or see things the other way round.</summary>
internal static class UnlikeRaters
{
    private const int PanelDesign = 3_500;

    internal static void Print(int panels)
    {
        var populations = (
            from rho in new[] { 0.5, 0.8 }
            from shares in new (double Careless, double Opposed)[] { (0.2, 0), (0, 0.1), (0, 0.3), (0, 0.5) }
            select new RaterPopulation(12, rho, AnswerForm.FivePoints, shares.Careless, shares.Opposed)).ToArray();
        var truths = populations.Select(PopulationAgreement.MeanSpearman).ToArray();
        var cells = OnePanel.Of(populations, OnePanel.Raters, PanelDesign, panels);
        object[][] labels = [.. populations.Select((population, i) => new object[] { population.Rho, Who(population), truths[i] })];
        Designs.Print("mean Spearman correlation of unlike raters (12 items, answers 1 to 5)", OnePanel.Raters, ["ρ", "who", "truth"], labels, cells);
    }

    private static string Who(RaterPopulation population) => population.Careless > 0
        ? $"{MarkdownTable.Percent(population.Careless)} answer at random"
        : $"{MarkdownTable.Percent(population.Opposed)} in the opposite order";
}
