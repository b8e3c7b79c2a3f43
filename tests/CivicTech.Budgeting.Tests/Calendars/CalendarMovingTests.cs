using CivicTech.Budgeting.Calendars;
using NodaTime;
using static CivicTech.Budgeting.Tests.Calendars.CalendarSamples;

namespace CivicTech.Budgeting.Tests.Calendars;

public sealed class CalendarMovingTests
{
    [Fact]
    public void B21_PlusYears_KeepsDayAndTimeOnTheClocks()
    {
        var next = Year.PlusYears(1);

        Assert.Equal(new LocalDateTime(2027, 9, 23, 20, 0), next.Stages[3].Ends.Local);
        Assert.Equal(Year.Stages.Select(stage => (stage.Name, stage.Permits.Length, stage.Areas.Length)), next.Stages.Select(stage => (stage.Name, stage.Permits.Length, stage.Areas.Length)));
        Assert.Equal(Year.Always, next.Always);
        Assert.Equal(Year, next.PlusYears(-1));
        Assert.Empty(CalendarCheck.Problems(next, Areas));
    }

    // A day that the year does not have is the day after: what ended with 28 February still does.
    [Theory]
    [InlineData(2028, 2, 28, 0, 1, 2029, 2, 28, 0)]
    [InlineData(2028, 2, 29, 0, 1, 2029, 3, 1, 0)]
    [InlineData(2028, 2, 29, 9, 1, 2029, 3, 1, 9)]
    [InlineData(2028, 3, 1, 0, 1, 2029, 3, 1, 0)]
    [InlineData(2028, 2, 29, 0, 4, 2032, 2, 29, 0)]
    [InlineData(2027, 2, 28, 18, 1, 2028, 2, 28, 18)]
    [InlineData(2027, 3, 1, 0, 1, 2028, 3, 1, 0)]
    [InlineData(2028, 12, 31, 23, 1, 2029, 12, 31, 23)]
    public void B21_PlusYears_OverALeapDay(int year, int month, int day, int hour, int years, int toYear, int toMonth, int toDay, int toHour) =>
        Assert.Equal(new LocalDateTime(toYear, toMonth, toDay, toHour, 0), Moved(new(year, month, day, hour, 0), "Europe/Paris", years, CalendarSystem.Iso));

    // 1403 has a 30 Esfand, 1404 has none.
    [Theory]
    [InlineData(1405, 1, 15, 1, 1406, 1, 15)]
    [InlineData(1405, 6, 31, 1, 1406, 6, 31)]
    [InlineData(1403, 12, 30, 1, 1405, 1, 1)]
    [InlineData(1403, 12, 29, 1, 1404, 12, 29)]
    [InlineData(1404, 12, 29, -1, 1403, 12, 29)]
    public void B21_PlusYears_ByThePersianCalendar_KeepsMonthAndDay(int year, int month, int day, int years, int toYear, int toMonth, int toDay)
    {
        var moved = Moved(new(year, month, day, 10, 30, CalendarSystem.PersianAstronomical), "Asia/Tehran", years, CalendarSystem.PersianAstronomical);

        Assert.Equal(new LocalDateTime(toYear, toMonth, toDay, 10, 30, CalendarSystem.PersianAstronomical), moved.WithCalendar(CalendarSystem.PersianAstronomical));
    }

    [Fact]
    public void B21_PlusYears_ByTheOtherCalendar_IsAnotherDay()
    {
        // 1 Farvardin 1403 is 20 March 2024, 1 Farvardin 1404 is 21 March 2025.
        var norouz = new LocalDateTime(1403, 1, 1, 0, 0, CalendarSystem.PersianAstronomical);

        Assert.Equal(new LocalDateTime(2025, 3, 21, 0, 0), Moved(norouz, "Asia/Tehran", 1, CalendarSystem.PersianAstronomical));
        Assert.Equal(new LocalDateTime(2025, 3, 20, 0, 0), Moved(norouz, "Asia/Tehran", 1, CalendarSystem.Iso));
    }

    // Iran gave up summer time in 2022: the same time of day is another instant of the day.
    [Fact]
    public void B21_PlusYears_WhereTheZoneChangedItsRules_ObeysTheNewOnes()
    {
        var calendar = Of(StageIn("Asia/Tehran", "vote", new(2022, 5, 1, 8, 0), new(2022, 5, 8, 20, 0), Permit(Activity.Vote, "citizen")));
        var next = calendar.PlusYears(1);

        Assert.Equal(Instant.FromUtc(2022, 5, 1, 3, 30), calendar.Stages[0].Starts.ToInstant());
        Assert.Equal(Instant.FromUtc(2023, 5, 1, 4, 30), next.Stages[0].Starts.ToInstant());
    }

    [Fact]
    public void B21_PlusYears_IntoAnHourThatIsSkipped_FollowsItsRuleAndIsCheckedUnderRefuse()
    {
        // 28 March 2026 has its 02:30, and 28 March 2027 is the day on which the clocks leave it out.
        var stage = Stage("a", new(2026, 3, 28, 2, 30), new(2026, 4, 1, 0, 0));
        Assert.Equal(Instant.FromUtc(2027, 3, 28, 1, 30), Of(stage).PlusYears(1).Stages[0].Starts.ToInstant());

        var refusing = Of(stage with { Starts = stage.Starts with { SkippedHour = Time.SkippedHour.Refuse } });
        Assert.Empty(CalendarCheck.Problems(refusing, Areas));
        Assert.Equal("stages[0].starts", CalendarCheck.Problems(refusing.PlusYears(1), Areas).Single().Field);
    }

    [Fact]
    public void B21_PlusYears_StageOfTheLeapDayAlone_IsLeftWithNoTimeAndNamed()
    {
        var calendar = Of(Stage("leap", new(2028, 2, 29, 0, 0), new(2028, 3, 1, 0, 0)));

        Assert.Empty(CalendarCheck.Problems(calendar, Areas));
        Assert.Equal("stages[0].ends", CalendarCheck.Problems(calendar.PlusYears(1), Areas).Single().Field);
    }

    [Fact]
    public void PlusDays_WholeWeeks_KeepTheDaysOfTheWeekAndTheTimes()
    {
        var next = Year.PlusDays(364);

        Assert.Equal(Year.Stages.Select(stage => (stage.Starts.Local.DayOfWeek, stage.Starts.Local.TimeOfDay)), next.Stages.Select(stage => (stage.Starts.Local.DayOfWeek, stage.Starts.Local.TimeOfDay)));
        Assert.Equal(new LocalDateTime(2027, 1, 7, 0, 0), next.Stages[0].Starts.Local);
    }

    private static LocalDateTime Moved(LocalDateTime local, string zone, int years, CalendarSystem system) =>
        Of(StageIn(zone, "a", local, local.PlusDays(5))).PlusYears(years, system).Stages[0].Starts.Local;
}
