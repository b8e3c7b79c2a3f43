using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Concordance;

public sealed class StatisticTests
{
    [Fact]
    public void ToString_EveryReason_IsASentenceOfItsOwn()
    {
        var sentences = Enum.GetValues<UndefinedReason>().Select(reason => Statistic.UndefinedFor(reason).ToString()).ToList();

        Assert.Equal(sentences.Count, sentences.Distinct().Count());
        Assert.All(sentences, sentence => Assert.Matches("^undefined: [a-z].+\\.$", sentence));
        Assert.Equal("undefined: raters have weights, under which its distribution is not known.", Statistic.UndefinedFor(UndefinedReason.WeightedRaters).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => Statistic.UndefinedFor((UndefinedReason)99).ToString());
    }

    [Theory]
    [InlineData("1/3", "0.333333 (1/3)")]
    [InlineData("2/3", "0.666667 (2/3)")]
    [InlineData("-5/7", "-0.714286 (-5/7)")]
    [InlineData("1/2", "0.5")]
    [InlineData("3", "3")]
    [InlineData("0", "0")]
    [InlineData("1/999999", "0.000001 (1/999999)")]
    [InlineData("1/3000000", "0")]
    [InlineData("-1/3000000", "0")]
    public void ToString_Fraction_IsShownWhereItTellsMore(string fraction, string text) => Assert.Equal(text, Statistic.Of(Rational.Parse(fraction)).ToString());

    [Theory]
    [InlineData(0.25, "0.25")]
    [InlineData(1234.56789012, "1234.56789")]
    [InlineData(-1e-17, "0")]
    public void ToString_Decimal_HasSixPlacesAtMost(double value, string text) => Assert.Equal(text, Statistic.Of(value).ToString());

    [Fact]
    public void Value_Undefined_Throws()
    {
        var statistic = Statistic.UndefinedFor(UndefinedReason.NoVariation);

        Assert.Equal("The statistic is undefined: no rater tells items apart.", Assert.Throws<InvalidOperationException>(() => statistic.Value).Message);
        Assert.Null(statistic.ValueOrNull);
        Assert.False(statistic.IsDefined);
        Assert.Equal(0.5, Statistic.Of(new Rational(1, 2)).ValueOrNull);
    }

    [Fact]
    public void Equals_ValueFractionAndReason_AllCount()
    {
        var half = Statistic.Of(new Rational(1, 2));
        var noVariation = Statistic.UndefinedFor(UndefinedReason.NoVariation);

        Assert.True(half == Statistic.Of(new Rational(1, 2)));
        Assert.True(half.Equals((object)Statistic.Of(new Rational(1, 2))));
        Assert.Equal(half.GetHashCode(), Statistic.Of(new Rational(1, 2)).GetHashCode());
        Assert.True(half != Statistic.Of(0.5));
        Assert.True(half != Statistic.Of(new Rational(1, 3)));
        Assert.True(noVariation == Statistic.UndefinedFor(UndefinedReason.NoVariation));
        Assert.True(noVariation != Statistic.UndefinedFor(UndefinedReason.NotComputed));
        Assert.True(noVariation != Statistic.Of(0.0));
        Assert.False(half == null);
        Assert.True((Statistic?)null == null);
        Assert.False(half.Equals("0.5"));
    }

    // The two rankings do not correlate: Σd² = 10 of n³ - n = 60, and 1 - 6 · 10 / 60 = 0.
    [Fact]
    public void JackknifeEstimate_NoCorrelation_IsToldAsZero()
    {
        var result = new KendallW().Measure(Ratings.Of(new double[,] { { 1, 2, 3, 4 }, { 2, 4, 1, 3 } }));

        Assert.Equal("0 (no interval: an interval needs at least five raters.)", result.MeanSpearman.ToString());
        Assert.Equal("0.5 (no interval: an interval needs at least five raters.)", result.WFromMeanSpearman.ToString());
    }

