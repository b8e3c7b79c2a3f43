using CivicTech.Consensus.Concordance;

namespace CivicTech.Benchmarks.Simulations;

/// <summary>
/// Two rounds with feedback, as in a Delphi study: before the second, every rater sees the mean answers of the panel and moves toward
/// them. Raters are no longer independent then, which the interval of the change takes them to be.
/// </summary>
internal static class Feedback
{
    private const int Items = 12;
    private const int Design = 6_000;
    private const int TruthDesign = 6_500;
    private const int TruthPanels = 10_000;

    private static readonly int[] Raters = [5, 8, 12, 30];
    private static readonly KendallW Measure = new();

    internal static void Print(int panels)
    {
        var designs = (
            from form in new[] { AnswerForm.Continuous, AnswerForm.FivePoints }
            from rho in new[] { 0, 0.3, 0.6 }
            from share in new[] { 0.25, 0.5 }
            select (Population: new RaterPopulation(Items, rho, form), Share: share)).ToArray();
        var cells = new Coverage[designs.Length][];
        var truths = new double[designs.Length][];
        for (var i = 0; i < designs.Length; i++)
        {
            var (population, share) = designs[i];
            truths[i] = [.. Raters.Select((raters, k) => MeanChange(population, share, raters, TruthDesign + (i * Raters.Length) + k))];
            cells[i] = [.. Raters.Select((raters, k) => Of(population, share, raters, truths[i][k], Design + (i * Raters.Length) + k, panels))];
        }

        Designs.Print("change with feedback (12 items)", Raters, ["answers", "ρ", "move"], [.. designs.Select(design =>
            new object[] { OnePanel.Name(design.Population.Form), design.Population.Rho, design.Share })], cells);
        var expected = new MarkdownTable(["answers", "ρ", "move", .. Raters.Select(count => $"m = {MarkdownTable.Text(count)}")]);
        for (var i = 0; i < designs.Length; i++)
        {
            expected.Add([OnePanel.Name(designs[i].Population.Form), designs[i].Population.Rho, designs[i].Share, .. truths[i].Select(truth => (object)truth)]);
        }

        expected.Print($"The mean change of such panels ({MarkdownTable.Text(TruthPanels)} others), which the intervals should hold");
    }

    private static Coverage Of(RaterPopulation population, double share, int raters, double truth, int design, int panels) =>
        Coverage.Of(panels, truth, panel => Change(population, share, raters, design, panel).Interval);

    private static double MeanChange(RaterPopulation population, double share, int raters, int design)
    {
        var changes = new double[TruthPanels];
        Parallel.For(0, TruthPanels, panel => changes[panel] = Change(population, share, raters, design, panel).Value.ValueOrNull ?? double.NaN);
        return changes.Where(change => !double.IsNaN(change)).Average();
    }

    private static JackknifeEstimate Change(RaterPopulation population, double share, int raters, int design, int panel)
    {
        var random = new RandomStream(design, panel);
        var (before, after) = Draw(ref random, population, share, raters);
        return Measure.Compare(Ratings.Of(before), Ratings.Of(after)).MeanSpearmanChange;
    }

    private static (double[,] Before, double[,] After) Draw(ref RandomStream random, RaterPopulation population, double share, int raters)
    {
        var (before, after) = (new double[raters, Items], new double[raters, Items]);
        var thoughts = new double[raters][];
        var shown = new double[Items];
        for (var rater = 0; rater < raters; rater++)
        {
            var row = thoughts[rater] = new double[Items];
            RaterPopulation.Noise(ref random, row);
            population.Think(1, row, row);
            var answers = new double[Items];
            population.Answer(row, answers);
            for (var item = 0; item < Items; item++)
            {
                before[rater, item] = answers[item];
                shown[item] += (answers[item] - population.Neutral) / raters;
            }
        }

        for (var rater = 0; rater < raters; rater++)
        {
            // They do not say exactly the same again either: half of the first noise comes anew.
            var fresh = new double[Items];
            RaterPopulation.Noise(ref random, fresh);
            for (var item = 0; item < Items; item++)
            {
                fresh[item] = (((1 - share) * thoughts[rater][item]) + (share * shown[item])) + (0.5 * Math.Sqrt(1 - population.Rho) * fresh[item]);
            }

            population.Answer(fresh, fresh);
            for (var item = 0; item < Items; item++)
            {
                after[rater, item] = fresh[item];
            }
        }

        return (before, after);
    }
}
