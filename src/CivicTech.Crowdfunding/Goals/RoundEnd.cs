using System.Text.Json.Serialization;
using NodaTime;

namespace CivicTech.Crowdfunding.Goals;

/// <summary>When a round ends in time: <see cref="FixedEnd"/>, <see cref="DaysAfterStart"/> or <see cref="OpenEnd"/>.</summary>
/// <remarks>An end is the first instant that is too late. Immutable.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(FixedEnd), "fixed")]
[JsonDerivedType(typeof(DaysAfterStart), "days-after-start")]
[JsonDerivedType(typeof(OpenEnd), "open")]
public abstract record RoundEnd
{
    private protected RoundEnd()
    {
    }

    /// <summary>The end of a round, by the time zone database that NodaTime brings.</summary>
    /// <inheritdoc cref="EndOf(Instant, Instant?, IDateTimeZoneProvider)"/>
    public Instant? EndOf(Instant start, Instant? finalLapAnnounced) => EndOf(start, finalLapAnnounced, DateTimeZoneProviders.Tzdb);

    /// <summary>The end of a round.</summary>
    /// <param name="start">When the round began.</param>
    /// <param name="finalLapAnnounced">
    /// When the owner announced the end of an open round, or <see langword="null"/>; of no account for other ends.
    /// </param>
    /// <param name="zones">The database of time zones.</param>
    /// <returns>
    /// The first instant that is too late; <see langword="null"/> for a round without an end so far. May be before <paramref name="start"/>
    /// if a fixed end is.
    /// </returns>
    /// <exception cref="ArgumentException">The database has no such zone.</exception>
    /// <exception cref="InvalidOperationException">
    /// A fixed deadline has no instant: there is no such zone, or its local time does not exist or exists twice and it refuses that.
    /// </exception>
    public abstract Instant? EndOf(Instant start, Instant? finalLapAnnounced, IDateTimeZoneProvider zones);
}
