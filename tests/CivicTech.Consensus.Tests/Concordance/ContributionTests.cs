using CivicTech.Consensus.Concordance;

namespace CivicTech.Tests.Consensus.Concordance;

public sealed class ContributionTests
{
    private static double Spearman(double[] x, double[] y)
    {
        double[] a = [.. Tables.Midranks(x).Select(rank => rank.ToDouble() - ((x.Length + 1) / 2.0))], b = [.. Tables.Midranks(y).Select(rank => rank.ToDouble() - ((x.Length + 1) / 2.0))];
        return a.Zip(b, (left, right) => left * right).Sum() / Math.Sqrt(a.Sum(value => value * value) * b.Sum(value => value * value));
    }

    [Fact]
    public void Contributions_MeanSpearman_IsTheMeanOverTheOthers()
    {
        for (var seed = 0UL; seed < 60; seed++)
        {
            var table = Tables.Random(seed, 3 + (int)(seed % 6), 4 + (int)(seed % 5), 6);
            var rows = Tables.Rows(table).Where(row => row.Distinct().Count() > 1).ToArray();
            if (rows.Length < 2)
            {
                continue;
            }

            var kendall = new KendallW(new() { Permutations = 99, ExactSteps = 0 });
            var contributions = kendall.Contributions(Ratings.Of(table));
            Assert.Equal(rows.Length, contributions.Count);
            for (var rater = 0; rater < rows.Length; rater++)
            {
                var mean = rows.Where((_, other) => other != rater).Average(row => Spearman(rows[rater], row));
                Assert.Equal(mean, contributions[rater].MeanSpearman.Value, 10);
                Assert.Equal((((rows.Length - 1) * mean) + 1) / rows.Length, contributions[rater].W.Value, 10);
                Assert.Equal(rows.Length > 2 ? Tables.W(Tables.Of(rows.Where((_, other) => other != rater))) : null, contributions[rater].WWithout.Exact);
            }

            Assert.Equal(contributions.Average(rater => rater.MeanSpearman.Value), kendall.Measure(Ratings.Of(table)).MeanSpearman.Value.Value, 10);
        }
    }

    [Fact]
    public void Contributions_SmallPanel_TestsAreExact()
    {
        // The third stands against the two others.
        var contributions = new KendallW().Contributions(Ratings.Of(new double[,] { { 1, 2, 3, 4 }, { 1, 2, 3, 4 }, { 4, 3, 2, 1 } }));

        Assert.All(contributions, rater => Assert.Equal(TestMethod.Exact, rater.Test.Method));
        // Against equal and opposite ranks every order gives 0; against twice the same, only one in 24 is as far below, all are at least.
        Assert.Equal(1, contributions[0].Test.P.Exact);
        Assert.Equal(1, contributions[2].Test.P.Exact);
        Assert.Equal(-1, contributions[2].MeanSpearman.Value, 12);
        Assert.True(contributions[2].WWithout.Exact > contributions[0].WWithout.Exact);
    }

    [Fact]
    public void Contributions_AdjustedP_IsHolms()
    {
        var contributions = new KendallW().Contributions(Ratings.Of(Tables.Travellers));
        var p = contributions.Select(rater => rater.Test.P.Value).Order().ToArray();

        foreach (var rater in contributions)
        {
            var place = Array.IndexOf(p, rater.Test.P.Value);
            Assert.Equal(Enumerable.Range(0, place + 1).Max(i => Math.Min(1, (p.Length - i) * p[i])), rater.AdjustedP.Value, 12);
        }
    }

    [Fact]
    public void Contributions_ConstantRaterCounted_HasNoCorrelationAndNoTest()
    {
        var kendall = new KendallW(new() { ConstantRaters = ConstantRaters.Count });
        var contributions = kendall.Contributions(Ratings.Of(new double[,] { { 1, 2, 3 }, { 2, 2, 2 }, { 1, 3, 2 } }));

        Assert.Equal(UndefinedReason.NoVariation, contributions[1].MeanSpearman.Undefined);
        Assert.Equal(UndefinedReason.NoVariation, contributions[1].AdjustedP.Undefined);
        Assert.True(contributions[0].AdjustedP.IsDefined);
    }

    [Fact]
    public void Contributions_Weights_WeighTheOthers()
    {
        var table = new double[,] { { 1, 2, 3, 4, 5 }, { 2, 1, 3, 5, 4 }, { 5, 3, 4, 1, 2 } };
        var contributions = new KendallW().Contributions(Ratings.Of(table, [1, 3, 2]));
        var expected = ((3 * Spearman(Tables.Row(table, 0), Tables.Row(table, 1))) + (2 * Spearman(Tables.Row(table, 0), Tables.Row(table, 2)))) / 5;

        Assert.Equal(expected, contributions[0].MeanSpearman.Value, 12);
    }

    [Fact]
    public void Contributions_IncompleteRatings_NeedAListwisePolicy()
    {
        var ratings = Ratings.Of(new double[,] { { 1, 2, 3 }, { 2, double.NaN, 1 }, { 3, 1, 2 } });

        Assert.Throws<ArgumentException>(() => new KendallW(new() { Missing = MissingRatings.IncompleteBlocks }).Contributions(ratings));
        Assert.Equal(2, new KendallW(new() { Missing = MissingRatings.ListwiseRaters }).Contributions(ratings).Count);
    }

    [Fact]
    public void Contributions_NothingToCompare_AreUndefined()
    {
        Assert.Equal(UndefinedReason.FewerThanTwoRaters, new KendallW().Contributions(Ratings.Of(new double[,] { { 1, 2 } }))[0].Test.P.Undefined);
        Assert.Equal(UndefinedReason.FewerThanTwoItems, new KendallW().Contributions(Ratings.Of(new double[,] { { 1 }, { 2 } }))[0].Test.P.Undefined);
    }

    [Fact]
    public void Contributions_PermutationsTurnedOff_HaveNoP()
    {
        var contributions = new KendallW(new() { Permutations = 0 }).Contributions(Ratings.Of(Tables.Random(1, 4, 20, 100)));

        Assert.All(contributions, rater => Assert.Equal(UndefinedReason.NotComputed, rater.AdjustedP.Undefined));
    }
}
