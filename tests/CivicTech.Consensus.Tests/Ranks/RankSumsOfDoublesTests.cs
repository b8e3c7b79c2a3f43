using CivicTech.Consensus.Ranks;

namespace CivicTech.Tests.Consensus.Ranks;

public class RankSumsOfDoublesTests
{
    private static readonly double[] s_awkward =
    [
        0.0, -0.0, double.Epsilon, -double.Epsilon, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue,
        1, Math.BitIncrement(1.0), Math.BitDecrement(1.0), 2.2250738585072014E-308, 255, 256, -128, -129, 0.5, 4503599627370496,
        6755399441055744, 9007199254740993, 1e300,
    ];

    public static TheoryData<string> Kinds => [.. s_values.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Add_AnyNumberOfItems_EqualsTheDefinition(string kind)
    {
        var random = new SplitMix64(11);
        foreach (var items in Enumerable.Range(1, 130).Concat([192, 193, 200, 256, 257, 300]))
        {
            Check(Rows(random, random.Between(5, 11), items, kind), items);
        }
    }

    [Fact]
    public void Add_AnyNumberOfRaters_EqualsTheDefinition()
    {
        var random = new SplitMix64(12);
        foreach (var items in (int[])[1, 2, 5, 20, 60, 129])
        {
            for (var raters = 0; raters <= 34; raters++)
            {
                Check(Rows(random, raters, items, "untied"), items);
                Check(Rows(random, raters, items, "whole"), items);
            }
        }
    }

    [Fact]
    public void Add_WholeNumbersAndOthersMixed_EqualsTheDefinition()
    {
        // Of 20 items some 400 raters are looked at together.
        var random = new SplitMix64(13);
        var rows = Rows(random, 3000, 20, "whole");
        for (var rater = 700; rater < 3000; rater += 450)
        {
            rows[(rater * 20) + random.Below(20)] += 0.5;
        }

        Check(rows, 20);
    }

    [Fact]
    public void Add_RowsAnywhereInABuffer_SeesNothingBesideThem()
    {
        var random = new SplitMix64(14);
        foreach (var items in (int[])[1, 2, 3, 8, 20, 33])
        {
            for (var offset = 0; offset < 10; offset++)
            {
                var rows = Rows(random, random.Between(1, 9), items, offset % 2 == 0 ? "tenths" : "whole");
                var buffer = Enumerable.Repeat(double.NaN, offset + rows.Length + 16).ToArray();
                rows.CopyTo(buffer, offset);
                var expected = RankTotals.Of(rows, items);
                foreach (var (name, kernel) in RankTotals.DoubleKernels(items))
                {
                    var (actual, added) = RankTotals.By(kernel, buffer.AsSpan(offset, rows.Length), items);
                    RankTotals.Same(expected, actual, $"{name}, {items} items at {offset}");
                    Assert.Equal(rows.Length / items, added);
                }
            }
        }
    }

    [Theory]
    [InlineData(2, 100_000)]
    [InlineData(20, 20_000)]
    [InlineData(192, 1_000)]
    [InlineData(256, 1_000)]
    public void Add_TheSameExtremeRankingManyTimes_NeverOverflows(int items, int raters)
    {
        var row = Enumerable.Range(0, items).Select(item => 0.25 - item).ToArray();
        var rows = new double[raters * items];
        for (var rater = 0; rater < raters; rater++)
        {
            row.CopyTo(rows, rater * items);
        }

        var expected = RankTotals.Of(row, items).Times(raters);
        foreach (var (name, kernel) in RankTotals.DoubleKernels(items))
        {
            RankTotals.Same(expected, RankTotals.By(kernel, rows, items).Totals, $"{name}, {items} items");
        }
    }

    [Fact]
    public void Add_AsManyItemsAsThereCanBe_IsExact()
    {
        const int Items = Midranks.MaxItems;
        var row = Enumerable.Range(0, Items).Select(item => item * 0.5).ToArray();
        var sums = new long[Items];
        Int128 squares = 0;
        Assert.Equal(0, RankSums.Add([.. row, .. row.Reverse(), .. row], Items, sums, ref squares));
        Assert.Equal(Enumerable.Range(0, Items).Select(item => (2L * item) - (Items - 1)), sums);
        Assert.Equal(Items * (((Int128)Items * Items) - 1), squares);
    }

    [Theory]
    [InlineData("tenths")]
    [InlineData("whole")]
    public void AddComplete_NaNAnywhere_AddsTheRatersBefore(string kind)
    {
        foreach (var (items, raters) in ((int, int)[])[(1, 9), (3, 41), (20, 9), (60, 5), (300, 2)])
        {
            var rows = Rows(new SplitMix64(15), raters, items, kind);
            var before = Enumerable.Range(0, raters).Select(count => RankTotals.Of(rows.AsSpan(0, count * items), items)).ToArray();
            for (var i = 0; i < rows.Length; i++)
            {
                var value = rows[i];
                rows[i] = double.NaN;
                foreach (var (name, kernel) in RankTotals.DoubleKernels(items))
                {
                    var (actual, added) = RankTotals.By(kernel, rows, items);
                    Assert.Equal(i / items, added);
                    RankTotals.Same(before[i / items], actual, $"{name}, {items} items, NaN at {i}");
                }

                rows[i] = value;
            }
        }
    }

    [Fact]
    public void AddComplete_NaNFarOff_AddsTheRatersBefore()
    {
        // Some 400 raters are looked at together: the last of them and the first of the next are among these.
        var rows = Rows(new SplitMix64(16), 1_000, 20, "tenths");
        rows[700 * 20] = double.NaN;
        for (var rater = 250; rater < 420; rater++)
        {
            rows[(rater * 20) + 19] = double.NaN;
            var expected = RankTotals.Of(rows.AsSpan(0, rater * 20), 20);
            foreach (var (name, kernel) in RankTotals.DoubleKernels(20))
            {
                var (actual, added) = RankTotals.By(kernel, rows, 20);
                Assert.Equal(rater, added);
                RankTotals.Same(expected, actual, $"{name}, NaN of {rater}");
            }

            rows[(rater * 20) + 19] = 0.3;
        }
    }

    [Fact]
    public void Add_ToRunningTotals_AddsToThem()
    {
        var random = new SplitMix64(17);
        var (first, second) = (Rows(random, 9, 20, "untied"), Rows(random, 1, 20, "constant"));
        var sums = new long[20];
        Int128 squares = 0;
        var constant = RankSums.Add(first, 20, sums, ref squares) + RankSums.Add(second, 20, sums, ref squares);
        var expected = RankTotals.Of([.. first, .. second], 20);
        Assert.Equal(expected.Sums, sums);
        Assert.Equal(expected.Squares, squares);
        Assert.Equal((1, 1), (constant, expected.Constant));
    }

    private static readonly Dictionary<string, Func<SplitMix64, double>> s_values = new()
    {
        ["untied"] = random => (random.Next() >> 11) * (1.0 / (1UL << 53)),
        ["tenths"] = random => random.Between(-30, 30) / 10.0,
        ["scale"] = random => random.Between(1, 5),
        ["whole"] = random => random.Between(-128, 127),
        ["whole, too far"] = random => random.Between(-129, 128),
        ["constant"] = _ => 3.7,
        ["almost equal"] = random => BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(1e9) + (ulong)random.Below(7)),
        ["any bits"] = random => BitConverter.UInt64BitsToDouble(random.Next() & ~(1UL << 62)),
        ["awkward"] = random => random.Pick(s_awkward),
        ["zeros"] = random => random.OneIn(2) ? 0.0 : -0.0,
        ["zeros and tiny"] = random => random.Between(-2, 2) * double.Epsilon,
        ["infinities"] = random => random.OneIn(2) ? double.PositiveInfinity : random.OneIn(2) ? double.NegativeInfinity : 1.5,
    };

    private static double[] Rows(SplitMix64 random, int raters, int items, string kind)
    {
        var value = s_values[kind];
        return [.. Enumerable.Range(0, raters * items).Select(_ => value(random))];
    }

    private static void Check(double[] rows, int items)
    {
        var expected = RankTotals.Of(rows, items);
        foreach (var (name, kernel) in RankTotals.DoubleKernels(items))
        {
            var (actual, added) = RankTotals.By(kernel, rows, items);
            RankTotals.Same(expected, actual, $"{name}, {rows.Length / items} raters, {items} items");
            Assert.Equal(rows.Length / items, added);
        }
    }
}
