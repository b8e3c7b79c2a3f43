using CivicTech.Consensus.Permutations;

namespace CivicTech.Tests.Consensus;

public class RaterTestTests
{
    [Theory]
    [InlineData("-2 0 2", "-4 1 3")]
    [InlineData("2 0 -2", "-4 1 3")]
    [InlineData("0 -2 2", "5 5 -10")]
    [InlineData("-3 -1 1 3", "0 0 0 0")]
    [InlineData("-2 -2 1 3", "-6 2 1 3")]
    [InlineData("-3 -3 0 3 3", "-5 4 3 -3 1")]
    [InlineData("-5 -3 -1 1 3 5", "-11 -3 -9 3 7 13")]
    [InlineData("0 0 0", "1 2 -3")]
    [InlineData("0", "0")]
    public void Run_OfFewItems_CountsEveryArrangement(string row, string others)
    {
        short[] values = [.. row.Split(' ').Select(short.Parse)];
        long[] sums = [.. others.Split(' ').Select(long.Parse)];
        var orders = NullCases.Orders(values).ToArray();
        var expected = orders.Count(order => Dot(order, sums) >= Dot(values, sums));

        Assert.Equal((expected, orders.Length, true), RaterTest.Run(values, sums, 0, 0, 0));
    }

    [Fact]
    public void Run_OfEightItems_IsExactAndOfNineIsNot()
    {
        short[] eight = [-7, -5, -3, -1, 1, 3, 5, 7];
        short[] nine = [-8, -6, -4, -2, 0, 2, 4, 6, 8];

        Assert.Equal((1, 40_320, true), RaterTest.Run(eight, [-7, -5, -3, -1, 1, 3, 5, 7], 99, 0, 0));
        Assert.Equal((40_320, 40_320, true), RaterTest.Run(eight, [7, 5, 3, 1, -1, -3, -5, -7], 99, 0, 0));
        Assert.Equal((0, 99, false), RaterTest.Run(nine, [-8, -6, -4, -2, 0, 2, 4, 6, 8], 99, 0, 0));
        Assert.Equal((0, 0, false), RaterTest.Run(nine, [-8, -6, -4, -2, 0, 2, 4, 6, 8], 0, 0, 0));
    }

    // A hundred items, two of them above: which two is all that matters.
    [Fact]
    public void Run_OfManyTiedItems_IsExact()
    {
        short[] row = [.. Enumerable.Repeat((short)-2, 98), 98, 98];
        long[] others = [.. Enumerable.Repeat(-1L, 90), .. Enumerable.Repeat(9L, 10)];

        Assert.Equal((45, 4_950, true), RaterTest.Run(row, others, 99, 0, 0));
    }

    [Fact]
    public void Run_OfMoreItems_IsWhatPlainLoopsFind()
    {
        const int rater = 4;
        short[] row = [-9, -7, -5, -3, -1, 1, 3, 5, 7, 9];
        long[] others = [3, -20, -11, 9, -8, 1, 4, 2, 5, 15];
        var sorted = others.Order().ToArray();
        var expected = Enumerable.Range(0, 999).Count(replicate =>
        {
            short[] shuffled = [.. row];
            new CounterRandom(12, rater + 1, (ulong)replicate).Shuffle(shuffled);
            return Dot(shuffled, sorted) >= Dot(row, others);
        });

        Assert.InRange(expected, 1, 998);
        Assert.Equal((expected, 999, false), RaterTest.Run(row, others, 999, 12, rater));
    }

    [Fact]
    public void Run_OfItemsInAnotherOrder_IsTheSame()
    {
        short[] row = [-9, -7, -5, -3, -1, 1, 3, 5, 7, 9];
        long[] others = [3, -20, -11, 9, -8, 1, 4, 2, 5, 15];
        short[] places = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        new CounterRandom(1, 1, 1).Shuffle(places);

        Assert.Equal(
            RaterTest.Run(row, others, 999, 12, 0),
            RaterTest.Run([.. places.Select(place => row[place])], [.. places.Select(place => others[place])], 999, 12, 0));
    }

    [Fact]
    public void Run_OfVeryLargeSums_DoesNotOverflow()
    {
        short[] row = [-9, -7, -5, -3, -1, 1, 3, 5, 7, 9];
        long[] others = [3, -20, -11, 9, -8, 1, 4, 2, 5, 15];
        const long weight = 400_000_000_000_000_000;

        Assert.Equal(RaterTest.Run(row, others, 999, 12, 0), RaterTest.Run(row, [.. others.Select(sum => sum * weight)], 999, 12, 0));
        Assert.Equal(
            RaterTest.Run(row.AsSpan(3, 4), others.AsSpan(3, 4), 999, 12, 0),
            RaterTest.Run(row.AsSpan(3, 4), [.. others.AsSpan(3, 4).ToArray().Select(sum => sum * weight)], 999, 12, 0));
    }

    private static Int128 Dot(IEnumerable<short> row, IEnumerable<long> others) =>
        row.Zip(others, (value, sum) => (Int128)value * sum).Aggregate(Int128.Zero, (total, product) => total + product);
}
