using System.Globalization;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Crowdfunding.Goals;

/// <summary>A round that goes on until its owner announces a final lap, at the longest until a hard stop.</summary>
/// <remarks>
/// The flexible campaigns of Catarse know a final lap of 7 days and a hard stop after 365 (<see cref="In(string)"/>); a page of
/// CrowdJustice
/// goes on until its owner closes it (a final lap of 0 days, no hard stop).
/// </remarks>
public sealed record OpenEnd : RoundEnd
{
    /// <summary>An open end.</summary>
    /// <param name="zone">As <see cref="Zone"/>.</param>
    /// <param name="finalLapDays">As <see cref="FinalLapDays"/>.</param>
    /// <param name="hardStopDays">As <see cref="HardStopDays"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of days is out of range.</exception>
    /// <exception cref="ArgumentException">The zone is empty or blank.</exception>
    public OpenEnd(string zone, int finalLapDays, int? hardStopDays)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(zone);
        ArgumentOutOfRangeException.ThrowIfNegative(finalLapDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(finalLapDays, DaysAfterStart.MaxDays);
        if (hardStopDays is < 1 or > DaysAfterStart.MaxDays)
        {
            throw new ArgumentOutOfRangeException(
                nameof(hardStopDays), hardStopDays, FormattableString.Invariant($"A hard stop comes after 1 to {DaysAfterStart.MaxDays} days."));
        }

        Zone = zone;
        FinalLapDays = finalLapDays;
        HardStopDays = hardStopDays;
    }

    /// <summary>
    /// The identifier of the zone in the IANA database, such as <c>Europe/Paris</c>. Whether it exists is seen when the end is asked for.
    /// </summary>
    public string Zone { get; }

    /// <summary>
    /// How many calendar days the round goes on from the announcement of its end, to the same time of day; 0 closes it at once.
    /// </summary>
    public int FinalLapDays { get; }

    /// <summary>
    /// After how many calendar days from its start the round ends in any case, at least 1; <see langword="null"/> for never.
    /// </summary>
    public int? HardStopDays { get; }

    /// <summary>A final lap of 7 days and a hard stop after 365.</summary>
    /// <param name="zone">As <see cref="Zone"/>.</param>
    /// <exception cref="ArgumentException">The zone is empty or blank.</exception>
    public static OpenEnd In(string zone) => new(zone, 7, 365);

    /// <inheritdoc />
    public override Instant? EndOf(Instant start, Instant? finalLapAnnounced, IDateTimeZoneProvider zones)
    {
        Instant? stop = HardStopDays is { } days ? After(start, days, zones) : null;
        Instant? lap = finalLapAnnounced is { } announced ? After(announced, FinalLapDays, zones) : null;
        return lap is null || stop < lap ? stop : lap;
    }

    /// <summary>The rule in words.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{FinalLapDays} days after an announced final lap{(HardStopDays is { } days ? $", at the latest {days} days after the start" : "")} ({Zone})");

    // In an hour that the clocks show twice, the same local time can be an earlier instant.
    private Instant After(Instant instant, int days, IDateTimeZoneProvider zones) =>
        Instant.Max(instant, Deadline.AfterDays(instant, days, Zone, zones).ToInstant(zones));
}
