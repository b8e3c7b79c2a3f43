using NodaTime;

namespace CivicTech.Time;

public sealed partial record Deadline
{
    /// <summary>The end of a day: whoever reads "until 25 May" has the whole 25th.</summary>
    /// <param name="day">The last day, in any calendar system.</param>
    /// <param name="zone">As <see cref="Zone"/>.</param>
    /// <returns>The start of the next day, which is the first moment that is too late; where midnight itself is skipped, the first moment after.</returns>
    /// <exception cref="ArgumentException"><paramref name="zone"/> is empty or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The next day is not in the years 1 to 9998.</exception>
    public static Deadline EndOf(LocalDate day, string zone) =>
        new(day.WithCalendar(CalendarSystem.Iso).PlusDays(1).AtMidnight(), zone) { SkippedHour = SkippedHour.EndOfGap };

    /// <summary>A number of calendar days after a start, at the same time of day on the clocks of the zone.</summary>
    /// <param name="start">The start.</param>
    /// <param name="days">How many days, at least 0. A day when the clocks change has 23 or 25 hours.</param>
    /// <param name="zone">The zone, one that NodaTime's database has.</param>
    /// <exception cref="ArgumentException">There is no such zone.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative, or the result is not in the years 1 to 9998.</exception>
    /// <exception cref="OverflowException">The result is beyond the calendar.</exception>
    public static Deadline AfterDays(Instant start, int days, string zone) => AfterDays(start, days, zone, DateTimeZoneProviders.Tzdb);

    /// <inheritdoc cref="AfterDays(Instant, int, string)"/>
    /// <param name="start">The start.</param>
    /// <param name="days">How many days, at least 0. A day when the clocks change has 23 or 25 hours.</param>
    /// <param name="zone">The zone.</param>
    /// <param name="zones">The database of time zones.</param>
    public static Deadline AfterDays(Instant start, int days, string zone, IDateTimeZoneProvider zones)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return new Deadline(LocalOf(start, zone, zones).PlusDays(days), zone);
    }

    /// <summary>The end of the day that is a number of calendar days after the day of a start.</summary>
    /// <param name="start">The start.</param>
    /// <param name="days">How many days, at least 0: 0 gives the end of the day of the start.</param>
    /// <param name="zone">The zone, one that NodaTime's database has.</param>
    /// <returns>As <see cref="EndOf"/>.</returns>
    /// <exception cref="ArgumentException">There is no such zone.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative, or the result is not in the years 1 to 9998.</exception>
    /// <exception cref="OverflowException">The result is beyond the calendar.</exception>
    public static Deadline EndOfDayAfter(Instant start, int days, string zone) => EndOfDayAfter(start, days, zone, DateTimeZoneProviders.Tzdb);

    /// <inheritdoc cref="EndOfDayAfter(Instant, int, string)"/>
    /// <param name="start">The start.</param>
    /// <param name="days">How many days, at least 0: 0 gives the end of the day of the start.</param>
    /// <param name="zone">The zone.</param>
    /// <param name="zones">The database of time zones.</param>
    public static Deadline EndOfDayAfter(Instant start, int days, string zone, IDateTimeZoneProvider zones)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return EndOf(LocalOf(start, zone, zones).Date.PlusDays(days), zone);
    }

    /// <summary>This deadline a number of calendar days later, at the same time of day.</summary>
    /// <param name="days">How many days; a negative number goes back.</param>
    /// <exception cref="ArgumentOutOfRangeException">The result is not in the years 1 to 9998.</exception>
    /// <exception cref="OverflowException">The result is beyond the calendar.</exception>
    public Deadline PlusDays(int days) => this with { Local = Local.PlusDays(days) };

    /// <summary>This deadline a number of months later, on the same day of the month or the last one if that month has no such day.</summary>
    /// <param name="months">How many months; a negative number goes back.</param>
    /// <exception cref="ArgumentOutOfRangeException">The result is not in the years 1 to 9998.</exception>
    /// <exception cref="OverflowException">The result is beyond the calendar.</exception>
    /// <remarks>
    /// Count a series of months from its first deadline, not each from the one before: 31 January gives 28 February and
    /// 31 March, but a month after 28 February is 28 March. The end of a day is the start of the next, so for the ends of
    /// days add the months to the day: <c>Deadline.EndOf(day.PlusMonths(2), zone)</c>.
    /// </remarks>
    public Deadline PlusMonths(int months) => PlusMonths(months, CalendarSystem.Iso);

    /// <summary>As <see cref="PlusMonths(int)"/>, by the months of another calendar system.</summary>
    /// <param name="months">How many months; a negative number goes back.</param>
    /// <param name="calendar">The calendar system, such as <see cref="CalendarSystem.PersianAstronomical"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The result is not in the years 1 to 9998, or this deadline is outside that calendar.</exception>
    /// <exception cref="OverflowException">The result is beyond the calendar.</exception>
    public Deadline PlusMonths(int months, CalendarSystem calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return this with { Local = Local.WithCalendar(calendar).PlusMonths(months) };
    }

    private static LocalDateTime LocalOf(Instant instant, string zone, IDateTimeZoneProvider zones)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(zone);
        ArgumentNullException.ThrowIfNull(zones);
        return zones.GetZoneOrNull(zone) is { } found
            ? instant.InZone(found).LocalDateTime
            : throw new ArgumentException(UnknownZone(zone, zones), nameof(zone));
    }
}
