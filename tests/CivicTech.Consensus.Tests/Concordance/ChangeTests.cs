using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Concordance;

public sealed class ChangeTests
{
    private static readonly KendallW Kendall = new();

    [Fact]
    public void Compare_PanelThatLostRatersAndItems_UsesWhatIsCommon()
    {
        var before = Ratings.Of(["a", "b", "c", "d"], ["park", "well", "tram", "dropped"], new double[,] { { 1, 2, 3, 9 }, { 2, 1, 3, 0 }, { 3, 2, 1, 4 }, { 1, 3, 2, 4 } });
        var after = Ratings.Of(["c", "b", "a", "new"], ["tram", "park", "well", "added"], new double[,] { { 3, 1, 2, 0 }, { 3, 1, 2, 5 }, { 3, 1, 2, 7 }, { 1, 2, 3, 4 } });
        var change = Kendall.Compare(before, after);

        Assert.Equal(["a", "b", "c"], change.Raters);
        Assert.Equal(["park", "well", "tram"], change.Items);
        Assert.Equal(["d"], change.RatersOnlyBefore);
        Assert.Equal(["new"], change.RatersOnlyAfter);
        Assert.Equal(["dropped"], change.ItemsOnlyBefore);
        Assert.Equal(["added"], change.ItemsOnlyAfter);
        Assert.Equal(Kendall.Measure(before.Only(["a", "b", "c"], ["park", "well", "tram"])).W, change.WBefore);
        Assert.Equal(1, change.WAfter.Exact);
        Assert.Equal(change.WAfter.Exact - change.WBefore.Exact, change.Change.Exact);
        Assert.Equal(UndefinedReason.TooFewRaters, change.MeanSpearmanChange.NoInterval);
    }

    [Fact]
    public void Compare_SameRound_HasNoChange()
    {
        var ratings = Ratings.Of(Tables.Random(9, 8, 6, 5));
        var change = Kendall.Compare(ratings, ratings);

        Assert.Equal(0, change.Change.Exact);
        Assert.Equal(0, change.MeanSpearmanChange.Value.Value);
        Assert.Equal(UndefinedReason.NoSpread, change.MeanSpearmanChange.NoInterval);
    }

    [Fact]
    public void Compare_Rounds_ChangeIsAntisymmetric()
    {
        for (var seed = 0UL; seed < 20; seed++)
        {
            var (one, other) = (Ratings.Of(Tables.Random(seed, 7, 6, 9)), Ratings.Of(Tables.Random(seed + 100, 7, 6, 9)));
            var (forth, back) = (Kendall.Compare(one, other), Kendall.Compare(other, one));

            Assert.Equal(forth.Change.Exact, -back.Change.Exact);
            Assert.Equal(forth.MeanSpearmanChange.Interval!.Lower, -back.MeanSpearmanChange.Interval!.Upper, 12);
        }
    }

    [Fact]
    public void Compare_PairedJackknife_IsByItsDefinition()
    {
        var (before, after) = (Tables.Random(1, 6, 7, 50), Tables.Random(2, 6, 7, 50));
        var change = Kendall.Compare(Ratings.Of(before), Ratings.Of(after)).MeanSpearmanChange;
        double[] without = [.. Enumerable.Range(0, 6).Select(left => Mean(after, left) - Mean(before, left))];
        var mean = without.Average();
        var error = Math.Sqrt(5.0 / 6 * without.Sum(value => (value - mean) * (value - mean)));

        Assert.Equal(error, change.StandardError.Value, 10);
        // Student's t, 5 degrees of freedom, 97.5 %.
        Assert.Equal(2 * 2.570582 * error, change.Interval!.Upper - change.Interval.Lower, 5);

        static double Mean(double[,] table, int left) =>
            Kendall.Measure(Ratings.Of(Tables.Of(Tables.Rows(table).Where((_, rater) => rater != left)))).MeanSpearman.Value.Value;
    }

