using CivicTech.Consensus.Distributions;

namespace CivicTech.Tests.Consensus.Distributions;

public sealed class StudentizedRangeTests
{
    // Upper 5 % points of the studentized range with infinite degrees of freedom, as in every table (Harter 1960).
    [Theory]
    [InlineData(2, 2.772)]
    [InlineData(3, 3.314)]
    [InlineData(4, 3.633)]
    [InlineData(5, 3.858)]
    [InlineData(10, 4.474)]
    public void Tail_PublishedQuantiles_AreFivePercent(int count, double quantile) =>
        Assert.Equal(0.05, StudentizedRange.Tail(quantile, count), 1e-4);

    // By the integral in arithmetic of 60 digits.
    [Theory]
    [InlineData(2, 1, 0.4795001221869534623)]
    [InlineData(2, 15, 2.7766493860305691007e-26)]
    [InlineData(3, 0.01, 0.9999724339380926254)]
    [InlineData(3, 3.314, 0.0500441404061102172)]
    [InlineData(4, 3.633, 0.0500149789953780210)]
    [InlineData(5, 3.858, 0.0499665595521758645)]
    [InlineData(10, 4.474, 0.0500132415930531924)]
    [InlineData(21, 6, 0.0039537888982773012)]
    [InlineData(168, 4.474, 0.9593902804355597397)]
    [InlineData(168, 15, 3.8950833175387363463e-22)]
    [InlineData(2000, 6, 0.9855156889209746188)]
    [InlineData(2000, 10, 2.9560604621523649609e-6)]
    public void Tail_ReferenceValues_AreMet(int count, double range, double expected) =>
        Assert.Equal(expected, StudentizedRange.Tail(range, count), 1e-13 * expected);

    [Fact]
    public void Tail_OfTwo_IsTheNormalTail()
    {
        for (var range = 0.0; range < 40; range += 0.37)
        {
            var expected = Tails.NormalTwoSided(range / Math.Sqrt(2));
            Assert.Equal(expected, StudentizedRange.Tail(range, 2), 2e-13 * expected);
        }
    }

    [Fact]
    public void Tail_NoRange_IsOne()
    {
        Assert.Equal(1, StudentizedRange.Tail(0, 2), 1e-14);
        Assert.Equal(1, StudentizedRange.Tail(0, 32767), 1e-12);
    }
}
