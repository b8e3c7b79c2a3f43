using System.Numerics;
using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Permutations;
using CivicTech.Consensus.Ranks;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Concordance;

/// <summary>How often tests find agreement among raters who rank at random.</summary>
public sealed class TestSizeTests
{
    private static readonly KendallW Kendall = new();

    /// <summary>Rows of small panels, with ties and without; every rater's can be in any order.</summary>
    public static TheoryData<double[][]> SmallPanels => new(
        [[1, 2, 3], [1, 2, 3], [1, 2, 3]],
        [[1, 2, 3], [1, 2, 3], [1, 2, 3], [1, 2, 3]],
        [[1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4]],
        [[1, 1, 2], [1, 1, 2], [1, 1, 2], [1, 1, 2], [1, 1, 2]],
        [[1, 1, 2], [1, 2, 2], [1, 2, 3], [1, 1, 1], [1, 2, 3]],
        [[1, 1, 2, 2], [1, 2, 2, 2], [1, 2, 3, 4]],
        [[1, 1, 2, 2], [1, 1, 2, 2], [1, 1, 2, 2], [1, 1, 2, 2]],
        [[1, 2], [1, 2], [1, 2], [1, 2], [1, 2], [1, 2]]);

    // A p is right when chance brings one as small exactly that often. Any level between two such p is then met less often than it says.
    [Theory]
    [MemberData(nameof(SmallPanels))]
    public void ExactTest_EveryPanelThatChanceBrings_HasPOfThatOrLessExactlyThatOften(double[][] rows)
    {
        var tests = EveryPanel(rows).Select(panel => Kendall.Measure(Ratings.Of(Tables.Of(panel))).Test).ToArray();
        Assert.All(tests, test => Assert.Equal(TestMethod.Exact, test.Method));

        var byP = tests.CountBy(test => test.P.Exact!.Value).OrderBy(count => count.Key).ToArray();
        Assert.True(byP.Length > 1);
        var atMost = 0;
        foreach (var (p, count) in byP)
        {
            atMost += count;
            Assert.Equal(p, new Rational(atMost, tests.Length));
        }
    }

    // Found by a separate enumeration of all rankings, with the distribution functions of SciPy.
    [Theory]
    [InlineData(3, 3, 0.0278, 0.0278, 0.0000, 0.1944)]
    [InlineData(4, 4, 0.0329, 0.0539, 0.0517, 0.0678)]
    [InlineData(3, 5, 0.0172, 0.0559, 0.0376, 0.0634)]
    [InlineData(5, 5, 0.0345, 0.0488, 0.0463, 0.0577)]
    [InlineData(3, 7, 0.0165, 0.0507, 0.0465, 0.0613)]
    public void Approximations_AtFivePercent_RejectAsOftenAsTheyAreKnownTo(int raters, int items, double chiSquare, double f, double withContinuity, double imanDavenport)
    {
        short[] row = [.. Enumerable.Range(0, items).Select(item => (short)((2 * item) - items + 1))];
        var ranks = new RankMatrix([.. Enumerable.Repeat(row, raters).SelectMany(values => values)], [.. Enumerable.Repeat(1L, raters)], items);
        var squares = (BigInteger)raters * row.Sum(rank => rank * rank);
        var distribution = ExactNull.TryDistribution(ranks, 100_000_000, default)!
            .Select(value => (Figures: new ConcordanceFigures(items, raters, (BigInteger)value.Q, squares), value.Count)).ToArray();
        var total = distribution.Aggregate(BigInteger.Zero, (sum, value) => sum + value.Count);

        // F tests have no p at complete agreement, where F is infinite.
        double Size(Func<ConcordanceFigures, SignificanceTest> test) => new Rational(
            distribution.Where(value => (test(value.Figures).P.ValueOrNull ?? 0) <= 0.05).Aggregate(BigInteger.Zero, (sum, value) => sum + value.Count),
            total).ToDouble();

        Assert.Equal(chiSquare, Size(figures => figures.ChiSquare), 0.00005);
        Assert.Equal(f, Size(figures => figures.F), 0.00005);
        Assert.Equal(withContinuity, Size(figures => figures.FWithContinuity), 0.00005);
        Assert.Equal(imanDavenport, Size(figures => figures.ImanDavenport), 0.00005);
    }

    // The first rater stays: only how the others stand to that one matters.
    private static IEnumerable<double[][]> EveryPanel(double[][] rows) => rows.Skip(1).Aggregate(
        (IEnumerable<double[][]>)[[rows[0]]],
        (panels, row) => panels.SelectMany(_ => Orders(row), (panel, order) => (double[][])[.. panel, order]));

    // Orders that differ; each stands for as many as equal values could be swapped in.
    private static IEnumerable<double[]> Orders(double[] values) => values.Length == 0
        ? [[]]
        : values.Index().DistinctBy(entry => entry.Item)
            .SelectMany(entry => Orders([.. values[..entry.Index], .. values[(entry.Index + 1)..]]), (entry, rest) => (double[])[entry.Item, .. rest]);
}