    [Fact]
    public void Compare_TooLittleInCommon_IsRefused()
    {
        var ratings = Ratings.Of(["a", "b"], ["x", "y"], new double[,] { { 1, 2 }, { 2, 1 } });

        Assert.Contains("Raters in common: 1,", Assert.Throws<ArgumentException>(() => Kendall.Compare(ratings, Ratings.Of(["a", "c"], ["x", "y"], new double[,] { { 1, 2 }, { 2, 1 } }))).Message, StringComparison.Ordinal);
        Assert.Null(ConcordanceChange.TryBetween(ratings, Ratings.Of(["a", "c"], ["x", "y"], new double[,] { { 1, 2 }, { 2, 1 } }), new()));
        Assert.Equal(0, ConcordanceChange.TryBetween(ratings, ratings, new())!.Change.Exact);
        Assert.Contains("items: 0.", Assert.Throws<ArgumentException>(() => Kendall.Compare(ratings, Ratings.Of(["a", "b"], ["p", "q"], new double[,] { { 1, 2 }, { 2, 1 } }))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_OtherWeight_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Kendall.Compare(Ratings.Of(new double[,] { { 1, 2 }, { 2, 1 } }), Ratings.Of(new double[,] { { 1, 2 }, { 2, 1 } }, [1, 2])));

    [Fact]
    public void Compare_ConstantInOneRound_IsLeftOutOfBoth()
    {
        var before = Ratings.Of(new double[,] { { 1, 2, 3 }, { 1, 3, 2 }, { 2, 2, 2 } });
        var after = Ratings.Of(new double[,] { { 1, 2, 3 }, { 1, 2, 3 }, { 3, 2, 1 } });
        var change = Kendall.Compare(before, after);

        Assert.Equal(["R3"], change.ConstantRaters);
        Assert.Equal(1, change.WAfter.Exact);
        Assert.Equal(new Rational(3, 4), change.WBefore.Exact);
        Assert.Throws<ArgumentException>(() => new KendallW(new() { ConstantRaters = ConstantRaters.Reject }).Compare(before, after));
        Assert.Equal(3, new KendallW(new() { ConstantRaters = ConstantRaters.Count }).Compare(before, after).Raters.Count);
    }

    [Fact]
    public void Compare_Missing_IsRefusedOrLeftOutOfBoth()
    {
        var before = Ratings.Of(new double[,] { { 1, 2, 3 }, { 1, 3, 2 }, { 2, 1, 3 } });
        var after = Ratings.Of(new double[,] { { 1, 2, 3 }, { 1, double.NaN, 3 }, { 3, 2, 1 } });

        Assert.Contains("'R2'", Assert.Throws<ArgumentException>(() => Kendall.Compare(before, after)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new KendallW(new() { Missing = MissingRatings.IncompleteBlocks }).Compare(before, after));
        Assert.Throws<ArgumentException>(() => ConcordanceChange.TryBetween(before, after, new()));

        // R2 and R3 did not rate everything, R1 and I3 alone are left.
        var gaps = Ratings.Of(new double[,] { { 1, 2, 3 }, { 1, double.NaN, 3 }, { double.NaN, 2, 1 } });
        foreach (var missing in new[] { MissingRatings.ListwiseRaters, MissingRatings.ListwiseItems })
        {
            Assert.Null(ConcordanceChange.TryBetween(before, gaps, new() { Missing = missing }));
            Assert.Contains("that are complete in both rounds: ", Assert.Throws<ArgumentException>(() => new KendallW(new() { Missing = missing }).Compare(before, gaps)).Message, StringComparison.Ordinal);
        }

        Assert.Equal(["R2"], new KendallW(new() { Missing = MissingRatings.ListwiseRaters }).Compare(before, after).IncompleteRaters);
        Assert.Equal(["I2"], new KendallW(new() { Missing = MissingRatings.ListwiseItems }).Compare(before, after).IncompleteItems);
    }
}
