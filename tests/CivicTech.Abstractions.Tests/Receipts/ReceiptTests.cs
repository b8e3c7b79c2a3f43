using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CivicTech.Receipts;

namespace CivicTech.Abstractions.Tests.Receipts;

public sealed class ReceiptTests
{
    private const string Published =
        """{"ballots":[3,"1/3",null,true],"digest":"sha256:e2fb164d8b113a370c7378ac781f362fa934cd02ceeb98ecd24c13e896ee0862","options":{"ties":["listed-order"]},"rule":"greedy@1","title":"Żółw 🗳"}""";

    internal static JsonObject Body => new()
    {
        ["rule"] = "greedy@1",
        ["title"] = "Żółw 🗳",
        ["options"] = new JsonObject { ["ties"] = new JsonArray("listed-order") },
        ["ballots"] = new JsonArray(3, "1/3", null, true),
    };

    [Fact]
    public void ToJson_PublishedReceipt_NeverChanges()
    {
        var receipt = new Receipt(Body);

        Assert.Equal(Published, receipt.ToJson());
        var unsigned = JsonNode.Parse(Published)!.AsObject();
        var stated = (string)unsigned["digest"]!;
        unsigned.Remove("digest");
        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.ToText(unsigned)))), stated);
        Assert.Equal(stated, receipt.Digest.ToString());
        Assert.Equal(stated, receipt.ToString());
    }

    [Fact]
    public void Parse_WrittenReceipt_RoundTrips()
    {
        var receipt = Receipt.Parse(Published);

        Assert.Equal(Published, receipt.ToJson());
        Assert.Equal(Published, Receipt.Parse(JsonNode.Parse(Published)!.ToJsonString(new() { WriteIndented = true })).ToJson());
        var turned = new JsonObject();
        foreach (var (name, value) in JsonNode.Parse(Published)!.AsObject().Reverse())
        {
            turned[name] = value?.DeepClone();
        }

        Assert.Equal(Published, Receipt.Parse(turned.ToJsonString()).ToJson());
        Assert.False(receipt.Body.ContainsKey("digest"));
        Assert.True(JsonNode.DeepEquals(Body, receipt.Body));
    }

    [Fact]
    public void Parse_DigestInCapitals_IsTheSameReceipt()
    {
        var digest = new Receipt(Body).Digest.ToString();
        var capitals = Published.Replace(digest, "sha256:" + digest[7..].ToUpperInvariant(), StringComparison.Ordinal);

        Assert.Equal(Published, Receipt.Parse(capitals).ToJson());
    }

    [Fact]
    public void Receipt_BodyChangedLater_StaysAsItWas()
    {
        var body = Body;
        var receipt = new Receipt(body);

        body["rule"] = "other@1";
        receipt.Body["options"]!["ties"] = "x";
        receipt.Body.Clear();

        Assert.Equal(Published, receipt.ToJson());
    }

    [Fact]
    public void Receipt_EmptyBody_IsSealedToo()
    {
        var empty = new Receipt([]);

        Assert.Equal(Digest.Of("{}"u8), empty.Digest);
        Assert.Equal(empty.Digest, Receipt.Parse(empty.ToJson()).Digest);
    }

    [Fact]
    public void Receipt_BodyThatCannotBeSealed_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new Receipt(null!));
        Assert.Throws<ArgumentException>(() => new Receipt(new JsonObject { ["digest"] = "x" }));
        Assert.Throws<ArgumentException>(() => new Receipt(new JsonObject { ["digest"] = null }));
        Assert.ThrowsAny<ArgumentException>(() => new Receipt(new JsonObject { ["share"] = 0.5 }));
        Assert.ThrowsAny<ArgumentException>(() => new Receipt(new JsonObject { ["name"] = "\uD800" }));
        Assert.ThrowsAny<ArgumentException>(() => new Receipt(JsonNode.Parse("""{"a":{"b":1,"b":1}}""")!.AsObject()));
        Assert.ThrowsAny<ArgumentException>(() => new Receipt(JsonNode.Parse("""{"\ud800":1}""")!.AsObject()));
        Assert.ThrowsAny<ArgumentException>(() => new Receipt(JsonNode.Parse("""{"b":1,"b":1}""")!.AsObject()));
    }

    public static TheoryData<string, string> Tamperings => new()
    {
        { "greedy@1", "greedy@2" },
        { "Żółw", "Zółw" },
        { "\"rule\"", "\"role\"" },
        { "[3,", "[4," },
        { "[3,", "[\"3\"," },
        { "[3,\"1/3\"", "[\"1/3\",3" },
        { "null", "false" },
        { "null,", "" },
        { ",true", "" },
        { "\"ties\":[\"listed-order\"]", "" },
        { "\"ties\":[\"listed-order\"]", "\"ties\":\"listed-order\"" },
        { "{\"ballots\"", "{\"more\":1,\"ballots\"" },
        { "{\"ballots\"", "{\"more\":null,\"ballots\"" },
        { ",\"title\":\"Żółw 🗳\"", "" },
    };

    [Theory]
    [MemberData(nameof(Tamperings))]
    public void Parse_ChangedContent_IsRefused(string old, string replacement)
    {
        var changed = Published.Replace(old, replacement, StringComparison.Ordinal);
        Assert.NotEqual(Published, changed);

        var refused = Assert.Throws<FormatException>(() => Receipt.Parse(changed));

        Assert.Contains("was changed", refused.Message, StringComparison.Ordinal);
        Assert.Contains(new Receipt(Body).Digest.ToString(), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_ChangedDigest_IsRefused()
    {
        var at = Published.IndexOf("sha256:", StringComparison.Ordinal) + 7;
        for (var i = at; i < at + 64; i++)
        {
            var changed = string.Concat(Published.AsSpan(0, i), Published[i] == '0' ? "1" : "0", Published.AsSpan(i + 1));

            Assert.Contains("was changed", Assert.Throws<FormatException>(() => Receipt.Parse(changed)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("\"sha256:\"")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{}{}")]
    [InlineData("""{"rule":"greedy@1"}""")]
    [InlineData("""{"digest":null}""")]
    [InlineData("""{"digest":1}""")]
    [InlineData("""{"digest":{}}""")]
    [InlineData("""{"digest":[]}""")]
    [InlineData("""{"digest":""}""")]
    [InlineData("""{"digest":"sha256:44"}""")]
    [InlineData("""{"digest":"\ud800"}""")]
    [InlineData("""{"Digest":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"}""")]
    [InlineData("""{"a":0.5,"digest":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"}""")]
    [InlineData("""{"a":"\ud800","digest":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"}""")]
    [InlineData("""{"\ud800":1,"digest":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"}""")]
    [InlineData("""{"digest":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","digest":"x"}""")]
    [InlineData("""{"digest":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"} // note""")]
    public void Parse_NoReceipt_IsRefused(string json) => Assert.Throws<FormatException>(() => Receipt.Parse(json));

    [Fact]
    public void Parse_Null_IsRefused() => Assert.Throws<ArgumentNullException>(() => Receipt.Parse(null!));

    [Fact]
    public void Parse_MemberTwice_IsRefusedEvenWithItsDigest()
    {
        const string Inner = """{"a":{"b":1,"b":2}}""";
        var digest = Digest.Of(Encoding.UTF8.GetBytes(Inner));

        Assert.Throws<FormatException>(() => Receipt.Parse($$"""{"a":{"b":1,"b":2},"digest":"{{digest}}"}"""));
    }

    [Fact]
    public void Parse_VeryDeep_IsRefused()
    {
        foreach (var depth in new[] { 63, 64, 65, 1000, 100_000 })
        {
            Assert.Throws<FormatException>(() => Receipt.Parse($$"""{"a":{{new string('[', depth)}}{{new string(']', depth)}},"digest":"{{default(Digest)}}"}"""));
        }
    }
}
