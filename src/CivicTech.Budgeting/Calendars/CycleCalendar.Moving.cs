using NodaTime;
using CivicTech.Time;

namespace CivicTech.Budgeting.Calendars;

public sealed partial record CycleCalendar
{
    /// <summary>The same calendar a number of years later by the ISO calendar: next year's calendar, to begin with.</summary>
    /// <param name="years">How many years; a negative number goes back.</param>
    /// <inheritdoc cref="PlusYears(int, CalendarSystem)" path="/remarks|/exception"/>
    public CycleCalendar PlusYears(int years) => PlusYears(years, CalendarSystem.Iso);

    /// <summary>The same calendar a number of years later, by the years of another calendar system: the same day of the same month, at the same time of day.</summary>
    /// <param name="years">How many years; a negative number goes back.</param>
    /// <param name="system">The calendar system, such as <see cref="CalendarSystem.PersianAstronomical"/>.</param>
    /// <remarks>
    /// <para>Local times move, so each instant follows from the rules of its zone in the new year: a law that has moved the clocks since is obeyed.</para>
    /// <para>A day that the new year does not have (29 February, 30 Esfand) becomes the day after it: what ended at the midnight that ends 28 February still does. A stage of that
    /// one day is left with no time, and checking a plan with it says so.</para>
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A result is not in the years 1 to 9998.</exception>
    /// <exception cref="OverflowException">A result is beyond the calendar.</exception>
    public CycleCalendar PlusYears(int years, CalendarSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return Moved(deadline => deadline with { Local = PlusYears(deadline.Local.WithCalendar(system), years) });
    }

    /// <summary>The same calendar a number of days later, at the same times of day: a whole number of weeks keeps the days of the week.</summary>
    /// <param name="days">How many days; a negative number goes back.</param>
    /// <exception cref="ArgumentOutOfRangeException">A result is not in the years 1 to 9998.</exception>
    /// <exception cref="OverflowException">A result is beyond the calendar.</exception>
    public CycleCalendar PlusDays(int days) => Moved(deadline => deadline.PlusDays(days));

    private static LocalDateTime PlusYears(LocalDateTime local, int years)
    {
        var moved = local.PlusYears(years);
        return moved.Day < local.Day ? moved.PlusDays(1) : moved;
    }

    private CycleCalendar Moved(Func<Deadline, Deadline> move) =>
        this with { Stages = [.. Stages.Select(stage => stage with { Starts = move(stage.Starts), Ends = move(stage.Ends) })] };
}
