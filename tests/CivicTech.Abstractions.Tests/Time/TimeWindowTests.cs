using System.Text.Json;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Abstractions.Tests.Time;

public sealed class TimeWindowTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 1, 0, 0);
    private static readonly Instant End = Instant.FromUtc(2026, 4, 1, 0, 0);

    [Fact]
    public void Contains_Edges_AreHalfOpen()
    {
        var window = new TimeWindow(Start, End);

        Assert.False(window.Contains(Start - Duration.Epsilon));
        Assert.True(window.Contains(Start));
        Assert.True(window.Contains(End - Duration.Epsilon));
        Assert.False(window.Contains(End));
        Assert.Equal(Duration.FromDays(31), window.Length);
    }

    [Fact]
    public void New_NoSpan_IsRefused()
    {
        Assert.Contains("2026-03-01T00:00:00Z is not after 2026-03-01T00:00:00Z", Assert.Throws<ArgumentException>(() => new TimeWindow(Start, Start)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new TimeWindow(End, Start));
    }

    [Fact]
    public void Json_RoundTrip_IsAnIsoInterval()
    {
        var window = new TimeWindow(Start, End + Duration.Epsilon);
        var json = JsonSerializer.Serialize(window);

        Assert.Equal("\"2026-03-01T00:00:00Z/2026-04-01T00:00:00.000000001Z\"", json);
        Assert.Equal(window, JsonSerializer.Deserialize<TimeWindow>(json));
    }

    [Theory]
    [InlineData("\"2026-03-01T00:00:00Z\"")]
    [InlineData("\"2026-03-01T00:00:00Z/\"")]
    [InlineData("\"2026-03-01T00:00:00Z/2026-03-01T00:00:00Z\"")]
    [InlineData("\"2026-03-01T00:00:00Z/2026-02-01T00:00:00Z\"")]
    [InlineData("\"2026-03-01T00:00:00Z/2026-04-01T00:00:00Z/2026-05-01T00:00:00Z\"")]
    [InlineData("\"2026-03-01/2026-04-01\"")]
    [InlineData("{}")]
    [InlineData("5")]
    public void Json_AnythingElse_IsRefused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TimeWindow>(json));
}
