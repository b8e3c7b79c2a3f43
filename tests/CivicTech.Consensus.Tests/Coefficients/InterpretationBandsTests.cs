using CivicTech.Consensus.Coefficients;
using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Coefficients;

public sealed class InterpretationBandsTests
{
    [Theory]
    [InlineData("0", "very weak")]
    [InlineData("0.1", "very weak")]
    [InlineData("0.29", "very weak")]
    [InlineData("3/10", "weak")]
    [InlineData("0.5", "moderate")]
    [InlineData("0.6999", "moderate")]
    [InlineData("7/10", "strong")]
    [InlineData("0.9", "unusually strong")]
    [InlineData("1", "unusually strong")]
    public void Schmidt_AValue_IsTheNearestPointBelow(string value, string expected) => Assert.Equal(expected, Label(InterpretationBands.Schmidt, value));

    [Theory]
    [InlineData("-1", "poor")]
    [InlineData("-1/1000000", "poor")]
    [InlineData("0", "slight")]
    [InlineData("1/5", "slight")]
    [InlineData("0.2001", "fair")]
    [InlineData("2/5", "fair")]
    [InlineData("0.41", "moderate")]
    [InlineData("3/5", "moderate")]
    [InlineData("0.61", "substantial")]
    [InlineData("4/5", "substantial")]
    [InlineData("0.81", "almost perfect")]
    [InlineData("1", "almost perfect")]
    public void LandisKoch_AValue_IsInItsBand(string value, string expected) => Assert.Equal(expected, Label(InterpretationBands.LandisKoch, value));

    [Theory]
    [InlineData("-3", "not reliable")]
    [InlineData("0.6669", "not reliable")]
    [InlineData("0.667", "tentative")]
    [InlineData("0.7999", "tentative")]
    [InlineData("4/5", "reliable")]
    [InlineData("1", "reliable")]
    public void Krippendorff_AValue_IsInItsBand(string value, string expected) => Assert.Equal(expected, Label(InterpretationBands.Krippendorff, value));

    [Fact]
    public void Label_Undefined_IsNone() =>
        Assert.Null(InterpretationBands.Schmidt.Label(Statistic.UndefinedFor(UndefinedReason.NoVariation)));

    [Fact]
    public void Label_ImpossibleValue_IsRefused()
    {
        Assert.Contains("W is never -0.1", Assert.Throws<ArgumentException>(() => Label(InterpretationBands.Schmidt, "-0.1")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Label(InterpretationBands.LandisKoch, "1.01"));
    }

    [Fact]
    public void Bands_OfAll_Ascend()
    {
        foreach (var bands in new[] { InterpretationBands.Schmidt, InterpretationBands.LandisKoch, InterpretationBands.Krippendorff })
        {
            Assert.Equal(bands.Bands.OrderBy(band => band.From), bands.Bands);
        }
    }

    private static string? Label(InterpretationBands bands, string value) => bands.Label(Statistic.Of(Rational.Parse(value)));
}
