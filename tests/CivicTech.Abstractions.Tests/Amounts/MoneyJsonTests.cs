using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CivicTech.Amounts;

namespace CivicTech.Abstractions.Tests.Amounts;

public sealed partial class MoneyJsonTests
{
    [Theory]
    [InlineData("EUR 12.50")]
    [InlineData("JPY -1250")]
    [InlineData("IRR/0 500000")]
    [InlineData("EUR 92233720368547758.07")]
    [InlineData("XXX 0")]
    public void Json_RoundTrip_IsTheText(string text)
    {
        var json = JsonSerializer.Serialize(Money.Parse(text));

        Assert.Equal($"\"{text}\"", json);
        Assert.Equal(Money.Parse(text), JsonSerializer.Deserialize<Money>(json));
    }

    [Fact]
    public void Json_GeneratedByAHost_IsTheText()
    {
        var pledge = new Pledge(Money.Of(5, "EUR"), new Currency("IRR", 0), MoneyRounding.HalfEven);
        var json = JsonSerializer.Serialize(pledge, PledgeContext.Default.Pledge);

        Assert.Equal("""{"Amount":"EUR 5.00","Currency":"IRR/0","Rounding":"half-even"}""", json);
        Assert.Equal(pledge, JsonSerializer.Deserialize(json, PledgeContext.Default.Pledge));
    }

    [Theory]
    [InlineData("\"\\u0045UR 12.50\"")]
    [InlineData("\"\\u0049\\u0052\\u0052\\u002f\\u0030\\u0020\\u002d\\u0039223372036854775807\"")]
    public void Read_Escapes_AreUnderstood(string json) => Assert.False(JsonSerializer.Deserialize<Money>(json).IsZero);

    [Theory]
    [InlineData("null")]
    [InlineData("12.50")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("true")]
    [InlineData("\"\"")]
    [InlineData("\"EUR 12.5\"")]
    [InlineData("\"EUR 12.50 \"")]
    [InlineData("\"12.50 EUR\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"EUR 12.50\\u0000\"")]
    public void Read_AnythingElse_IsRefused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Money>(json));

    [Fact]
    public void Read_TooLong_IsRefused()
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Money>($"\"EUR {new string('1', 10_000)}.00\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Money>($"\"{new string('1', 10_000)}\\n\""));
    }

    [Fact]
    public void Read_SplitBuffer_IsTheSame()
    {
        var json = Encoding.UTF8.GetBytes("[\"EUR 12.50\",\"IRR/0 500000\"]");
        for (var cut = 1; cut < json.Length; cut++)
        {
            Segment last = new(json.AsMemory(cut), cut, null);
            Segment first = new(json.AsMemory(0, cut), 0, last);
            Utf8JsonReader reader = new(new ReadOnlySequence<byte>(first, 0, last, json.Length - cut));

            Assert.Equal([Money.Of(12.50m, "EUR"), Money.Of(500_000, new Currency("IRR", 0))], JsonSerializer.Deserialize<Money[]>(ref reader)!);
        }
    }

    [Fact]
    public void Json_ManyAmounts_AllocatesNothing()
    {
        var converter = new MoneyJsonConverter();
        var options = new JsonSerializerOptions();
        var money = Money.Of(-12_345.67m, new Currency("IRR", 2));
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using var writer = new Utf8JsonWriter(buffer);
        var read = Money.Zero(money.Currency);
        var rounds = 0;
        Round();

        Assert.Equal(0, Measured.LeastAllocated(Round));
        Assert.Equal(money * (1_000 * rounds), read);

        void Round()
        {
            rounds++;
            buffer.ResetWrittenCount();
            writer.Reset();
            writer.WriteStartArray();
            for (var i = 0; i < 1_000; i++) converter.Write(writer, money, options);
            writer.WriteEndArray();
            writer.Flush();
            var reader = new Utf8JsonReader(buffer.WrittenSpan);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.String) read += converter.Read(ref reader, typeof(Money), options);
        }
    }

    private sealed record Pledge(Money Amount, Currency Currency, MoneyRounding Rounding);

    [JsonSourceGenerationOptions(UseStringEnumConverter = true)]
    [JsonSerializable(typeof(Pledge))]
    private sealed partial class PledgeContext : JsonSerializerContext;

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
