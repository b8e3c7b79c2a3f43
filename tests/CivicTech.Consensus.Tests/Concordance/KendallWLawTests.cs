using CivicTech.Consensus.Concordance;

namespace CivicTech.Tests.Consensus.Concordance;

public sealed class KendallWLawTests
{
    private static readonly KendallW Kendall = new(new() { ExactSteps = 0, Permutations = 0, ConstantRaters = ConstantRaters.Count });

    public static TheoryData<ulong, int, int, int> Panels()
    {
        var panels = new TheoryData<ulong, int, int, int>();
        for (var seed = 0UL; seed < 120; seed++)
        {
            panels.Add(seed, 2 + (int)(seed % 11), 2 + (int)(seed % 13), 2 + (int)(seed % 7));
        }

        return panels;
    }

    [Theory]
    [MemberData(nameof(Panels))]
    public void W_AnyPanel_IsTheDefinitionAndFromZeroToOne(ulong seed, int raters, int items, int values)
    {
        var table = Tables.Random(seed, raters, items, values);
        var w = Kendall.Measure(Ratings.Of(table)).W;

        Assert.Equal(Tables.W(table), w.Exact);
        if (w.IsDefined)
        {
            Assert.InRange(w.Value, 0, 1);
        }
    }

    [Theory]
    [MemberData(nameof(Panels))]
    public void W_IsOne_ExactlyWhenAllRankAlike(ulong seed, int raters, int items, int values)
    {
        var table = Tables.Random(seed, raters, items, values);
        var row = Tables.Row(table, 0);
        var alike = Tables.Of(Enumerable.Range(0, raters).Select(rater => row.Select(value => (value * (rater + 1)) - 7).ToArray()));
        var same = Tables.Rows(table).All(other => Tables.Midranks(other).SequenceEqual(Tables.Midranks(row)));

        if (row.Distinct().Count() > 1)
        {
            Assert.Equal(1, Kendall.Measure(Ratings.Of(alike)).W.Exact);
            Assert.Equal(same, Kendall.Measure(Ratings.Of(table)).W.Exact == 1);
        }
    }

    [Theory]
    [MemberData(nameof(Panels))]
    public void Result_MonotoneTransformsAndPermutations_ChangeNothing(ulong seed, int raters, int items, int values)
    {
        var table = Tables.Random(seed, raters, items, values);
        var random = new SplitMix64(seed);
        var rows = Tables.Rows(table).ToList();
        random.Shuffle(rows);
        var columns = Enumerable.Range(0, items).ToList();
        random.Shuffle(columns);
        Func<double, double>[] transforms = [value => (3 * value) - 100, Math.Exp, value => Math.Pow(value, 3), value => -1 / (value + 1)];
        var changed = Tables.Of(rows.Select(row => columns.Select(column => row[column]).ToArray()));
        for (var rater = 0; rater < raters; rater++)
        {
            var transform = random.Pick(transforms);
            for (var item = 0; item < items; item++)
            {
                changed[rater, item] = transform(changed[rater, item]);
            }
        }

        var (one, other) = (Kendall.Measure(Ratings.Of(table)), Kendall.Measure(Ratings.Of(changed)));
        Assert.Equal(one.W, other.W);
        Assert.Equal(one.UncorrectedW, other.UncorrectedW);
        Assert.Equal(one.TieSum, other.TieSum);
        Assert.Equal(one.F.P, other.F.P);
        if (one.MeanSpearman.Value.IsDefined)
        {
            Assert.Equal(one.MeanSpearman.Value.Value, other.MeanSpearman.Value.Value, 12);
        }
    }

    [Theory]
    [MemberData(nameof(Panels))]
    public void W_AllReversed_IsTheSame(ulong seed, int raters, int items, int values)
    {
        var table = Tables.Random(seed, raters, items, values);
        var reversed = Tables.Of(Tables.Rows(table).Select(row => row.Select(value => -value).ToArray()));

        Assert.Equal(Kendall.Measure(Ratings.Of(table)).W, Kendall.Measure(Ratings.Of(reversed)).W);
    }

    [Theory]
    [MemberData(nameof(Panels))]
    public void W_Weights_EqualRepetition(ulong seed, int raters, int items, int values)
    {
        var table = Tables.Random(seed, raters, items, values);
        var random = new SplitMix64(seed);
        long[] weights = [.. Enumerable.Range(0, raters).Select(_ => (long)random.Between(1, 4))];
        var repeated = Tables.Of(Tables.Rows(table).SelectMany((row, rater) => Enumerable.Repeat(row, (int)weights[rater])));
        var weighted = Kendall.Measure(Ratings.Of(table, weights));
        var sums = Kendall.Measure(ConcordanceState.Of(Ratings.Of(table, weights)));
        var plain = Kendall.Measure(Ratings.Of(repeated));

        Assert.Equal(plain.W, weighted.W);
        Assert.Equal(plain.UncorrectedW, weighted.UncorrectedW);
        Assert.Equal(plain.ItemRanks, weighted.ItemRanks);
        Assert.Equal(plain.S, weighted.S);
        Assert.Equal(plain.F.P, sums.F.P);
        if (plain.W.IsDefined && weights.Any(weight => weight > 1))
        {
            Assert.Equal(UndefinedReason.WeightedRaters, weighted.ChiSquare.P.Undefined);
        }
    }

    [Theory]
    [MemberData(nameof(Panels))]
    public void MeanSpearman_WithoutTies_IsWOnAnotherScale(ulong seed, int raters, int items, int values)
    {
        _ = values;
        var table = Tables.Of(Enumerable.Range(0, raters).Select(rater =>
        {
            var row = Enumerable.Range(1, items).Select(rank => (double)rank).ToList();
            new SplitMix64((seed * 1000) + (ulong)rater).Shuffle(row);
            return row.ToArray();
        }));
        var result = Kendall.Measure(Ratings.Of(table));

        Assert.Equal(result.W.Value, result.WFromMeanSpearman.Value.Value, 12);
        Assert.Equal(result.W.Exact, result.UncorrectedW.Exact);
    }

    // Mean and variance of W over all ways to rank at random: 1/m, with ties too.
    [Fact]
    public void W_OverAllPermutations_HasTheMeanOneByRaters()
    {
        var rows = new double[][] { [1, 1, 2, 3], [1, 2, 3, 4], [2, 2, 1, 1] };
        var total = (CivicTech.Numerics.Rational)0;
        var count = 0;
        foreach (var second in Orders(rows[1]))
        {
            foreach (var third in Orders(rows[2]))
            {
                total += Kendall.Measure(Ratings.Of(Tables.Of([rows[0], second, third]))).W.Exact!.Value;
                count++;
            }
        }

        Assert.Equal(new CivicTech.Numerics.Rational(1, 3), total / count);
    }

    private static IEnumerable<double[]> Orders(double[] row) => row.Length == 0
        ? [[]]
        : row.SelectMany((first, place) => Orders([.. row[..place], .. row[(place + 1)..]]).Select(rest => (double[])[first, .. rest]));
}
