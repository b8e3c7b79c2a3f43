using CivicTech.Consensus.Ranks;

namespace CivicTech.Tests.Consensus.Ranks;

public class NanSearchTests
{
    private static readonly double[] s_notNaN =
        [0, -0.0, 1.5, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, double.MaxValue, double.MinValue];

    private static readonly double[] s_nan =
    [
        double.NaN, -double.NaN, BitConverter.UInt64BitsToDouble(0x7FF0_0000_0000_0001), BitConverter.UInt64BitsToDouble(ulong.MaxValue),
    ];

    [Fact]
    public void FirstNaN_AtEveryPosition_IsFound()
    {
        for (var length = 0; length <= 70; length++)
        {
            var values = Enumerable.Range(0, length).Select(i => s_notNaN[i % s_notNaN.Length]).ToArray();
            Assert.Equal(-1, RankSums.FirstNaN(values));
            for (var i = 0; i < length; i++)
            {
                var value = values[i];
                values[i] = s_nan[i % s_nan.Length];
                Assert.Equal(i, RankSums.FirstNaN(values));
                Assert.Equal(i, RankSums.FirstNaN(values.AsSpan(0, i + 1)));
                Assert.Equal(-1, RankSums.FirstNaN(values.AsSpan(i + 1)));
                Assert.Equal(-1, RankSums.FirstNaN(values.AsSpan(0, i)));
                values[i] = value;
            }
        }
    }

    [Fact]
    public void FirstNaN_Several_TheFirst()
    {
        var values = new double[100];
        values[37] = values[38] = values[99] = double.NaN;
        Assert.Equal(37, RankSums.FirstNaN(values));
    }
}