    // Every rank once at every item: W is 0, and no estimate of it is less.
    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(13)]
    [InlineData(19)]
    [InlineData(30)]
    public void JackknifeEstimate_RanksThatCancelOut_IsNotBelowZero(int raters)
    {
        var table = new double[raters, raters];
        for (var i = 0; i < raters * raters; i++)
        {
            table[i / raters, i % raters] = ((i / raters) + (i % raters)) % raters;
        }

        var result = new KendallW(new() { ExactSteps = 0, Permutations = 0 }).Measure(Ratings.Of(table));

        Assert.Equal(Rational.Zero, result.W.Exact);
        Assert.InRange(result.WFromMeanSpearman.Value.Value, 0, 1e-12);
        Assert.StartsWith("0 ", result.WFromMeanSpearman.ToString(), StringComparison.Ordinal);
    }

    // An end that rounds to zero has no sign.
    [Fact]
    public void ConfidenceInterval_EndThatRoundsToZero_HasNoSign() =>
        Assert.Equal("[0, 0.5] at 95%", new ConfidenceInterval(-0.00001, 0.5, 0.95).ToString());

    [Fact]
    public void JackknifeEstimate_WithInterval_IsToldWithIt()
    {
        var result = new KendallW(new() { Permutations = 0, ConfidenceLevel = 0.9 }).Measure(Ratings.Of(Tables.Random(4, 8, 5, 9)));
        var interval = result.MeanSpearman.Interval!;

        Assert.Equal(FormattableString.Invariant($"{result.MeanSpearman.Value.Value:0.####} [{interval.Lower:0.####}, {interval.Upper:0.####}] at 90%"), result.MeanSpearman.ToString());
        Assert.Equal("undefined: fewer than two raters are left.", new KendallW().Measure(Ratings.Of(new double[,] { { 1, 2 } })).MeanSpearman.ToString());
    }

    // Where neither the exact test nor permutations are wanted, F is what is left; with weights not even that.
    [Fact]
    public void Measure_NoExactTestAndNoPermutations_GivesFOrSaysWhyNot()
    {
        var options = new ConcordanceOptions { ExactSteps = 0, Permutations = 0 };
        var table = Tables.Random(9, 5, 4, 6);

        var plain = new KendallW(options).Measure(Ratings.Of(table));
        Assert.Equal((TestMethod.F, plain.F.P), (plain.Test.Method, plain.Test.P));
        var builder = new RatingsBuilder("a", "b", "c", "d");
        foreach (var (i, row) in Tables.Rows(table).Index())
        {
            var rater = $"r{i}";
            _ = builder.Rate(rater, "a", row[0]).Rate(rater, "b", row[1]).Rate(rater, "c", row[2]).Rate(rater, "d", row[3]).SetWeight(rater, i + 1);
        }

        var weighted = new KendallW(options).Measure(builder.Build());
        Assert.Equal((TestMethod.F, UndefinedReason.WeightedRaters), (weighted.Test.Method, weighted.Test.P.Undefined));
    }

    [Fact]
    public void ConcordanceState_SameNumbers_AreEqualAndOthersAreNot()
    {
        var (one, same, more, renamed) = (State("a", "b"), State("a", "b"), State("a", "b"), State("a", "c"));
        more.Add([2, 1]);

        Assert.True(one == same);
        Assert.True(one.Equals((object)same));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.True(one != more);
        Assert.True(one != renamed);
        Assert.False(one == null);
        Assert.True((ConcordanceState?)null == null);
        Assert.False(one.Equals((object)"2 raters, 2 items"));
        Assert.Equal("2 raters, 2 items", one.ToString());

        // The hash tells the items only: it stays when raters are added.
        Assert.Equal(one.GetHashCode(), more.GetHashCode());

        static ConcordanceState State(params string[] items)
        {
            var state = new ConcordanceState(items);
            state.Add([1, 2], 2);
            return state;
        }
    }

    // Two raters of one mind and one against: sums 1 + 1 + 2, 2 + 2 + 1 of two items; T counts the group of two that a constant rater ties.
    [Fact]
    public void ConcordanceState_Sums_AreKendallsSAndT()
    {
        var state = new ConcordanceState("a", "b");
        state.Add([1, 2], 2);
        state.Add([2, 1]);
        state.Add([5, 5]);

        Assert.Equal((new Rational(1, 2), (Rational)6), (state.S, state.TieSum));
        Assert.Equal((new Rational(11, 2), new Rational(13, 2)), (state.RankSum(0), state.RankSum(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => state.RankSum(2));
    }
}
