using System.Text.Json.Nodes;
using CivicTech.Receipts;

namespace CivicTech.Abstractions.Tests.Receipts;

public sealed class VerificationTests
{
    [Fact]
    public void Compare_SameContent_Holds()
    {
        var verification = Compare("""{"a":1,"b":{"c":[1,"x"]}}""", """{ "b": {"c":[1,"\u0078"]}, "a": 1 }""");

        Assert.True(verification.Holds);
        Assert.Empty(verification.Differences);
        Assert.Equal("The receipt holds.", verification.ToString());
    }

    [Fact]
    public void Compare_OtherContent_NamesEachPlace()
    {
        var verification = Compare(
            """{"rule":"greedy@1","options":{"ties":["listed-order"],"limit":1},"funded":["a","b"],"old":true}""",
            """{"rule":"greedy@2","options":{"ties":["identifier"],"limit":1},"funded":["a","b"],"new":{"x":1}}""");

        Assert.False(verification.Holds);
        Assert.Equal(
            [
                """new: the receipt states nothing, recomputing gives {"x":1}.""",
                """old: the receipt states true, recomputing gives nothing.""",
                """options.ties: the receipt states ["listed-order"], recomputing gives ["identifier"].""",
                """rule: the receipt states "greedy@1", recomputing gives "greedy@2".""",
            ],
            verification.Differences.ToArray());
        Assert.Equal(string.Join('\n', verification.Differences), verification.ToString());
    }

    [Theory]
    [InlineData("""{"a":null}""", "{}", "a: the receipt states null, recomputing gives nothing.")]
    [InlineData("{}", """{"a":null}""", "a: the receipt states nothing, recomputing gives null.")]
    [InlineData("""{"a":{"b":null}}""", """{"a":{}}""", "a.b: the receipt states null, recomputing gives nothing.")]
    [InlineData("""{"a":null}""", """{"a":0}""", "a: the receipt states null, recomputing gives 0.")]
    [InlineData("""{"a":{}}""", """{"a":null}""", "a: the receipt states {}, recomputing gives null.")]
    [InlineData("""{"a":[null]}""", """{"a":[]}""", "a: the receipt states [null], recomputing gives [].")]
    [InlineData("""{"a":1}""", """{"a":"1"}""", "a: the receipt states 1, recomputing gives \"1\".")]
    [InlineData("""{"a":[1,2]}""", """{"a":[2,1]}""", "a: the receipt states [1,2], recomputing gives [2,1].")]
    [InlineData("""{"a":"é"}""", """{"a":"e\u0301"}""", "a: the receipt states \"é\", recomputing gives \"e\u0301\".")]
    public void Compare_OneDifference_IsThatSentence(string claimed, string recomputed, string expected)
    {
        var verification = Compare(claimed, recomputed);

        Assert.False(verification.Holds);
        Assert.Equal([expected], verification.Differences.ToArray());
    }

    [Fact]
    public void Compare_Null_IsRefused()
    {
        var receipt = new Receipt([]);

        Assert.Throws<ArgumentNullException>(() => Verification.Compare(null!, receipt));
        Assert.Throws<ArgumentNullException>(() => Verification.Compare(receipt, null!));
    }

    private static Verification Compare(string claimed, string recomputed) => Verification.Compare(Receipt(claimed), Receipt(recomputed));

    private static Receipt Receipt(string body) => new(JsonNode.Parse(body)!.AsObject());
}
