using System.Globalization;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Crowdfunding.Goals;

/// <summary>A round that ends a number of calendar days after it began.</summary>
public sealed record DaysAfterStart : RoundEnd
{
    /// <summary>The longest round, in days: ten years.</summary>
    public const int MaxDays = 3660;

    /// <summary>An end after some days.</summary>
    /// <param name="days">As <see cref="Days"/>.</param>
    /// <param name="zone">As <see cref="Zone"/>.</param>
    /// <param name="endOfDay">As <see cref="EndOfDay"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The days are not from 1 to <see cref="MaxDays"/>.</exception>
    /// <exception cref="ArgumentException">The zone is empty or blank.</exception>
    public DaysAfterStart(int days, string zone, bool endOfDay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MaxDays);
        ArgumentException.ThrowIfNullOrWhiteSpace(zone);
        Days = days;
        Zone = zone;
        EndOfDay = endOfDay;
    }

    /// <summary>
    /// How many days, from 1 to <see cref="MaxDays"/>, on the calendar of the zone: one on which the clocks change has 23 or 25 hours.
    /// </summary>
    public int Days { get; }

    /// <summary>
    /// The identifier of the zone in the IANA database, such as <c>Europe/Paris</c>. Whether it exists is seen when the end is asked for.
    /// </summary>
    public string Zone { get; }

    /// <summary>Whether the last day is whole. Otherwise the round ends at the time of day at which it began.</summary>
    public bool EndOfDay { get; }

    /// <inheritdoc />
    public override Instant? EndOf(Instant start, Instant? finalLapAnnounced, IDateTimeZoneProvider zones)
    {
        var deadline = EndOfDay ? Deadline.EndOfDayAfter(start, Days, Zone, zones) : Deadline.AfterDays(start, Days, Zone, zones);
        return deadline.ToInstant(zones);
    }

    /// <summary>The rule in words.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Days} {(Days == 1 ? "day" : "days")} after the start{(EndOfDay ? ", at the end of the day" : "")} ({Zone})");
}
