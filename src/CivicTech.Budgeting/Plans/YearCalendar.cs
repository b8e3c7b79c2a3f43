using System.Collections.Immutable;
using CivicTech.Budgeting.Calendars;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Budgeting.Plans;

/// <summary>The calendar of a preset in the making: stages of whole days, from the first to the last day said.</summary>
internal sealed class YearCalendar(string zone, int year)
{
    private readonly ImmutableArray<CycleStage>.Builder _stages = ImmutableArray.CreateBuilder<CycleStage>();

    /// <summary>A stage. Months go on beyond December: 13 is January of the year after.</summary>
    internal YearCalendar Stage(string name, (int Month, int Day) first, (int Month, int Day) last, params ImmutableArray<Permit> permits)
    {
        _stages.Add(new CycleStage
        {
            Name = name,
            Starts = new Deadline(Day(first).AtMidnight(), zone) { SkippedHour = SkippedHour.EndOfGap },
            Ends = Deadline.EndOf(Day(last), zone),
            Permits = permits,
        });
        return this;
    }

    internal CycleCalendar With(params ImmutableArray<Permit> always) => new() { Stages = _stages.ToImmutable(), Always = always };

    internal static Permit Allow(Activity activity, params ImmutableArray<string> roles) => new() { Activity = activity, Roles = roles };

    // The last day of February is the 28th or the 29th.
    private LocalDate Day((int Month, int Day) day)
    {
        var first = new LocalDate(year, 1, 1).PlusMonths(day.Month - 1);
        return first.PlusDays(Math.Min(day.Day, first.Calendar.GetDaysInMonth(first.Year, first.Month)) - 1);
    }
}
