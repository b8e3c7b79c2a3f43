using System.Globalization;
using CivicTech.Consensus.Concordance;

namespace CivicTech.Benchmarks.Simulations;

/// <summary>The true size of tests of W where the exact distribution is too much work, or ties are drawn too: panels that answer at random.</summary>
internal static class SimulatedSize
{
    private const int Permutations = 199;

    /// <summary>So many times fewer panels are tested by permutations, which take more time.</summary>
    private const int FewerByPermutation = 4;
    private const int Design = 8_000;

    private static readonly double[] Levels = [0.05, 0.01];
    private static readonly (int Raters, int Items)[] Sizes =
        [(3, 7), (5, 7), (8, 7), (12, 7), (30, 7), (3, 12), (5, 12), (8, 12), (12, 12), (30, 12), (3, 30), (5, 30), (12, 30), (12, 168)];

    internal static void Print(int panels)
    {
        string[] heads = ["answers", "items", "m", .. SizeLevel.Approximations.Select(test => test.Name), "permutations"];
        var tables = Levels.Select(_ => new MarkdownTable(heads)).ToArray();
        var design = Design;
        foreach (var form in new[] { AnswerForm.Continuous, AnswerForm.FivePoints, AnswerForm.YesNo })
        {
            foreach (var (raters, items) in Sizes)
            {
                var (approximate, permuted) = Measure(new(items, 0, form), raters, design++, panels);
                for (var i = 0; i < Levels.Length; i++)
                {
                    tables[i].Add([
                        OnePanel.Name(form), items, raters,
                        .. Enumerable.Range(0, SizeLevel.Approximations.Length).Select(test => (object)Share(approximate, Levels.Length * test + i)),
                        Share(permuted, i)]);
                }
            }
        }

        for (var i = 0; i < Levels.Length; i++)
        {
            var permuted = panels / FewerByPermutation;
            tables[i].Print(string.Create(CultureInfo.InvariantCulture, $"""
                Size at nominal {100 * Levels[i]} %, simulated: {panels} panels a row, standard error {Error(Levels[i], panels):0.0000} at the nominal size;
                {Permutations} permutations on {permuted} of them, standard error {Error(Levels[i], permuted):0.0000}
                """), 4);
        }
    }

    private static (int[] Approximate, int[] Permuted) Measure(RaterPopulation population, int raters, int design, int panels)
    {
        // A bit a test and level.
        var approximate = new int[panels];
        var permuted = new int[panels / FewerByPermutation];
        Parallel.For(0, panels, panel =>
        {
            var random = new RandomStream(design, panel);
            var ratings = Ratings.Of(population.Panel(ref random, raters));
            var byPermutation = panel < permuted.Length;
            var result = new KendallW(new()
            {
                ExactSteps = 0,
                Permutations = byPermutation ? Permutations : 0,
                Seed = random.Next(),
                MaxDegreeOfParallelism = 1,
            }).Measure(ratings);
            approximate[panel] = Bits([result.ChiSquare, result.F, result.FWithContinuity, result.ImanDavenport]);
            if (byPermutation)
            {
                permuted[panel] = Bits([result.Test]);
            }
        });
        return (approximate, permuted);
    }

    private static int Bits(SignificanceTest[] tests)
    {
        var bits = 0;
        for (var test = 0; test < tests.Length; test++)
        {
            for (var level = 0; level < Levels.Length; level++)
            {
                bits |= (SizeLevel.Rejects(tests[test], Levels[level]) ? 1 : 0) << ((Levels.Length * test) + level);
            }
        }

        return bits;
    }

    private static double Share(int[] bits, int bit) => bits.Count(value => (value >> bit & 1) == 1) / (double)bits.Length;

    private static double Error(double level, int panels) => Math.Sqrt(level * (1 - level) / panels);
}
