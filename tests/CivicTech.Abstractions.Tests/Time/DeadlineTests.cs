using System.Globalization;
using CivicTech.Time;
using NodaTime;
using NodaTime.Text;

namespace CivicTech.Abstractions.Tests.Time;

public sealed class DeadlineTests
{
    private static readonly LocalDateTime Evening = new(2026, 5, 25, 18, 0);

    [Fact]
    public void New_Defaults_AreThoseOfCalendars()
    {
        var deadline = new Deadline(Evening, "Europe/Paris");

        Assert.Equal((Evening, "Europe/Paris"), (deadline.Local, deadline.Zone));
        Assert.Equal((SkippedHour.Forward, DoubledHour.Earlier), (deadline.SkippedHour, deadline.DoubledHour));
    }

    [Fact]
    public void New_BadInput_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new Deadline(Evening, null!));
        Assert.Throws<ArgumentException>(() => new Deadline(Evening, " "));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Deadline(new LocalDateTime(9999, 1, 1, 0, 0), "Europe/Paris"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Deadline(new LocalDateTime(0, 12, 31, 23, 59), "Europe/Paris"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Deadline(Evening, "Europe/Paris") { SkippedHour = (SkippedHour)3 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Deadline(Evening, "Europe/Paris") { DoubledHour = (DoubledHour)(-1) });
        Assert.Throws<ArgumentException>(() => new Deadline(Evening, "Europe/Paris") with { Zone = "" });
    }

    [Fact]
    public void Equality_SamePromise_IsEqual()
    {
        var deadline = new Deadline(Evening, "Europe/Paris");

        Assert.Equal(deadline, new Deadline(Evening, "Europe/Paris"));
        Assert.NotEqual(deadline, deadline with { Zone = "Europe/Berlin" });
        Assert.NotEqual(deadline, deadline with { DoubledHour = DoubledHour.Later });
        Assert.Equal(deadline, new Deadline(Evening.WithCalendar(CalendarSystem.PersianAstronomical), "Europe/Paris"));
    }

    [Fact]
    public void ToString_AnotherCulture_IsTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.DateTimeFormat.TimeSeparator = ".";
        other.DateTimeFormat.DateSeparator = "/";
        try
        {
            CultureInfo.CurrentCulture = other;

            Assert.Equal("2026-05-25T18:00:00 Europe/Paris", new Deadline(Evening, "Europe/Paris").ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("2026-05-25", "Europe/Paris", "2026-05-25T22:00:00Z")]
    [InlineData("2026-12-31", "Europe/Paris", "2026-12-31T23:00:00Z")]
    [InlineData("2028-02-28", "UTC", "2028-02-29T00:00:00Z")]
    [InlineData("2028-02-29", "UTC", "2028-03-01T00:00:00Z")]
    [InlineData("2026-03-28", "Europe/Paris", "2026-03-28T23:00:00Z")]
    [InlineData("2026-03-29", "Europe/Paris", "2026-03-29T22:00:00Z")]
    [InlineData("2022-03-21", "Asia/Tehran", "2022-03-21T20:30:00Z")] // midnight was skipped: the 22nd began at 01:00
    [InlineData("2022-09-21", "Asia/Tehran", "2022-09-21T20:30:00Z")] // the last hour of the day came twice
    [InlineData("2022-11-05", "America/Havana", "2022-11-06T04:00:00Z")] // the first hour of the next day came twice
    [InlineData("1919-03-30", "America/Toronto", "1919-03-31T04:30:00Z")] // the clocks went from 23:30 to 00:30
    [InlineData("2011-12-29", "Pacific/Apia", "2011-12-30T10:00:00Z")] // there was no 30 December
    public void EndOf_ADay_IsTheStartOfTheNext(string day, string zone, string expected)
    {
        var date = LocalDatePattern.Iso.Parse(day).Value;
        var end = Deadline.EndOf(date, zone).ToInstant();

        Assert.Equal(expected, end.ToString());
        var place = DateTimeZoneProviders.Tzdb[zone];
        Assert.Equal(date, (end - Duration.Epsilon).InZone(place).Date);
        Assert.True(end.InZone(place).Date > date);
    }

    // Esfand, the last month, has 30 days in 1403 and 29 in 1404.
    [Theory]
    [InlineData(1403, 12, 30, "2025-03-20T20:30:00Z")]
    [InlineData(1404, 12, 29, "2026-03-20T20:30:00Z")]
    [InlineData(1405, 3, 31, "2026-06-21T20:30:00Z")]
    public void EndOf_APersianDay_IsStoredIso(int year, int month, int day, string expected)
    {
        var deadline = Deadline.EndOf(new LocalDate(year, month, day, CalendarSystem.PersianAstronomical), "Asia/Tehran");

        Assert.Equal(CalendarSystem.Iso, deadline.Local.Calendar);
        Assert.Equal(expected, deadline.ToInstant().ToString());
    }

    [Fact]
    public void AfterDays_AcrossSummerTime_KeepsTheTimeOfDay()
    {
        var paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
        var start = new LocalDateTime(2026, 3, 1, 23, 59, 59).InZoneStrictly(paris).ToInstant();

        var deadline = Deadline.AfterDays(start, 30, "Europe/Paris");

        Assert.Equal(new LocalDateTime(2026, 3, 31, 23, 59, 59), deadline.Local);
        Assert.Equal(Instant.FromUtc(2026, 3, 31, 21, 59, 59), deadline.ToInstant());
        Assert.Equal(Duration.FromDays(30) - Duration.FromHours(1), deadline.ToInstant() - start);
        Assert.Equal(start, Deadline.AfterDays(start, 0, "Europe/Paris").ToInstant());
    }

    [Theory]
    [InlineData(0, "2026-03-01T23:00:00Z")]
    [InlineData(28, "2026-03-29T22:00:00Z")]
    [InlineData(30, "2026-03-31T22:00:00Z")]
    public void EndOfDayAfter_AStart_CountsCalendarDaysOfTheZone(int days, string expected)
    {
        // Already 1 March in Paris.
        var start = Instant.FromUtc(2026, 2, 28, 23, 30);

        Assert.Equal(expected, Deadline.EndOfDayAfter(start, days, "Europe/Paris").ToInstant().ToString());
    }

    [Fact]
    public void AfterDays_BadInput_IsRefused()
    {
        var start = Instant.FromUtc(2026, 3, 1, 0, 0);

        Assert.Throws<ArgumentOutOfRangeException>(() => Deadline.AfterDays(start, -1, "Europe/Paris"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Deadline.EndOfDayAfter(start, -1, "Europe/Paris"));
        Assert.Contains("'Mars/Base'", Assert.Throws<ArgumentException>(() => Deadline.AfterDays(start, 1, "Mars/Base")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Deadline.EndOfDayAfter(start, 1, ""));
        Assert.Throws<OverflowException>(() => Deadline.AfterDays(start, int.MaxValue, "Europe/Paris"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Deadline.EndOf(new LocalDate(9998, 12, 31), "Europe/Paris"));
    }

    [Theory]
    [InlineData(1, "2026-02-28")]
    [InlineData(2, "2026-03-31")]
    [InlineData(3, "2026-04-30")]
    [InlineData(25, "2028-02-29")]
    [InlineData(-2, "2025-11-30")]
    public void PlusMonths_TheThirtyFirst_IsAnchored(int months, string expected)
    {
        var deadline = new Deadline(new LocalDateTime(2026, 1, 31, 20, 0), "Europe/Paris") { DoubledHour = DoubledHour.Later };

        Assert.Equal(deadline with { Local = LocalDatePattern.Iso.Parse(expected).Value.At(new LocalTime(20, 0)) }, deadline.PlusMonths(months));
    }

    [Fact]
    public void PlusMonths_LeapDay_ComesBackInLeapYears()
    {
        var deadline = new Deadline(new LocalDateTime(2028, 2, 29, 20, 0), "Europe/Paris");

        Assert.Equal(new LocalDateTime(2029, 2, 28, 20, 0), deadline.PlusMonths(12).Local);
        Assert.Equal(new LocalDateTime(2032, 2, 29, 20, 0), deadline.PlusMonths(48).Local);
    }

    // From 30 Bahman: a month and thirty days are the same in the leap year 1403 only.
    [Theory]
    [InlineData(1403, "2025-03-20", "2025-03-20")]
    [InlineData(1404, "2026-03-20", "2026-03-21")]
    public void PlusMonths_PersianCalendar_CountsItsMonths(int year, string aMonthLater, string thirtyDaysLater)
    {
        var start = new LocalDate(year, 11, 30, CalendarSystem.PersianAstronomical).At(new LocalTime(10, 0));
        var deadline = new Deadline(start, "Asia/Tehran");

        Assert.Equal(aMonthLater, LocalDatePattern.Iso.Format(deadline.PlusMonths(1, CalendarSystem.PersianAstronomical).Local.Date));
        Assert.Equal(thirtyDaysLater, LocalDatePattern.Iso.Format(deadline.PlusDays(30).Local.Date));
    }

    [Fact]
    public void PlusDays_AnExtension_KeepsTimeZoneAndRules()
    {
        var deadline = Deadline.EndOf(new LocalDate(2026, 3, 25), "Europe/Paris");

        Assert.Equal(Deadline.EndOf(new LocalDate(2026, 4, 1), "Europe/Paris"), deadline.PlusDays(7));
        Assert.Equal(deadline, deadline.PlusDays(7).PlusDays(-7));
    }
}
