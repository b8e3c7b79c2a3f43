using System.Buffers;
using System.Text;
using System.Text.Json;
using CivicTech.Numerics;

namespace CivicTech.Abstractions.Tests.Numerics;

public class RationalJsonTests
{
    [Theory]
    [InlineData("12", "\"12\"")]
    [InlineData("-12.5", "\"-12.5\"")]
    [InlineData("1/3", "\"1/3\"")]
    public void Json_RoundTrip_IsAString(string text, string json)
    {
        Rational value = Rational.Parse(text);

        Assert.Equal(json, JsonSerializer.Serialize(value));
        Assert.Equal(value, JsonSerializer.Deserialize<Rational>(json));
    }

    [Theory]
    [InlineData("0.1", "1/10")]
    [InlineData("-0", "0")]
    [InlineData("0.30000000000000000000000001", "30000000000000000000000001/100000000000000000000000000")]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("1.25e2", "125")]
    [InlineData("125E-2", "1.25")]
    [InlineData("5e+0", "5")]
    [InlineData("1e-0000000003", "0.001")]
    [InlineData("\"\\u0031.5\"", "1.5")]
    public void Read_Numbers_AreExact(string json, string expected) =>
        Assert.Equal(Rational.Parse(expected), JsonSerializer.Deserialize<Rational>(json));

    [Fact]
    public void Read_Exponents_AreBounded()
    {
        Rational large = JsonSerializer.Deserialize<Rational>("1e400");

        Assert.Equal(System.Numerics.BigInteger.Pow(10, 400), large.Numerator);
        Assert.Equal(Rational.One, large * JsonSerializer.Deserialize<Rational>("1e-400"));
        Refused("1e401");
        Refused("1e-401");
        Refused("1e99999999999999999999");
        Refused("0e500");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"\"")]
    [InlineData("\"1e5\"")]
    [InlineData("\" 1\"")]
    [InlineData("\"1,5\"")]
    [InlineData("\"1/0\"")]
    public void Read_AnythingElse_IsRefused(string json) => Refused(json);

    [Fact]
    public void Read_TooLong_IsRefused()
    {
        Refused(new string('1', Rational.MaxTextLength + 1));
        Refused("\"" + new string('1', Rational.MaxTextLength + 1) + "\"");
    }

    [Fact]
    public void Read_SplitBuffer_IsTheSame()
    {
        byte[] json = Encoding.UTF8.GetBytes("[-12.5,\"1/3\",1e2]");
        Segment last = new(json.AsMemory(9), 9, null);
        Segment middle = new(json.AsMemory(3, 6), 3, last);
        Segment first = new(json.AsMemory(0, 3), 0, middle);
        Utf8JsonReader reader = new(new ReadOnlySequence<byte>(first, 0, last, json.Length - 9));

        Assert.Equal(
            [new Rational(-25, 2), new Rational(1, 3), new Rational(100)],
            JsonSerializer.Deserialize<Rational[]>(ref reader)!);
    }

    private static void Refused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Rational>(json));

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long start, Segment? next)
        {
            Memory = memory;
            RunningIndex = start;
            Next = next;
        }
    }
}
