using System.Numerics;
using CivicTech.Consensus.Ranks;

namespace CivicTech.Tests.Consensus.Ranks;

public class RankSumsOfBytesTests
{
    public static TheoryData<int, int> Scales => new()
    {
        { 0, 1 }, { 0, 2 }, { 1, 3 }, { 1, 5 }, { 120, 9 }, { 250, 6 }, { 128, 33 }, { 0, 101 }, { 0, 256 },
    };

    [Theory]
    [MemberData(nameof(Scales))]
    public void Add_AnyNumberOfItems_EqualsTheDefinition(int lowest, int points)
    {
        var random = new SplitMix64((ulong)((lowest * 1000) + points));
        foreach (var items in Enumerable.Range(1, 130).Append(200).Append(300))
        {
            // All lanes once and some of them again.
            var rows = Rows(random, Vector<byte>.Count + random.Between(1, 15), items, lowest, points);
            Check(rows, items);
        }
    }

    [Fact]
    public void Add_AnyNumberOfRaters_EqualsTheDefinition()
    {
        var random = new SplitMix64(1);
        foreach (var items in (int[])[1, 2, 5, 8, 20, 50, 128, 129])
        {
            for (var raters = 0; raters <= 67; raters += items < 50 ? 1 : 3)
            {
                Check(Rows(random, raters, items, 1, 5), items);
                Check(Rows(random, raters, items, 0, 256), items);
            }
        }
    }

    [Fact]
    public void Add_RowsAnywhereInABuffer_SeesNothingBesideThem()
    {
        var random = new SplitMix64(2);
        foreach (var items in (int[])[1, 7, 8, 9, 15, 20, 33, 128])
        {
            for (var offset = 0; offset < 34; offset++)
            {
                var rows = Rows(random, random.Between(1, 35), items, 100, items < 20 ? 3 : 5);
                var buffer = Rows(random, 1, offset + rows.Length + 64, 0, 256);
                rows.CopyTo(buffer, offset);
                var expected = RankTotals.Of(rows, items);
                foreach (var (name, kernel) in RankTotals.ByteKernels(items))
                {
                    var actual = RankTotals.By(kernel, buffer.AsSpan(offset, rows.Length), items);
                    RankTotals.Same(expected, actual, $"{name}, {items} items at {offset}");
                }
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(33)]
    [InlineData(46)]
    [InlineData(47)]
    [InlineData(127)]
    [InlineData(128)]
    public void Add_TheSameExtremeRankingManyTimes_NeverOverflows(int items)
    {
        // Lanes are emptied after some thousands.
        const int Raters = 20_000;
        foreach (var row in Extremes(items))
        {
            var rows = new byte[Raters * items];
            for (var rater = 0; rater < Raters; rater++)
            {
                row.CopyTo(rows, rater * items);
            }

            var expected = RankTotals.Of(row, items).Times(Raters);
            foreach (var (name, kernel) in RankTotals.ByteKernels(items))
            {
                RankTotals.Same(expected, RankTotals.By(kernel, rows, items), $"{name}, {items} items");
            }
        }
    }

    [Fact]
    public void Add_ManyRatersOfDifferentScales_EqualsTheDefinition()
    {
        // Some thousands at a time are ranked as if on one scale: here the scales change in between.
        var random = new SplitMix64(3);
        foreach (var items in (int[])[5, 20, 40])
        {
            var rows = Enumerable.Range(0, 40).SelectMany(part => Rows(random, 331, items, 7 * (part % 30), 2 + (part % 7 * 6))).ToArray();
            Check(rows, items);
        }
    }

    [Fact]
    public void Add_ToRunningTotals_AddsToThem()
    {
        var random = new SplitMix64(4);
        var (first, second) = (Rows(random, 50, 20, 1, 5), Rows(random, 3, 20, 0, 256));
        var sums = new long[20];
        Int128 squares = 0;
        var constant = RankSums.Add(first, 20, sums, ref squares) + RankSums.Add(second, 20, sums, ref squares);
        var expected = RankTotals.Of([.. first, .. second], 20);
        Assert.Equal(expected.Sums, sums);
        Assert.Equal(expected.Squares, squares);
        Assert.Equal(expected.Constant, constant);
    }

    [Fact]
    public void IsFast_FewRaters_OneByOneUnlessThereAreMany()
    {
        var scale = new ByteRange(1, 5);
        Assert.False(ByteRankSums.IsFast(1, 20, scale));
        Assert.True(ByteRankSums.IsFast(1_000, 20, scale));
        Assert.True(ByteRankSums.IsFast(1_000, 128, scale));
        Assert.False(ByteRankSums.IsFast(1_000, 129, scale));
    }

    private static void Check(byte[] rows, int items)
    {
        var expected = RankTotals.Of(rows, items);
        foreach (var (name, kernel) in RankTotals.ByteKernels(items))
        {
            RankTotals.Same(expected, RankTotals.By(kernel, rows, items), $"{name}, {rows.Length / items} raters, {items} items");
        }
    }

    private static byte[] Rows(SplitMix64 random, int raters, int items, int lowest, int points) =>
        [.. Enumerable.Range(0, raters * items).Select(_ => (byte)(lowest + random.Below(points)))];

    // Ranks as large as they can be: all different up and down, and one apart from the rest.
    private static IEnumerable<byte[]> Extremes(int items)
    {
        yield return [.. Enumerable.Range(0, items).Select(item => (byte)item)];
        yield return [.. Enumerable.Range(0, items).Select(item => (byte)(255 - item))];
        yield return [.. Enumerable.Range(0, items).Select(item => (byte)(item == 0 ? 255 : 0))];
        yield return [.. Enumerable.Range(0, items).Select(item => (byte)(item % 2))];
        yield return [.. Enumerable.Range(0, items).Select(_ => (byte)255)];
    }
}
