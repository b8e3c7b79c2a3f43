using CivicTech.Consensus.Distributions;

namespace CivicTech.Tests.Consensus.Distributions;

public sealed class HolmTests
{
    [Fact]
    public void Adjust_UnsortedValues_MultipliesStepwiseAndKeepsTheOrder() =>
        Assert.Equal([0.03, 0.06, 0.06, 0.02], Holm.Adjust([0.01, 0.04, 0.03, 0.005]), (a, b) => Math.Abs(a - b) < 1e-15);

    [Fact]
    public void Adjust_LargeValues_StopAtOne() => Assert.Equal([1, 1, 0.9], Holm.Adjust([0.9, 1, 0.3]), (a, b) => Math.Abs(a - b) < 1e-15);

    [Fact]
    public void Adjust_EqualValues_StayEqual() => Assert.Equal([0.3, 0.3, 0.3], Holm.Adjust([0.1, 0.1, 0.1]), (a, b) => Math.Abs(a - b) < 1e-15);

    [Fact]
    public void Adjust_NothingOrOne_IsItself()
    {
        Assert.Empty(Holm.Adjust([]));
        Assert.Equal([0.2], Holm.Adjust([0.2]));
    }

    [Fact]
    public void Adjust_RandomValues_RejectsWhatTheStepwiseProcedureRejects()
    {
        var random = new SplitMix64(1);
        for (var round = 0; round < 200; round++)
        {
            double[] p = [.. Enumerable.Range(0, 1 + random.Below(8)).Select(_ => random.Below(100) / 1000.0)];
            const double alpha = 0.05;

            // Holm's own words: from the smallest up, reject while p is at most alpha over the number of those left.
            var rejected = new HashSet<int>();
            foreach (var i in Enumerable.Range(0, p.Length).OrderBy(i => p[i]))
            {
                if (p[i] * (p.Length - rejected.Count) > alpha)
                {
                    break;
                }

                rejected.Add(i);
            }

            var adjusted = Holm.Adjust(p);
            Assert.Equal(rejected.Order(), Enumerable.Range(0, p.Length).Where(i => adjusted[i] <= alpha));
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void Adjust_NoProbability_IsRefused(double value) =>
        Assert.Contains("at 1", Assert.Throws<ArgumentException>(() => Holm.Adjust([0.5, value])).Message, StringComparison.Ordinal);
}
