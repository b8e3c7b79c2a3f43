using CivicTech.Consensus.Ranks;

namespace CivicTech.Tests.Consensus.Ranks;

public class MidranksTests
{
    [Fact]
    public void Of_Ties_ShareTheirMiddleRank()
    {
        var ranks = new short[5];
        Midranks.Of([3, 1, 3, 7, -0.5], ranks);
        Assert.Equal([1, -2, 1, 4, -4], ranks);
    }

    [Fact]
    public void Of_NegativeZeroAndInfinities_AreInOrder()
    {
        var ranks = new short[6];
        Midranks.Of([0.0, double.PositiveInfinity, -0.0, double.NegativeInfinity, double.Epsilon, double.PositiveInfinity], ranks);
        Assert.Equal([-2, 4, -2, -5, 1, 4], ranks);
    }

    [Fact]
    public void Of_NothingOrOneValue_IsZero()
    {
        Midranks.Of([], []);
        short[] rank = [5];
        Midranks.Of([double.NegativeInfinity], rank);
        Assert.Equal([0], rank);
    }

    [Theory]
    [InlineData(47)]
    [InlineData(48)]
    [InlineData(513)]
    [InlineData(3_000)]
    public void Of_AlmostEqualValues_AreToldApart(int count)
    {
        // An infinity widens the range so far that the keys cannot tell the others apart.
        var random = new SplitMix64((ulong)count);
        var bits = BitConverter.DoubleToUInt64Bits(1.0);
        var values = Enumerable.Range(0, count).Select(_ => BitConverter.UInt64BitsToDouble(bits + (ulong)random.Below(count))).ToArray();
        values[count / 2] = double.PositiveInfinity;
        values[count / 3] = double.NegativeInfinity;
        var ranks = new short[count];
        Midranks.Of(values, ranks);
        Assert.Equal(values.Select(value => (short)(values.Count(other => other < value) - values.Count(other => other > value))), ranks);
    }
}
