using CivicTech.Consensus.Concordance;

namespace CivicTech.Tests.Consensus.Concordance;

public sealed class RatingsTests
{
    [Fact]
    public void Of_Table_KeepsEverything()
    {
        var ratings = Ratings.Of(["Ali", "Zoé"], ["پارک", "puits"], new double[,] { { 1, double.NaN }, { 3, 4 } }, [2, 1]);

        Assert.Equal(["Ali", "Zoé"], ratings.Raters);
        Assert.Equal(["پارک", "puits"], ratings.Items);
        Assert.Equal([2, 1], ratings.Weights);
        Assert.Equal(4, ratings[1, 1]);
        Assert.True(double.IsNaN(ratings[0, 1]));
        Assert.False(ratings.IsComplete);
        Assert.True(ratings.IsWeighted);
        Assert.Equal(1, ratings.IndexOfItem("puits"));
        Assert.Equal(-1, ratings.IndexOfRater("puits"));
        Assert.Equal("2 raters, 2 items, some ratings missing", ratings.ToString());
    }

    [Fact]
    public void Of_TableChangedLater_HasNoEffect()
    {
        var table = new double[,] { { 1, 2 }, { 3, 4 } };
        var ratings = Ratings.Of(table);
        table[0, 0] = 9;

        Assert.Equal(1, ratings[0, 0]);
        Assert.Equal(["R1", "R2"], ratings.Raters);
        Assert.Equal(["I1", "I2"], ratings.Items);
    }

    [Fact]
    public void Of_WrongArguments_AreRefused()
    {
        var table = new double[,] { { 1, 2 } };

        Assert.Contains("1 rows and 2 columns for 2 raters and 2 items", Assert.Throws<ArgumentException>(() => Ratings.Of(["a", "b"], ["x", "y"], table)).Message, StringComparison.Ordinal);
        Assert.Contains("'x'", Assert.Throws<ArgumentException>(() => Ratings.Of(["a"], ["x", "x"], table)).Message, StringComparison.Ordinal);
        Assert.Contains("rater 0", Assert.Throws<ArgumentException>(() => Ratings.Of([""], ["x", "y"], table)).Message, StringComparison.Ordinal);
        Assert.Contains("2 weights for 1 raters", Assert.Throws<ArgumentException>(() => Ratings.Of(table, [1, 1])).Message, StringComparison.Ordinal);
        Assert.Contains("weight of rater 0 is 0", Assert.Throws<ArgumentException>(() => Ratings.Of(table, [0])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Ratings.Of(table)[1, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Ratings.Of(table)[0, 2]);
    }

    [Fact]
    public void Only_SomeInAnotherOrder_Selects()
    {
        var ratings = Ratings.Of(["a", "b", "c"], ["x", "y"], new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } }, [1, 2, 3]).Only(["c", "a"], ["y"]);

        Assert.Equal([3, 1], ratings.Weights);
        Assert.Equal((6, 2), (ratings[0, 0], ratings[1, 0]));
        Assert.Contains("'q'", Assert.Throws<ArgumentException>(() => ratings.Only(["q"], ["y"])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ratings.Only(["a", "a"], ["y"]));
    }

    [Fact]
    public void Builder_RatingsAsTheyCome_StandInOrderOfFirstNaming()
    {
        var ratings = new RatingsBuilder().Rate("Zoé", "well", 4).Rate("Ali", "park", 2).Rate("Zoé", "park", 5).SetWeight("Ali", 3).Build();

        Assert.Equal(["Zoé", "Ali"], ratings.Raters);
        Assert.Equal(["well", "park"], ratings.Items);
        Assert.Equal([1, 3], ratings.Weights);
        Assert.Equal((4, 5, 2), (ratings[0, 0], ratings[0, 1], ratings[1, 1]));
        Assert.True(double.IsNaN(ratings[1, 0]));
    }

    [Fact]
    public void Builder_Rankings_ArePlacesFromFirstDown()
    {
        var ratings = new RatingsBuilder("a", "b", "c", "d").Rank("one", ["b"], ["a", "d"]).Rank("two").Build();

        Assert.Equal((2, 1, 2), (ratings[0, 0], ratings[0, 1], ratings[0, 3]));
        Assert.True(double.IsNaN(ratings[0, 2]));
        Assert.Equal(["one", "two"], ratings.Raters);
    }

    [Fact]
    public void Builder_WrongInput_IsRefusedAndAddsNothing()
    {
        var builder = new RatingsBuilder("a", "b").Rate("Ali", "a", 1);

        Assert.Throws<ArgumentException>(() => builder.Rate("Ali", "a", 2));
        Assert.Throws<ArgumentException>(() => builder.Rate("Zoé", "c", 2));
        Assert.Throws<ArgumentException>(() => builder.Rank("Ali", ["a"]));
        Assert.Throws<ArgumentException>(() => builder.Rank("Reza", ["a"], ["a"]));
        Assert.Throws<ArgumentException>(() => builder.Rank("Reza", ["a"], ["c"]));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.SetWeight("Ali", 0));
        Assert.Throws<ArgumentException>(() => new RatingsBuilder("a", "a"));
        Assert.Equal(["Ali"], builder.Build().Raters);
    }
}
