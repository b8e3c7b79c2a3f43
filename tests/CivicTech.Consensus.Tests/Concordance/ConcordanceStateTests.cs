using CivicTech.Consensus.Concordance;

namespace CivicTech.Tests.Consensus.Concordance;

public sealed class ConcordanceStateTests
{
    private static readonly string[] Items = ["park", "well", "library", "tram"];

    private static ConcordanceState StateOf(params double[][] rows)
    {
        var state = new ConcordanceState(Items);
        foreach (var row in rows)
        {
            state.Add(row);
        }

        return state;
    }

    [Fact]
    public void Merge_AnyPartitionInAnyOrder_IsTheSameStateToTheByte()
    {
        for (var seed = 0UL; seed < 200; seed++)
        {
            var random = new SplitMix64(seed);
            var rows = Tables.Rows(Tables.Random(seed + 1000, 12, 4, 5)).ToArray();
            var whole = StateOf(rows);
            var parts = Enumerable.Range(0, 5).Select(_ => new ConcordanceState(Items)).ToArray();
            foreach (var row in rows.OrderBy(_ => random.Next()))
            {
                parts[random.Below(5)].Add(row);
            }

            var merged = new ConcordanceState(Items);
            foreach (var part in parts.OrderBy(_ => random.Next()))
            {
                merged.Merge(part);
            }

            Assert.Equal(whole, merged);
            Assert.Equal(whole.ToJson(), merged.ToJson());
        }
    }

    [Fact]
    public void Merge_ItemsInAnotherOrder_AddsByIdentifier()
    {
        var one = new ConcordanceState("a", "b", "c");
        one.Add([3, 1, 2]);
        var other = new ConcordanceState("c", "a", "b");
        other.Add([2, 3, 1]);

        var twice = new ConcordanceState("a", "b", "c");
        twice.Add([3, 1, 2], weight: 2);

        Assert.Equal(twice, one.Merge(other));
    }

