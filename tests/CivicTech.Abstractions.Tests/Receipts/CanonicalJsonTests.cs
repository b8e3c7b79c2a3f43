using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CivicTech.Receipts;

namespace CivicTech.Abstractions.Tests.Receipts;

/// <summary>Against RFC 8785, as far as receipts use it.</summary>
public sealed class CanonicalJsonTests
{
    /// <summary>RFC 8785, 3.2.3: members are sorted by the UTF-16 code units of their names.</summary>
    [Fact]
    public void ToText_Rfc8785NamesToSort_StandInTheirOrder()
    {
        var node = JsonNode.Parse(
            """
            {
              "\u20ac": "Euro Sign",
              "\r": "Carriage Return",
              "\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face",
              "\u0080": "Control",
              "\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """);

        Assert.Equal(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
            + "\"😀\":\"Emoji: Grinning Face\",\"\uFB33\":\"Hebrew Letter Dalet With Dagesh\"}",
            CanonicalJson.ToText(node));
    }

    /// <summary>RFC 8785, 3.2.2 without its floating numbers.</summary>
    [Fact]
    public void ToText_Rfc8785Sample_IsItsCanonicalForm()
    {
        var node = JsonNode.Parse(
            """
            {
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """);

        Assert.Equal("""{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}""", CanonicalJson.ToText(node));
    }

    [Fact]
    public void ToText_EveryControlCharacter_HasItsShortestEscape()
    {
        string[] expected = [.. Enumerable.Range(0, 32).Select(code => code switch
        {
            8 => "\\b",
            9 => "\\t",
            10 => "\\n",
            12 => "\\f",
            13 => "\\r",
            _ => $"\\u00{code:x2}",
        })];

        Assert.Equal(expected, Enumerable.Range(0, 32).Select(code => CanonicalJson.ToText(JsonValue.Create(((char)code).ToString()))[1..^1]));
    }

    [Fact]
    public void ToText_AnyOtherCharacter_StandsAsItself()
    {
        const string Text = "\u007F\u0085\u00A0\u2028\u2029\uFEFF\uFFFD\uFFFF<>&'+/`=¡日پ🗳";

        Assert.Equal($"\"{Text}\"", CanonicalJson.ToText(JsonValue.Create(Text)));
        Assert.Equal(Encoding.UTF8.GetBytes($"{{\"{Text}\":0}}"), CanonicalJson.ToBytes(new JsonObject { [Text] = 0 }));
    }

    [Theory]
    [InlineData("null", "null")]
    [InlineData(" true ", "true")]
    [InlineData("{}", "{}")]
    [InlineData("[ ]", "[]")]
    [InlineData("\"\"", "\"\"")]
    [InlineData("""{"b":1,"a":{"d":[2,1],"c":{}},"":0}""", """{"":0,"a":{"c":{},"d":[2,1]},"b":1}""")]
    [InlineData("""{"aa":1,"a":2,"B":3,"10":4,"9":5,"a-b":6}""", """{"10":4,"9":5,"B":3,"a":2,"a-b":6,"aa":1}""")]
    [InlineData("[3,1,2]", "[3,1,2]")]
    [InlineData("-0", "0")]
    [InlineData("9007199254740991", "9007199254740991")]
    [InlineData("-9007199254740991", "-9007199254740991")]
    public void ToText_Json_IsItsCanonicalForm(string json, string expected)
    {
        var text = CanonicalJson.ToText(JsonNode.Parse(json));

        Assert.Equal(expected, text);
        Assert.Equal(text, CanonicalJson.ToText(JsonNode.Parse(text)));
    }

    [Theory]
    [InlineData("0.5")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("1E0")]
    [InlineData("-0.0")]
    [InlineData("9007199254740992")]
    [InlineData("-9007199254740992")]
    [InlineData("9223372036854775807")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775808")]
    [InlineData("100000000000000000000000000000000000000")]
    public void ToText_NumberNotWholeOrTooLarge_IsRefusedByName(string number)
    {
        var refused = Assert.Throws<ArgumentException>(() => CanonicalJson.ToText(JsonNode.Parse($$"""{"a":[{{number}}]}""")));

        Assert.Contains(number, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToText_NumbersMadeByCode_AreHeldToTheSame()
    {
        Assert.Equal("[1,2,3,4]", CanonicalJson.ToText(new JsonArray(1, 2L, 3.0, 4m)));
        Assert.ThrowsAny<ArgumentException>(() => CanonicalJson.ToText(JsonValue.Create(1.5m)));
        Assert.ThrowsAny<ArgumentException>(() => CanonicalJson.ToText(JsonValue.Create(double.NaN)));
        Assert.ThrowsAny<ArgumentException>(() => CanonicalJson.ToText(JsonValue.Create(double.PositiveInfinity)));
        Assert.ThrowsAny<ArgumentException>(() => CanonicalJson.ToText(JsonValue.Create(ulong.MaxValue)));
    }

    [Fact]
    public void ToText_HalfASurrogatePair_IsRefused()
    {
        Assert.ThrowsAny<ArgumentException>(() => CanonicalJson.ToText(JsonValue.Create("a\uD800")));
        Assert.ThrowsAny<ArgumentException>(() => CanonicalJson.ToText(JsonValue.Create("\uDC00\uD800")));
        Assert.ThrowsAny<ArgumentException>(() => CanonicalJson.ToText(new JsonObject { ["\uD800"] = 1 }));
        Assert.ThrowsAny<ArgumentException>(() => CanonicalJson.ToText(new JsonArray(new JsonObject { ["a"] = "\uDC00" })));
        Assert.ThrowsAny<ArgumentException>(() => CanonicalJson.ToText(JsonNode.Parse("""["\ud800"]""")));
        Assert.ThrowsAny<ArgumentException>(() => CanonicalJson.ToText(JsonNode.Parse("""{"\udc00":1}""")));
    }

    [Theory]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""{"b":{"a":1,"c":2,"a":3}}""")]
    [InlineData("""[{"a":1,"\u0061":1}]""")]
    public void ToText_MemberTwice_IsRefused(string json) =>
        Assert.ThrowsAny<ArgumentException>(() => CanonicalJson.ToText(JsonNode.Parse(json)));

    [Fact]
    public void ToText_TooDeep_IsRefused()
    {
        Assert.Equal(new string('[', 64) + new string(']', 64), CanonicalJson.ToText(Nested(64)));
        Assert.ThrowsAny<ArgumentException>(() => CanonicalJson.ToText(Nested(65)));
        Assert.ThrowsAny<ArgumentException>(() => CanonicalJson.ToText(Nested(5000)));
    }

    [Fact]
    public void ToBytes_Null_IsJsonNull() => Assert.Equal("null"u8.ToArray(), CanonicalJson.ToBytes(null));

    [Fact]
    public void ToText_SerializedModel_IsCanonical()
    {
        var node = JsonSerializer.SerializeToNode(new { Zeta = "ż", Alpha = new[] { 1, 2 }, None = (string?)null });

        Assert.Equal("""{"Alpha":[1,2],"None":null,"Zeta":"ż"}""", CanonicalJson.ToText(node));
    }

    private static JsonArray Nested(int depth)
    {
        var node = new JsonArray();
        for (var i = 1; i < depth; i++)
        {
            node = new JsonArray(node);
        }

        return node;
    }
}
