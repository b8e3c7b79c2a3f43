using System.Numerics;
using CivicTech.Consensus.Coefficients;

namespace CivicTech.Tests.Consensus.Coefficients;

public sealed class DyadicScaleTests
{
    [Fact]
    public void WholeNumbers_OfHalvesAndQuarters_AreAsSmallAsCanBe() =>
        Assert.Equal([6, -1, 0, 0, 400], DyadicScale.WholeNumbers([1.5, -0.25, 0, -0.0, 100]));

    [Fact]
    public void WholeNumbers_OfEvenNumbers_LoseTheCommonPowerOfTwo() => Assert.Equal([1, 3, 0], DyadicScale.WholeNumbers([8, 24, 0]));

    [Fact]
    public void WholeNumbers_OfTheSmallestNumbers_KeepTheirProportions() =>
        Assert.Equal(
            [1, 3, BigInteger.One << 52, BigInteger.One << 53, BigInteger.One << 1074],
            DyadicScale.WholeNumbers([double.Epsilon, 3 * double.Epsilon, 2.2250738585072014E-308, 4.4501477170144028E-308, 1]));

    [Fact]
    public void WholeNumbers_OfZerosOrNothing_AreZerosOrNothing()
    {
        Assert.Equal([0, 0], DyadicScale.WholeNumbers([0, -0.0]));
        Assert.Empty(DyadicScale.WholeNumbers([]));
    }
}
