using System.Text.Json.Serialization;
using NodaTime;

namespace CivicTech.Time;

/// <summary>A span of time from a start up to, but not including, an end: two windows that touch share no instant.</summary>
/// <remarks>Immutable, hence safe to share between threads.</remarks>
[JsonConverter(typeof(TimeWindowJsonConverter))]
public sealed record TimeWindow
{
    /// <summary>The window of two instants.</summary>
    /// <param name="start">The first instant within.</param>
    /// <param name="end">The first instant after; later than <paramref name="start"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="end"/> is not later than <paramref name="start"/>.</exception>
    public TimeWindow(Instant start, Instant end)
    {
        if (end <= start)
        {
            throw new ArgumentException($"A window ends after it starts: {InstantText.Of(end)} is not after {InstantText.Of(start)}.", nameof(end));
        }

        Start = start;
        End = end;
    }

    /// <summary>The first instant within.</summary>
    public Instant Start { get; }

    /// <summary>The first instant after.</summary>
    public Instant End { get; }

    /// <summary>How long the window is; above zero.</summary>
    public Duration Length => End - Start;

    /// <summary>Whether an instant is within: from <see cref="Start"/>, before <see cref="End"/>.</summary>
    /// <param name="instant">Any instant.</param>
    public bool Contains(Instant instant) => instant >= Start && instant < End;

    /// <summary>The interval of ISO 8601: <c>2026-03-01T00:00:00Z/2026-04-01T00:00:00Z</c>.</summary>
    public override string ToString() => $"{InstantText.Of(Start)}/{InstantText.Of(End)}";
}
