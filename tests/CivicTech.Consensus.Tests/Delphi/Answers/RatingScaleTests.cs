using CivicTech.Consensus.Delphi.Answers;

namespace CivicTech.Tests.Consensus.Delphi.Answers;

public sealed class RatingScaleTests
{
    [Theory]
    [InlineData(1, 5, 5)]
    [InlineData(-2, 2, 5)]
    [InlineData(0, 100, 101)]
    public void Of_UsableEnds_CountsSteps(int lowest, int highest, int steps)
    {
        var scale = RatingScale.Of(lowest, highest);

        Assert.Empty(scale.Check());
        Assert.Equal(steps, scale.Steps);
        Assert.Equal(steps, Enumerable.Range(lowest - 3, steps + 6).Count(scale.Contains));
    }

    [Theory]
    [InlineData(5, 5, "highest: 5, expected more than the lowest, 5")]
    [InlineData(5, 1, "highest: 1, expected more than the lowest, 5")]
    [InlineData(0, 101, "highest: 101, expected at most 101 steps from the lowest, 0")]
    [InlineData(int.MinValue, int.MaxValue, "highest: 2147483647, expected at most 101 steps from the lowest, -2147483648")]
    public void Check_UnusableEnds_SaysWhatWasExpected(int lowest, int highest, string expected)
    {
        Assert.Equal([expected], new RatingScale { Lowest = lowest, Highest = highest }.Check());
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => RatingScale.Of(lowest, highest)).Message, StringComparison.Ordinal);
    }
}
