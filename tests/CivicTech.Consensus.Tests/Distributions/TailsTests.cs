using CivicTech.Consensus.Distributions;

namespace CivicTech.Tests.Consensus.Distributions;

/// <summary>Figures are from the definitions (incomplete gamma and beta functions) in arithmetic of 50 digits, for the exact doubles given.</summary>
public sealed class TailsTests
{
    private const double Tolerance = 2e-13;

    [Theory]
    [InlineData(0.5, 1, 0.479500122186953462)]
    [InlineData(3.84, 1, 0.0500435212487051032)]
    [InlineData(13.777777777777779, 7, 0.0552779298915744759)]
    [InlineData(115.0, 11, 1.82995060750512532e-19)]
    [InlineData(118.5, 11, 3.63052792589266017e-20)]
    [InlineData(140.0, 11, 1.62886942752502132e-24)]
    [InlineData(1.5, 0.3333333333333333, 0.0637260471293713826)]
    [InlineData(12.0, 4.3333, 0.0222133702960942141)]
    [InlineData(40.0, 8.6667, 5.73932746743557019e-6)]
    [InlineData(1e-06, 3, 0.99999999973403856)]
    [InlineData(300.0, 2, 7.17509597316441042e-66)]
    [InlineData(167.0, 167, 0.485446290773305176)]
    [InlineData(400.0, 167, 3.70375530428820198e-21)]
    [InlineData(10112.0, 9999, 0.211626599435667487)]
    [InlineData(12000.0, 9999, 1.04647327379554943e-40)]
    [InlineData(33790.0, 32766, 0.0000371945624151043106)]
    public void ChiSquare_ReferenceValues_AreMet(double statistic, double degrees, double expected) =>
        Close(expected, Tails.ChiSquare(statistic, degrees));

    [Theory]
    [InlineData(3.81538461538461, 6.333333333333333, 12.666666666666666, 0.020361101417238539)]
    [InlineData(1.0, 4.3333, 8.6667, 0.462471797401374774)]
    [InlineData(25.0, 4.3333, 8.6667, 0.0000779533086277051437)]
    [InlineData(10000.0, 4.3333, 8.6667, 6.19472380245490886e-16)]
    [InlineData(17.857142857142858, 3.5, 10.5, 0.000145874267066745811)]
    [InlineData(60.0, 10.8333, 119.1667, 4.9277344516983541e-43)]
    [InlineData(12.0, 10.8333, 119.1667, 9.10258038195904721e-15)]
    [InlineData(1e-06, 5, 5, 0.999999999999994568)]
    [InlineData(0.5, 1, 4, 0.518518518518518519)]
    [InlineData(1e12, 1, 1, 6.36619772367369136e-7)]
    [InlineData(0.999, 99, 9801, 0.484170561233722865)]
    [InlineData(1.5, 99, 9801, 0.00102156710148011973)]
    [InlineData(3.0, 3, 1e6, 0.0292913651754540505)]
    [InlineData(1.1, 18.999998, 18999979.0, 0.342352772391770528)]
    [InlineData(5.0, 49.99998, 4999950.0, 2.1818003285249528e-28)]
    public void F_ReferenceValues_AreMet(double statistic, double numerator, double denominator, double expected) =>
        Close(expected, Tails.F(statistic, numerator, denominator));

