namespace CivicTech.Benchmarks.Simulations;

/// <summary>So few items that many pairs of raters agree completely, and many panels say the same of the truth.</summary>
internal static class FewItems
{
    private const int PanelDesign = 3_000;

    /// <summary>Six can fall into halves that leave no width.</summary>
    private static readonly int[] Raters = [5, 6, 8, 12];

    internal static void Print(int panels)
    {
        var populations = (
            from items in new[] { 3, 4, 5 }
            from rho in new[] { 0.2, 0.5, 0.8 }
            select new RaterPopulation(items, rho, AnswerForm.Continuous)).ToArray();
        var truths = populations.Select(PopulationAgreement.MeanSpearman).ToArray();
        var cells = OnePanel.Of(populations, Raters, PanelDesign, panels);
        object[][] labels = [.. populations.Select((population, i) => new object[] { population.Items, population.Rho, truths[i] })];
        Designs.Print("mean Spearman correlation of few items (continuous answers)", Raters, ["items", "ρ", "truth"], labels, cells);
    }
}
