using System.Text.Json;
using System.Text.Json.Serialization;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Abstractions.Tests.Time;

public sealed partial class DeadlineJsonTests
{
    private const string EndOfMay25 =
        """{"local":"2026-05-26T00:00:00","zone":"Europe/Paris","skippedHour":"end-of-gap","doubledHour":"earlier"}""";

    [Fact]
    public void Json_Deadline_IsReadable()
    {
        var deadline = Deadline.EndOf(new LocalDate(2026, 5, 25), "Europe/Paris");

        Assert.Equal(EndOfMay25, JsonSerializer.Serialize(deadline));
        Assert.Equal(deadline, JsonSerializer.Deserialize<Deadline>(EndOfMay25));
    }

    [Fact]
    public void Json_EveryRule_RoundTripsByItsDeclaredName()
    {
        var names = new JsonSerializerOptions { Converters = { new JsonStringEnumConverter() } };
        foreach (var skipped in Enum.GetValues<SkippedHour>())
        {
            foreach (var doubled in Enum.GetValues<DoubledHour>())
            {
                var deadline = new Deadline(new LocalDateTime(2026, 5, 25, 18, 30, 1).PlusNanoseconds(1), "Asia/Tehran") { SkippedHour = skipped, DoubledHour = doubled };
                var json = JsonSerializer.Serialize(deadline);

                Assert.Equal(deadline, JsonSerializer.Deserialize<Deadline>(json));
                Assert.Contains($"\"skippedHour\":{JsonSerializer.Serialize(skipped, names)}", json, StringComparison.Ordinal);
                Assert.Contains($"\"doubledHour\":{JsonSerializer.Serialize(doubled, names)}", json, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Read_MembersInAnotherOrder_AreTheSame()
    {
        const string Json = """{ "doubledHour":"earlier", "skippedHour":"end-of-gap", "zone":"Europe/Paris", "local":"2026-05-26T00:00:00" }""";

        Assert.Equal(JsonSerializer.Deserialize<Deadline>(EndOfMay25), JsonSerializer.Deserialize<Deadline>(Json));
    }

    [Fact]
    public void Read_WithoutRules_HasTheDefaults() =>
        Assert.Equal(
            new Deadline(new LocalDateTime(2026, 5, 26, 0, 0), "Europe/Paris"),
            JsonSerializer.Deserialize<Deadline>("""{"local":"2026-05-26T00:00:00","zone":"Europe/Paris"}"""));

    // A database of another year may know it.
    [Fact]
    public void Read_UnknownZone_IsKept() =>
        Assert.Equal("Mars/Base", JsonSerializer.Deserialize<Deadline>("""{"local":"2026-05-26T00:00:00","zone":"Mars/Base"}""")!.Zone);

    [Theory]
    [InlineData("\"2026-05-26T00:00:00\"", "object")]
    [InlineData("[]", "object")]
    [InlineData("{}", "'local'")]
    [InlineData("""{"local":"2026-05-26T00:00:00"}""", "'zone'")]
    [InlineData("""{"zone":"Europe/Paris"}""", "'local'")]
    [InlineData("""{"local":"2026-05-26","zone":"Europe/Paris"}""", "'2026-05-26' is not a local date and time")]
    [InlineData("""{"local":"2026-05-26T00:00:00Z","zone":"Europe/Paris"}""", "is not a local date and time")]
    [InlineData("""{"local":20260526,"zone":"Europe/Paris"}""", "Expected a local date and time")]
    [InlineData("""{"local":"9999-05-26T00:00:00","zone":"Europe/Paris"}""", "9998")]
    [InlineData("""{"local":"2026-05-26T00:00:00","zone":""}""", "empty")]
    [InlineData("""{"local":"2026-05-26T00:00:00","zone":5}""", "'zone'")]
    [InlineData("""{"local":"2026-05-26T00:00:00","zone":null}""", "'zone'")]
    [InlineData("""{"local":"2026-05-26T00:00:00","zone":"Europe/Paris","skippedHour":"Forward"}""", "one of forward, end-of-gap, refuse")]
    [InlineData("""{"local":"2026-05-26T00:00:00","zone":"Europe/Paris","doubledHour":0}""", "one of earlier, later, refuse")]
    [InlineData("""{"local":"2026-05-26T00:00:00","zone":"Europe/Paris","Local":"2026-05-26T00:00:00"}""", "'Local' is not expected")]
    [InlineData("""{"local":"2026-05-26T00:00:00","zone":"Europe/Paris","zone":"Europe/Paris"}""", "'zone' is not expected")]
    public void Read_AnythingElse_SaysWhat(string json, string message) =>
        Assert.Contains(message, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Deadline>(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Json_GeneratedByAHost_RoundTrips()
    {
        var schedule = new Schedule(
            Deadline.EndOf(new LocalDate(2026, 5, 25), "Europe/Paris"),
            new TimeWindow(Instant.FromUtc(2026, 3, 1, 0, 0), Instant.FromUtc(2026, 4, 1, 0, 0)),
            Instant.FromUtc(2026, 3, 2, 8, 0),
            Duration.FromHours(36),
            new LocalDate(2026, 3, 2),
            null);
        var json = JsonSerializer.Serialize(schedule, ScheduleContext.Default.Schedule);

        Assert.Equal(
            $$"""{"End":{{EndOfMay25}},"Matching":"2026-03-01T00:00:00Z/2026-04-01T00:00:00Z","Opened":"2026-03-02T08:00:00Z","Grace":"36:00:00","Day":"2026-03-02","Closed":null}""",
            json);
        Assert.Equal(schedule, JsonSerializer.Deserialize(json, ScheduleContext.Default.Schedule));
    }

    private sealed record Schedule(Deadline End, TimeWindow Matching, Instant Opened, Duration Grace, LocalDate Day, Instant? Closed);

    [JsonSourceGenerationOptions(Converters = [typeof(InstantJsonConverter), typeof(DurationJsonConverter), typeof(LocalDateJsonConverter)])]
    [JsonSerializable(typeof(Schedule))]
    private sealed partial class ScheduleContext : JsonSerializerContext;
}