    [Theory]
    [InlineData(2.776445105197793, 4, 0.0500000000000000709)]
    [InlineData(0.001, 4, 0.999250000156249959)]
    [InlineData(-12.7, 1, 0.0500243276893441601)]
    [InlineData(100.0, 11, 1.24917295689153767e-17)]
    [InlineData(1e6, 2.5, 1.43867943816284769e-15)]
    [InlineData(10.0, 1e5, 1.5633015300207278e-23)]
    [InlineData(3.0, 98, 0.00342326446372961382)]
    public void StudentTwoSided_ReferenceValues_AreMet(double statistic, double degrees, double expected) =>
        Close(expected, Tails.StudentTwoSided(statistic, degrees));

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(0.1, 0.920344325445942033)]
    [InlineData(-1.96, 0.0499957902964408724)]
    [InlineData(6.0, 1.97317529007539628e-9)]
    [InlineData(10.0, 1.52397060483210521e-23)]
    [InlineData(20.0, 5.50724823721246739e-89)]
    [InlineData(37.0, 1.14511424450491536e-299)]
    public void NormalTwoSided_ReferenceValues_AreMet(double statistic, double expected) => Close(expected, Tails.NormalTwoSided(statistic));

    [Theory]
    [InlineData(0.975, 4, 2.77644510519779349)]
    [InlineData(0.975, 1, 12.7062047361746933)]
    [InlineData(0.9999, 1, 3183.09875711850147)]
    [InlineData(0.995, 11, 3.10580651553928051)]
    [InlineData(0.75, 2.5, 0.785013682992301105)]
    [InlineData(0.9999999, 4, 73.9857580575105313)]
    [InlineData(0.975, 1e6, 1.95996635681410666)]
    [InlineData(0.025, 11, -2.20098516009163984)]
    public void StudentQuantile_ReferenceValues_AreMet(double probability, double degrees, double expected) =>
        Close(expected, Tails.StudentQuantile(probability, degrees));

    [Theory]
    [InlineData(0.975, 1.95996398454005386)]
    [InlineData(0.995, 2.57582930354890045)]
    [InlineData(0.75, 0.674489750196081743)]
    [InlineData(0.999999, 4.75342430881708777)]
    [InlineData(0.1, -1.28155156554460044)]
    public void NormalQuantile_ReferenceValues_AreMet(double probability, double expected) => Close(expected, Tails.NormalQuantile(probability));

    [Fact]
    public void Quantiles_OfAHalf_AreZero()
    {
        Assert.Equal(0, Tails.StudentQuantile(0.5, 3));
        Assert.Equal(0, Tails.NormalQuantile(0.5));
    }

    [Theory]
    [InlineData(0, 999, 0.99, 0, 0.00528958162053870896)]
    [InlineData(5, 999, 0.99, 0.00108058878202933897, 0.0140991828043996886)]
    [InlineData(999, 999, 0.99, 0.994710418379461291, 1)]
    public void ClopperPearson_ReferenceValues_AreMet(long successes, long trials, double level, double lower, double upper)
    {
        var range = Tails.ClopperPearson(successes, trials, level);

        Assert.Equal(lower, range.Lower, Tolerance * lower);
        Assert.Equal(upper, range.Upper, Tolerance * upper);
    }

    [Fact]
    public void ClopperPearson_AllButOne_IsTheRootItHas()
    {
        // At most 99,999 of 100,000 succeed with probability 1 - p^100000.
        var (_, upper) = Tails.ClopperPearson(99_999, 100_000, 0.99);

        Assert.Equal(-Math.Log(0.995) / 100_000, 1 - upper, 1e-14);
    }

    [Fact]
    public void Tails_EdgesOfTheRange_AreOneAndZero()
    {
        Assert.Equal(1, Tails.ChiSquare(0, 5));
        Assert.Equal(1, Tails.F(0, 2, 3));
        Assert.Equal(1, Tails.F(1e-320, 2, 3));
        Assert.Equal(0, Tails.ChiSquare(double.PositiveInfinity, 5));
        Assert.Equal(0, Tails.F(double.PositiveInfinity, 2, 3));
        Assert.Equal(0, Tails.StudentTwoSided(double.NegativeInfinity, 3));
        Assert.Equal(0, Tails.NormalTwoSided(double.PositiveInfinity));
    }

    [Fact]
    public void F_RandomArguments_IsAProbabilityThatFallsAndTurnsOver()
    {
        var random = new SplitMix64(3);
        for (var round = 0; round < 5000; round++)
        {
            var (a, b) = (Math.Pow(10, (random.Below(700) / 100.0) - 1), Math.Pow(10, (random.Below(700) / 100.0) - 1));
            var x = Math.Pow(10, (random.Below(200) / 100.0) - 1);
            var p = Tails.F(x, a, b);

            Assert.InRange(p, 0, 1);
            Assert.InRange(Tails.F(x * 1.01, a, b), 0, p);
            Assert.Equal(1, p + Tails.F(1 / x, b, a), 1e-11);
            Assert.InRange(Tails.ChiSquare(x * a, a), 0, 1);
        }
    }

    private static void Close(double expected, double actual) => Assert.Equal(expected, actual, Tolerance * Math.Abs(expected));
}
