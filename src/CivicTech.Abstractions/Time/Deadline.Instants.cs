using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.TimeZones;

namespace CivicTech.Time;

public sealed partial record Deadline
{
    /// <summary>The instant by the time zone database that NodaTime brings.</summary>
    /// <exception cref="InvalidOperationException">As for <see cref="ToInstant(IDateTimeZoneProvider)"/>.</exception>
    public Instant ToInstant() => ToInstant(DateTimeZoneProviders.Tzdb);

    /// <summary>The instant by a time zone database of the host's choice.</summary>
    /// <param name="zones">The database.</param>
    /// <exception cref="InvalidOperationException">
    /// The database has no such zone, or the local time is skipped or doubled there and its rule is to refuse. The message
    /// names time and zone.
    /// </exception>
    public Instant ToInstant(IDateTimeZoneProvider zones) =>
        TryToInstant(zones, out var instant, out var problem) ? instant : throw new InvalidOperationException(problem);

    /// <summary>As <see cref="ToInstant(IDateTimeZoneProvider)"/>, without exceptions.</summary>
    /// <param name="zones">The database.</param>
    /// <param name="instant">The instant, or the default value.</param>
    /// <param name="problem">Why there is none, or <see langword="null"/>.</param>
    /// <returns>Whether there is an instant.</returns>
    public bool TryToInstant(IDateTimeZoneProvider zones, out Instant instant, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(zones);
        instant = default;
        problem = null;
        if (zones.GetZoneOrNull(Zone) is not { } zone)
        {
            problem = UnknownZone(Zone, zones);
            return false;
        }

        var mapping = zone.MapLocal(Local);
        switch (mapping.Count)
        {
            case 0 when SkippedHour == SkippedHour.Refuse:
                problem = $"{this} does not exist: the clocks go from {Text(mapping.EarlyInterval.IsoLocalEnd)} to {Text(mapping.LateInterval.IsoLocalStart)}.";
                return false;
            case 2 when DoubledHour == DoubledHour.Refuse:
                problem = $"{this} exists twice: the clocks go from {Text(mapping.EarlyInterval.IsoLocalEnd)} back to {Text(mapping.LateInterval.IsoLocalStart)}.";
                return false;
            default:
                instant = InstantOf(mapping);
                return true;
        }
    }

    private Instant InstantOf(ZoneLocalMapping mapping) => mapping.Count switch
    {
        0 when SkippedHour == SkippedHour.EndOfGap => mapping.LateInterval.Start,

        // On clocks that did not jump.
        0 => Local.WithOffset(mapping.EarlyInterval.WallOffset).ToInstant(),
        2 when DoubledHour == DoubledHour.Later => mapping.Last().ToInstant(),
        _ => mapping.First().ToInstant(),
    };

    private static string UnknownZone(string zone, IDateTimeZoneProvider zones) =>
        $"There is no time zone '{zone}' in the database {zones.VersionId}.";
}
