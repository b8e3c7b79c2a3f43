using System.Text;
using System.Text.Json;
using CivicTech.Time;
using NodaTime;
using NodaTime.Text;

namespace CivicTech.Abstractions.Tests.Time;

public sealed class TimeJsonTests
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new InstantJsonConverter(), new DurationJsonConverter(), new LocalDateJsonConverter(), new LocalDateTimeJsonConverter() },
    };

    public static TheoryData<object, string> Texts => new()
    {
        { Instant.FromUtc(2026, 5, 25, 22, 0), "2026-05-25T22:00:00Z" },
        { Instant.FromUtc(2026, 5, 25, 22, 0, 3).PlusNanoseconds(500_000_000), "2026-05-25T22:00:03.5Z" },
        { Instant.FromUtc(2026, 5, 25, 22, 0, 3).PlusNanoseconds(1), "2026-05-25T22:00:03.000000001Z" },
        { Instant.MaxValue, "9999-12-31T23:59:59.999999999Z" },
        { Instant.MinValue, "-9998-01-01T00:00:00Z" },
        { Instant.FromUtc(0, 2, 29, 0, 0), "0000-02-29T00:00:00Z" },
        { Instant.FromUtc(-1, 12, 31, 23, 59), "-0001-12-31T23:59:00Z" },
        { Duration.Zero, "0:00:00" },
        { Duration.FromDays(2) + Duration.FromSeconds(61), "48:01:01" },
        { Duration.FromNanoseconds(-1), "-0:00:00.000000001" },
        { Duration.MaxValue, "402653183:59:59.999999999" },
        { Duration.MinValue, "-402653184:00:00" },
        { new LocalDate(2028, 2, 29), "2028-02-29" },
        { new LocalDateTime(2026, 5, 25, 18, 30), "2026-05-25T18:30:00" },
        { new LocalDateTime(2026, 5, 25, 18, 30).PlusNanoseconds(1), "2026-05-25T18:30:00.000000001" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Json_Value_IsIsoTextAndComesBack(object value, string text)
    {
        var json = JsonSerializer.Serialize(value, value.GetType(), Options);

        Assert.Equal($"\"{text}\"", json);
        Assert.Equal(value, JsonSerializer.Deserialize(json, value.GetType(), Options));
    }

    [Fact]
    public void Json_AnotherCalendar_IsTheSameDayInIso()
    {
        var nowruz = new LocalDate(1405, 1, 1, CalendarSystem.PersianAstronomical);

        Assert.Equal("\"2026-03-21\"", JsonSerializer.Serialize(nowruz, Options));
        Assert.Equal("\"2026-03-21T12:00:00\"", JsonSerializer.Serialize(nowruz.At(LocalTime.Noon), Options));
        Assert.Equal(nowruz.WithCalendar(CalendarSystem.Iso), JsonSerializer.Deserialize<LocalDate>("\"2026-03-21\"", Options));
    }

    [Theory]
    [InlineData(typeof(Instant), "\"2026-05-25T22:00:00\"", "an instant")]
    [InlineData(typeof(Instant), "\"2026-05-25T22:00:00+02:00\"", "an instant")]
    [InlineData(typeof(Instant), "\"2026-05-25T22:00Z\"", "an instant")]
    [InlineData(typeof(Instant), "\"2026-05-25 22:00:00Z\"", "an instant")]
    [InlineData(typeof(Instant), "\"2026-02-29T22:00:00Z\"", "an instant")]
    [InlineData(typeof(Instant), "\"2026-13-01T22:00:00Z\"", "an instant")]
    [InlineData(typeof(Instant), "\"2026-00-01T22:00:00Z\"", "an instant")]
    [InlineData(typeof(Instant), "\"2026-05-00T22:00:00Z\"", "an instant")]
    [InlineData(typeof(Instant), "\"2026-05-25T24:00:01Z\"", "an instant")]
    [InlineData(typeof(Instant), "\"2026-05-25T22:60:00Z\"", "an instant")]
    [InlineData(typeof(Instant), "\"2026-05-25T22:00:60Z\"", "an instant")]
    [InlineData(typeof(Instant), "\"2026-05-25T22:00:00.Z\"", "an instant")]
    [InlineData(typeof(Instant), "\"2026-05-25T22:00:00.1234567890Z\"", "an instant")]
    [InlineData(typeof(Instant), "\"2026-05-25T22:00:00,5Z\"", "an instant")]
    [InlineData(typeof(Instant), "\"12026-05-25T22:00:00Z\"", "an instant")]
    [InlineData(typeof(Instant), "1779746400", "an instant")]
    [InlineData(typeof(Instant), "null", "an instant")]
    [InlineData(typeof(Duration), "\"2 days\"", "a duration")]
    [InlineData(typeof(Duration), "\"1:60:00\"", "a duration")]
    [InlineData(typeof(Duration), "5", "a duration")]
    [InlineData(typeof(LocalDate), "\"25.05.2026\"", "a date")]
    [InlineData(typeof(LocalDate), "\"2026-05-25T00:00:00\"", "a date")]
    [InlineData(typeof(LocalDateTime), "\"2026-05-25\"", "a local date and time")]
    public void Read_AnythingElse_SaysWhatWasExpected(Type type, string json, string expected)
    {
        var message = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, type, Options)).Message;

        Assert.Contains(expected, message, StringComparison.Ordinal);
        if (json[0] == '"') Assert.Contains($"'{json.Trim('"')}'", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"2026-05-25T22:00:00.000Z\"", 0)]
    [InlineData("\"2026-05-25T24:00:00Z\"", 7_200_000_000_000)]
    [InlineData("\"2026-05-25T22:00:00.500Z\"", 500_000_000)]
    [InlineData("\"2026-05-25T22:00:00.123456789Z\"", 123_456_789)]
    [InlineData("\"2026-05-25\\u005422:00:00.1Z\"", 100_000_000)]
    public void Read_InstantOfAnotherWriter_IsExact(string json, long nanoseconds) =>
        Assert.Equal(Instant.FromUtc(2026, 5, 25, 22, 0).PlusNanoseconds(nanoseconds), JsonSerializer.Deserialize<Instant>(json, Options));

    [Fact]
    public void Json_RandomInstants_AgreeWithThePattern()
    {
        SplitMix64 random = new(66);
        var pattern = InstantPattern.ExtendedIso;
        var span = Instant.MaxValue - Instant.MinValue;
        for (var i = 0; i < 20_000; i++)
        {
            var instant = Instant.MinValue + Duration.FromNanoseconds((random.Next() % (ulong)(long)span.TotalSeconds) * 1e9);
            instant = instant.PlusNanoseconds(random.Below(3) switch { 0 => 0, 1 => random.Below(1_000) * 1_000_000L, _ => random.Below(1_000_000_000) });
            if (instant > Instant.MaxValue - Duration.FromDays(1)) continue;
            var json = JsonSerializer.Serialize(instant, Options);

            Assert.Equal($"\"{pattern.Format(instant)}\"", json);
            Assert.Equal(instant, JsonSerializer.Deserialize<Instant>(json, Options));
        }
    }

    [Fact]
    public void Read_MangledInstants_AgreeWithThePattern()
    {
        const string Characters = "0123456789-:.TZ /+";
        SplitMix64 random = new(67);
        var pattern = InstantPattern.ExtendedIso;
        var accepted = 0;
        for (var i = 0; i < 50_000; i++)
        {
            var text = random.Pick(["2026-05-25T22:00:00Z", "2024-02-29T23:59:59.5Z", "0001-01-01T00:00:00.123456789Z"]).ToCharArray();
            for (var j = random.Between(1, 2); j > 0; j--) text[random.Below(text.Length)] = Characters[random.Below(Characters.Length)];
            var parsed = InstantText.TryParse(Encoding.UTF8.GetBytes(text), out var instant);
            var expected = pattern.Parse(new string(text));

            if (parsed) Assert.Equal(expected.Value, instant);
            else Assert.False(expected.Success && pattern.Format(expected.Value) == new string(text));
            accepted += parsed ? 1 : 0;
        }

        Assert.InRange(accepted, 1_000, 49_000);
    }
}
