using CivicTech.Consensus.Ranks;

namespace CivicTech.Tests.Consensus.Ranks;

public class WholeNumbersTests
{
    [Theory]
    [InlineData(Lanes.Scalar)]
    [InlineData(Lanes.Vector)]
    internal void TryNarrow_AllThatFit_BecomeBytesInOrder(Lanes lanes)
    {
        var values = Enumerable.Range(-128, 256).Select(value => (double)value).ToArray();
        var bytes = new byte[256];
        Assert.True(WholeNumbers.TryNarrow(values, bytes, lanes));
        Assert.Equal(Enumerable.Range(0, 256).Select(value => (byte)value), bytes);
        values[0] = -0.0;
        Assert.True(WholeNumbers.TryNarrow(values, bytes, lanes));
        Assert.Equal(bytes[128], bytes[0]);
    }

    [Theory]
    [InlineData(Lanes.Scalar)]
    [InlineData(Lanes.Vector)]
    internal void TryNarrow_OneThatDoesNotFitAnywhere_IsRefused(Lanes lanes)
    {
        double[] unfit =
        [
            -129, 128, 0.5, -0.5, 127.00000000000001, Math.BitDecrement(1.0), double.Epsilon, -double.Epsilon, double.NaN,
            double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, 1L << 32, (1L << 32) + 1, 1L << 52,
            (1L << 52) + (1L << 51), -(1L << 53),
        ];
        for (var i = 0; i < 70; i++)
        {
            foreach (var one in unfit)
            {
                foreach (var other in (int[])[0, -128, 127])
                {
                    var values = Enumerable.Repeat((double)other, 70).ToArray();
                    values[i] = one;
                    Assert.False(WholeNumbers.TryNarrow(values, new byte[70], lanes), $"{one} at {i} among {other}");
                }
            }
        }
    }
}
