using CivicTech.Consensus.Tallying.Committees;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Tallying.Committees;

public sealed class ThieleWeightsTests
{
    [Theory]
    [InlineData("harmonic", "1 0.5 1/3 0.25")]
    [InlineData("sainte-lague", "1 1/3 0.2 1/7")]
    [InlineData("coverage", "1 0 0 0")]
    [InlineData("approvals", "1 1 1 1")]
    [InlineData("lexicographic-coverage", "1331 121 11 1")]
    [InlineData("geometric:2", "1 0.5 0.25 0.125")]
    [InlineData("geometric:1.5", "1 2/3 4/9 8/27")]
    [InlineData("1,0.5,1/3", "1 0.5 1/3 0")]
    [InlineData("2", "2 0 0 0")]
    public void Parse_Text_GivesTheWeightsAndTheTextAgain(string text, string weights)
    {
        var parsed = ThieleWeights.Parse(text);
        Assert.Equal(text, parsed.ToString());
        Assert.Equal(weights, string.Join(' ', parsed.ForMembers(4, voters: 10)));
        Assert.True(parsed == ThieleWeights.Parse(text));
        Assert.Equal(parsed.GetHashCode(), ThieleWeights.Parse(text).GetHashCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Harmonic")]
    [InlineData("geometric")]
    [InlineData("geometric:0.5")]
    [InlineData("geometric:x")]
    [InlineData("0")]
    [InlineData("0,0")]
    [InlineData("1,2")]
    [InlineData("1,-1")]
    [InlineData("1,,1")]
    public void Parse_NoWeights_Throws(string text) => Assert.Throws<FormatException>(() => ThieleWeights.Parse(text));

    [Fact]
    public void Of_SameWeightsWrittenOtherwise_AreEqual()
    {
        Assert.Equal(ThieleWeights.Of(1, new Rational(2, 4)), ThieleWeights.Parse("1,1/2"));
        Assert.True(ThieleWeights.Harmonic != ThieleWeights.Coverage);
        Assert.False(ThieleWeights.Harmonic.Equals(null));
    }

    [Fact]
    public void Make_ImpossibleWeights_Throws()
    {
        Assert.Throws<ArgumentException>(() => ThieleWeights.Of());
        Assert.Throws<ArgumentOutOfRangeException>(() => ThieleWeights.Geometric(new Rational(1, 2)));
    }
}
