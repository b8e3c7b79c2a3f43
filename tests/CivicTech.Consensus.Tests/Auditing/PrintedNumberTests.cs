using CivicTech.Consensus.Auditing;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Auditing;

public sealed class PrintedNumberTests
{
    [Theory]
    [InlineData("3.50", "3.495", "3.505", 2)]
    [InlineData("3.5", "3.45", "3.55", 1)]
    [InlineData("4", "3.5", "4.5", 0)]
    [InlineData(".932", "0.9315", "0.9325", 3)]
    [InlineData("-0.5", "-0.55", "-0.45", 1)]
    [InlineData("0.000", "-0.0005", "0.0005", 3)]
    public void Parse_Decimal_StandsForAllThatRoundsToIt(string text, string lower, string upper, int decimals)
    {
        var number = PrintedNumber.Parse(text, "here", "mean", "mean");

        Assert.Equal(Rational.Parse(lower), number.Lower);
        Assert.Equal(Rational.Parse(upper), number.Upper);
        Assert.Equal(decimals, number.Decimals);
        Assert.Equal(text, number.Text);
    }

    [Theory]
    [InlineData("<.001", "0", "0.001")]
    [InlineData("< 0.05", "0", "0.05")]
    [InlineData("> .05", "0.05", "1")]
    [InlineData(".023", "0.0225", "0.0235")]
    public void ParseBounded_Bound_StandsForAllOnItsSide(string text, string lower, string upper)
    {
        var number = PrintedNumber.ParseBounded(text, "here", "p", "p");

        Assert.Equal(Rational.Parse(lower), number.Lower);
        Assert.Equal(Rational.Parse(upper), number.Upper);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 3.5")]
    [InlineData("3,5")]
    [InlineData("3.")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("--1")]
    [InlineData("+1")]
    [InlineData("7/2")]
    [InlineData("1e3")]
    [InlineData("1.2.3")]
    [InlineData("NaN")]
    [InlineData("<.05")]
    [InlineData("٣.٥")]
    [InlineData("3.5000000000000000000000000000000000000000")]
    public void Parse_NoDecimal_NamesPlaceAndText(string text)
    {
        var error = Assert.Throws<ArgumentException>(() => new ItemSummary("table 9, row 2", text, null, 5, AnswerScale.Whole(1, 5)));

        Assert.Contains("table 9, row 2: the mean '" + text + "'", error.Message, StringComparison.Ordinal);
        Assert.Equal("mean", error.ParamName);
    }

    [Fact]
    public void Rows_BadNumbers_NameThePlace()
    {
        var scale = AnswerScale.Whole(1, 5);
        Assert.Contains("row 1: the SD '?'", Assert.Throws<ArgumentException>(() => new ItemSummary("row 1", "3.0", "?", 5, scale)).Message, StringComparison.Ordinal);
        Assert.Contains("row 2: expected from 2", Assert.Throws<ArgumentOutOfRangeException>(() => new ItemSummary("row 2", "3.0", null, 1, scale)).Message, StringComparison.Ordinal);
        Assert.Contains("row 3: the W '0,9'", Assert.Throws<ArgumentException>(() => new ConcordanceSummary("row 3", "0,9", null, 5, 5)).Message, StringComparison.Ordinal);
        Assert.Contains("row 4: the p '<'", Assert.Throws<ArgumentException>(() => new ConcordanceSummary("row 4", "0.9", "<", 5, 5)).Message, StringComparison.Ordinal);
        Assert.Contains("row 5: expected from 2", Assert.Throws<ArgumentOutOfRangeException>(() => new ConcordanceSummary("row 5", "0.9", null, 5, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ItemSummary(" ", "3.0", null, 5, scale));
    }
}
