using System.Globalization;
using System.Numerics;
using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Distributions;
using CivicTech.Consensus.Permutations;
using CivicTech.Consensus.Ranks;

namespace CivicTech.Benchmarks.Simulations;

/// <summary>The true size of tests of W, without any simulation: every value of W that raters who rank at random can bring, with its probability.</summary>
internal static class ExactSize
{
    private const int Permutations = 9_999;
    private const long MaxSteps = 20_000_000_000;

    /// <summary>Answers of each rater, in some order: without ties, then with.</summary>
    private static readonly (string Ties, int[] Answers, int[] Raters)[] Panels =
    [
        ("none", [1, 2, 3], [3, 4, 5, 8, 12, 20, 30]),
        ("none", [1, 2, 3, 4], [3, 4, 5, 8, 12, 20]),
        ("none", [1, 2, 3, 4, 5], [3, 4, 5, 8, 10]),
        ("none", [1, 2, 3, 4, 5, 6], [3, 4, 5]),
        ("none", [1, 2, 3, 4, 5, 6, 7], [3, 4]),
        ("none", [1, 2, 3, 4, 5, 6, 7, 8], [3]),
        ("2, 2, 1", [1, 1, 2, 2, 3], [3, 5, 8, 12]),
        ("1, 3, 2", [1, 2, 2, 2, 3, 3], [3, 5, 8]),
        ("3, 3", [1, 1, 1, 2, 2, 2], [3, 5, 8, 12, 20]),
        ("1, 2, 3, 1", [1, 2, 2, 3, 3, 3, 4], [3, 5]),
    ];

    internal static void Print()
    {
        double[] levels = [0.05, 0.01];
        string[] heads = ["items", "ties", "m", .. SizeLevel.Approximations.Select(test => test.Name), "permutations", "exact"];
        var tables = levels.Select(_ => new MarkdownTable(heads)).ToArray();
        foreach (var (ties, answers, raterCounts) in Panels)
        {
            foreach (var raters in raterCounts)
            {
                var (figures, probabilities, tails) = Distribution(answers, raters);
                for (var i = 0; i < levels.Length; i++)
                {
                    var level = levels[i];
                    double Size(Func<int, double> rejects) => Enumerable.Range(0, figures.Length).Sum(value => probabilities[value] * rejects(value));
                    tables[i].Add([
                        answers.Length,
                        ties,
                        raters,
                        .. SizeLevel.Approximations.Select(test => (object)Size(value => SizeLevel.Rejects(test.Of(figures[value]), level) ? 1 : 0)),
                        Size(value => AtMost((int)Math.Round(level * (Permutations + 1)) - 1, Permutations, tails[value])),
                        Size(value => tails[value] <= level ? 1 : 0)]);
                }
            }
        }

        for (var i = 0; i < levels.Length; i++)
        {
            tables[i].Print(string.Create(CultureInfo.InvariantCulture,
                $"True size at nominal {100 * levels[i]} %, from the exact distribution; {Permutations:N0} permutations"), 4);
        }
    }

    /// <summary>All values of W by what tests need to know, their probabilities, and the probabilities of at least them.</summary>
    private static (ConcordanceFigures[] Figures, double[] Probabilities, double[] Tails) Distribution(int[] answers, int raters)
    {
        var row = new short[answers.Length];
        Midranks.Of([.. answers.Select(answer => (double)answer)], row);
        var ranks = new RankMatrix([.. Enumerable.Repeat(row, raters).SelectMany(values => values)], [.. Enumerable.Repeat(1L, raters)], answers.Length);
        var distribution = ExactNull.TryDistribution(ranks, MaxSteps, default)
            ?? throw new InvalidOperationException("The distribution takes more steps than it may.");
        var squares = (BigInteger)raters * row.Sum(rank => rank * rank);
        var total = distribution.Aggregate(BigInteger.Zero, (sum, value) => sum + value.Count);
        var atLeast = new BigInteger[distribution.Count];
        var soFar = BigInteger.Zero;
        for (var value = distribution.Count - 1; value >= 0; value--)
        {
            atLeast[value] = soFar += distribution[value].Count;
        }

        return (
            [.. distribution.Select(value => new ConcordanceFigures(answers.Length, raters, (BigInteger)value.Q, squares))],
            [.. distribution.Select(value => Fraction(value.Count, total))],
            [.. atLeast.Select(count => Fraction(count, total))]);
    }

    private static double Fraction(BigInteger count, BigInteger total) => new Numerics.Rational(count, total).ToDouble();

    /// <summary>The probability that at most so many of the trials succeed.</summary>
    private static double AtMost(int successes, int trials, double probability) =>
        probability >= 1 ? 0 : IncompleteBeta.Lower(trials - successes, successes + 1, 1 - probability, probability);
}
