using System.Text.Json;
using CivicTech.Receipts;

namespace CivicTech.Abstractions.Tests.Receipts;

public sealed class DigestTests
{
    private const string OfAbc = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    [Fact]
    public void Of_PublishedVectors_IsTheirSha256()
    {
        Assert.Equal("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Digest.Of([]).ToString());
        Assert.Equal(OfAbc, Digest.Of("abc"u8).ToString());
        Assert.Equal(
            "sha256:248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
            Digest.Of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"u8).ToString());
    }

    [Fact]
    public void Parse_TextForm_RoundTrips()
    {
        Assert.Equal(Digest.Of("abc"u8), Digest.Parse(OfAbc));
        Assert.Equal(Digest.Of("abc"u8), Digest.Parse("sha256:" + OfAbc[7..].ToUpperInvariant()));
        Assert.Equal(Digest.Of("abc"u8), Digest.FromBytes(Digest.Of("abc"u8).ToByteArray()));
        Assert.True(Digest.TryParse(OfAbc, out var digest));
        Assert.Equal(OfAbc, digest.ToString());
    }

    public static TheoryData<string?> Wrong =>
    [
        null, "", "sha256:", OfAbc[7..], OfAbc[..^1], OfAbc + "0", OfAbc + "\n", " " + OfAbc, "SHA256:" + OfAbc[7..], "sha512:" + OfAbc[7..],
        OfAbc[..^1] + "g", OfAbc[..^1] + " ", OfAbc[..^2] + "0x", OfAbc[..^1] + "é", "sha256;" + OfAbc[7..], new string('0', 71),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Parse_AnythingElse_IsRefused(string? text)
    {
        Assert.Throws<FormatException>(() => Digest.Parse(text!));
        Assert.False(Digest.TryParse(text, out var digest));
        Assert.Equal(default, digest);
    }

    [Fact]
    public void FromBytes_NotThirtyTwo_IsRefused()
    {
        foreach (var length in new[] { 0, 1, 16, 31, 33, 64 })
        {
            Assert.Throws<ArgumentException>(() => Digest.FromBytes(new byte[length]));
        }
    }

    [Fact]
    public void Default_Digest_IsZero()
    {
        Assert.Equal("sha256:" + new string('0', 64), default(Digest).ToString());
        Assert.Equal(new byte[32], default(Digest).ToByteArray());
        Assert.Equal(default, Digest.FromBytes(new byte[32]));
    }

    [Fact]
    public void Equality_EveryBit_Counts()
    {
        var bytes = Digest.Of("abc"u8).ToByteArray();
        var digest = Digest.FromBytes(bytes);
        for (var bit = 0; bit < 256; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            var other = Digest.FromBytes(bytes);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.False(digest == other);
            Assert.True(digest != other);
            Assert.False(digest.Equals((object)other));
        }

        Assert.True(digest == Digest.FromBytes(bytes));
        Assert.False(digest != Digest.FromBytes(bytes));
        Assert.Equal(digest.GetHashCode(), Digest.FromBytes(bytes).GetHashCode());
        Assert.False(digest.Equals(null));
        Assert.False(digest.Equals((object)OfAbc));
    }

    [Fact]
    public void Json_Digest_IsItsText()
    {
        Assert.Equal($"\"{OfAbc}\"", JsonSerializer.Serialize(Digest.Of("abc"u8)));
        Assert.Equal(Digest.Of("abc"u8), JsonSerializer.Deserialize<Digest>($"\"{OfAbc}\""));
        Assert.Null(JsonSerializer.Deserialize<Digest?>("null"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"\"")]
    [InlineData("\"sha256:\"")]
    [InlineData("\"\\ud800\"")]
    public void Json_AnythingElse_IsRefused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Digest>(json));
}
