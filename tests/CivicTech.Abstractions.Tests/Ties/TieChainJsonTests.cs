using System.Text.Json;
using CivicTech.Ties;

namespace CivicTech.Abstractions.Tests.Ties;

public sealed class TieChainJsonTests
{
    [Theory]
    [InlineData("""["listed-order"]""")]
    [InlineData("""["identifier"]""")]
    [InlineData("""["refuse"]""")]
    [InlineData("""["all-outcomes"]""")]
    [InlineData("""["all-outcomes:1"]""")]
    [InlineData("""["highest-votes","lowest-cost","refuse"]""")]
    [InlineData("""["highest-votes","all-outcomes:2147483647"]""")]
    [InlineData("""["highest-votes","lowest-votes","lot:1956-03-21"]""")]
    public void Json_WrittenForm_RoundTrips(string json)
    {
        var chain = JsonSerializer.Deserialize<TieChain>(json)!;

        Assert.Equal(json, JsonSerializer.Serialize(chain));
        Assert.Equal(chain, JsonSerializer.Deserialize<TieChain>(JsonSerializer.Serialize(chain)));
    }

    [Theory]
    [InlineData("[]", """["refuse"]""")]
    [InlineData("""["highest-votes"]""", """["highest-votes","refuse"]""")]
    [InlineData("""["all-outcomes:1000"]""", """["all-outcomes"]""")]
    [InlineData("""["listed-order","refuse"]""", """["listed-order"]""")]
    [InlineData("""[ "\u006cisted-order" ]""", """["listed-order"]""")]
    public void Json_OtherForms_AreTheSameChain(string json, string written) =>
        Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize<TieChain>(json)));

    [Fact]
    public void Json_InsideADocument_IsReadInPlace()
    {
        var read = JsonSerializer.Deserialize<Dictionary<string, TieChain?>>("""{"a":["identifier"],"b":null,"c":["refuse"]}""")!;

        Assert.Equal(TieChain.Identifier, read["a"]);
        Assert.Null(read["b"]);
        Assert.Equal(TieChain.Refuse, read["c"]);
        Assert.Equal("""{"a":["identifier"],"b":null,"c":["refuse"]}""", JsonSerializer.Serialize(read));
    }

    [Theory]
    [InlineData("\"listed-order\"")]
    [InlineData("{}")]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("[1]")]
    [InlineData("[null]")]
    [InlineData("[[\"listed-order\"]]")]
    [InlineData("[\"listed-order\"")]
    [InlineData("[\"listed-order\",]")]
    [InlineData("[\"\"]")]
    [InlineData("[\"listed\"]")]
    [InlineData("[\"listed-order\",\"identifier\"]")]
    [InlineData("[\"highest-votes\",\"highest-votes\"]")]
    [InlineData("[\"refuse\",\"highest-votes\"]")]
    [InlineData("[\"refuse\",\"refuse\"]")]
    [InlineData("[\"all-outcomes\",\"highest-votes\"]")]
    [InlineData("[\"all-outcomes\",\"refuse\"]")]
    [InlineData("[\"all-outcomes:\"]")]
    [InlineData("[\"all-outcomes:0\"]")]
    [InlineData("[\"all-outcomes:-1\"]")]
    [InlineData("[\"all-outcomes:+1\"]")]
    [InlineData("[\"all-outcomes: 1\"]")]
    [InlineData("[\"all-outcomes:1.0\"]")]
    [InlineData("[\"all-outcomes:2147483648\"]")]
    [InlineData("[\"all-outcomes:99999999999999999999\"]")]
    [InlineData("[\"lot:\\ud800\"]")]
    public void Json_AnythingElse_IsRefused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TieChain>(json));

    [Fact]
    public void Json_WrongKey_IsNamed()
    {
        var refused = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TieChain>("[\"highest-votes\",\"by-luck\"]"));

        Assert.Contains("'by-luck' is not a tie key", refused.Message, StringComparison.Ordinal);
    }
}
