using System.Collections.Immutable;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Plans;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Budgeting.Cycles;

/// <summary>When votes are taken, area by area, from the calendar.</summary>
internal static class VoteWindows
{
    internal static ImmutableArray<TimeWindow> Of(CycleCalendar calendar, string area) => [.. calendar.WindowsOf(Activity.Vote, null, area).OrderBy(window => window.Start)];

    /// <summary>The start of the first vote of any area; null when the calendar has none.</summary>
    internal static Instant? First(CycleCalendar calendar, CyclePlan plan) => All(calendar, plan).Select(window => (Instant?)window.Start).Min();

    /// <summary>The end of the last vote of any area.</summary>
    internal static Instant? Last(CycleCalendar calendar, CyclePlan plan) => All(calendar, plan).Select(window => (Instant?)window.End).Max();

    /// <summary>The start of the first vote of an area that has one, or of any.</summary>
    internal static Instant Start(CycleCalendar calendar, CyclePlan plan, string? area) => (area is null ? All(calendar, plan) : Of(calendar, area)).Min(window => window.Start);

    /// <summary>The end of the last vote of an area that has one, or of any.</summary>
    internal static Instant End(CycleCalendar calendar, CyclePlan plan, string? area) => (area is null ? All(calendar, plan) : Of(calendar, area)).Max(window => window.End);

    private static IEnumerable<TimeWindow> All(CycleCalendar calendar, CyclePlan plan) => plan.Voting.Areas.SelectMany(area => Of(calendar, area.Id));
}