    [Fact]
    public void Merge_OtherItems_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new ConcordanceState("a", "b").Merge(new("a", "c")));
        Assert.Throws<ArgumentException>(() => new ConcordanceState("a", "b").Merge(new("a", "b", "c")));
    }

    [Fact]
    public void Merge_WithItself_Doubles()
    {
        var state = StateOf([1, 2, 3, 4], [2, 1, 3, 4]);
        var twice = StateOf([1, 2, 3, 4], [2, 1, 3, 4], [1, 2, 3, 4], [2, 1, 3, 4]);

        Assert.Equal(twice, state.Merge(state));
    }

    [Fact]
    public void Subtract_WhatWasAdded_UndoesIt()
    {
        for (var seed = 0UL; seed < 100; seed++)
        {
            var rows = Tables.Rows(Tables.Random(seed, 9, 4, 4)).ToArray();
            var state = StateOf(rows);
            state.Subtract(rows[3]);
            Assert.Equal(StateOf([.. rows[..3], .. rows[4..]]), state);

            state.Subtract(StateOf(rows[6..]));
            Assert.Equal(StateOf([.. rows[..3], .. rows[4..6]]), state);
        }
    }

    [Fact]
    public void Subtract_WhatWasNeverAdded_IsRefusedAndChangesNothing()
    {
        var state = StateOf([1, 2, 3, 4], [1, 2, 3, 4]);
        var before = state.Clone();

        Assert.Throws<InvalidOperationException>(() => state.Subtract([4, 3, 2, 1]));
        Assert.Throws<InvalidOperationException>(() => state.Subtract([5, 5, 5, 5]));
        Assert.Throws<InvalidOperationException>(() => state.Subtract([1, 2, 3, 4], weight: 3));
        Assert.Throws<InvalidOperationException>(() => state.Subtract([1, double.NaN, 3, 4], missing: MissingRatings.ListwiseRaters));
        Assert.Equal(before, state);
    }

    [Fact]
    public void Add_Weight_EqualsRepetition()
    {
        var weighted = new ConcordanceState(Items);
        weighted.Add([1, 5, 2, 2], weight: 1000);
        weighted.Add([3, 3, 3, 3], weight: 7);

        Assert.Equal(StateOf([.. Enumerable.Repeat<double[]>([1, 5, 2, 2], 1000), .. Enumerable.Repeat<double[]>([3, 3, 3, 3], 7)]), weighted);
        Assert.Equal(7, weighted.ConstantRaters);
    }

    [Fact]
    public void AddRows_BytesDoublesAndOneByOne_AreTheSame()
    {
        for (var items = 1; items < 70; items++)
        {
            var names = Enumerable.Range(0, items).Select(item => $"i{item}").ToArray();
            var table = Tables.Random((ulong)items, 40, items, items % 3 == 0 ? 2 : 7);
            var (one, doubles, bytes) = (new ConcordanceState(names), new ConcordanceState(names), new ConcordanceState(names));
            foreach (var row in Tables.Rows(table))
            {
                one.Add(row);
            }

            doubles.AddRows([.. table.Cast<double>()]);
            bytes.AddRows([.. table.Cast<double>().Select(value => (byte)value)]);

            Assert.Equal(one, doubles);
            Assert.Equal(one, bytes);
        }
    }

    [Fact]
    public void AddRows_MissingRatings_AreRefusedWithTheirPlaceOrLeftOut()
    {
        var state = new ConcordanceState("a", "b", "c");
        double[] ratings = [1, 2, 3, 3, double.NaN, 1, 2, 2, 2];

        var error = Assert.Throws<ArgumentException>(() => state.AddRows(ratings));
        Assert.Contains("row 1", error.Message, StringComparison.Ordinal);
        Assert.Contains("'b'", error.Message, StringComparison.Ordinal);
        Assert.Equal(new ConcordanceState("a", "b", "c"), state);

        state.AddRows(ratings, MissingRatings.ListwiseRaters);
        Assert.Equal((2, 1, 1), (state.Raters, state.ConstantRaters, state.IncompleteRaters));
    }

    [Theory]
    [InlineData(MissingRatings.ListwiseItems)]
    [InlineData(MissingRatings.IncompleteBlocks)]
    public void Add_PolicyThatNeedsAllRatings_IsRefused(MissingRatings missing) =>
        Assert.Throws<ArgumentException>(() => new ConcordanceState("a", "b").Add([1, 2], missing: missing));

    [Fact]
    public void Add_WrongArguments_AreRefused()
    {
        var state = new ConcordanceState("a", "b");

        Assert.Throws<ArgumentException>(() => state.Add([1]));
        Assert.Throws<ArgumentException>(() => state.AddRows([1.0, 2, 3]));
        Assert.Throws<ArgumentException>(() => state.AddRows([(byte)1, 2, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => state.Add([1, 2], weight: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => state.RankSum(2));
        Assert.Throws<ArgumentException>(() => new ConcordanceState());
        Assert.Contains("item 1", Assert.Throws<ArgumentException>(() => new ConcordanceState("a", "")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ConcordanceState("a", "a"));
    }

    [Fact]
    public void AddRanking_Tiers_AreRankedFromFirstPlace()
    {
        var state = new ConcordanceState(Items);
        state.AddRanking(1, ["tram"], ["park", "well"], ["library"]);

        Assert.Equal(["5/2", "5/2", "4", "1"], Enumerable.Range(0, 4).Select(item => Fraction(state.RankSum(item))));
        Assert.Throws<ArgumentException>(() => state.AddRanking(1, ["tram"], ["park"]));
        Assert.Throws<ArgumentException>(() => state.AddRanking(1, ["tram", "park"], ["library", "well", "tram"]));
        Assert.Throws<ArgumentException>(() => state.AddRanking(1, ["bus"], ["park", "well", "library", "tram"]));
        Assert.Equal(1, state.Raters);
    }

    [Fact]
    public void Add_Infinities_AreValuesAndZerosAreEqual()
    {
        var odd = new ConcordanceState(Items);
        odd.Add([double.NegativeInfinity, -0.0, 0.0, double.PositiveInfinity]);

        Assert.Equal(StateOf([1, 2, 2, 3]), odd);
    }

    [Fact]
    public void Sums_BeyondSixtyFourBits_OverflowAndNothingIsChanged()
    {
        var state = new ConcordanceState(Items);
        state.Add([1, 2, 3, 4], weight: long.MaxValue / 4);
        var before = state.Clone();

        Assert.Throws<OverflowException>(() => state.Add([1, 2, 3, 4], weight: long.MaxValue / 4));
        Assert.Equal(before, state);
        Assert.Equal(1, new KendallW().Measure(state).W.Value);
    }

    [Fact]
    public void Of_Ratings_AddsThemByWeight()
    {
        var ratings = Ratings.Of(Tables.Random(5, 3, 4, 5), [2, 1, 3]);
        var state = ConcordanceState.Of(ratings);

        Assert.Equal(6, state.Raters);
        Assert.Equal(ratings.Items, state.Items);
    }

    private static string Fraction(CivicTech.Numerics.Rational value) => value.Denominator.IsOne ? $"{value.Numerator}" : $"{value.Numerator}/{value.Denominator}";
}
