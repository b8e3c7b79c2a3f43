using CivicTech.Budgeting.Calendars;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Budgeting.Tests.Calendars;

internal static class CalendarSamples
{
    internal static readonly string[] Areas = ["city", "north", "south"];

    /// <summary>The year of a large city: proposals in winter, work together while the vote of autumn begins, and a north that votes a week later.</summary>
    internal static readonly CycleCalendar Year = new()
    {
        Stages =
        [
            Stage("propose", new(2026, 1, 8, 0, 0), new(2026, 2, 4, 20, 0), Permit(Activity.Submit, "citizen"), Permit(Activity.Edit, "author")),
            Stage("review", new(2026, 3, 1, 0, 0), new(2026, 6, 1, 0, 0), Permit(Activity.Assess, "officer"), Permit(Activity.Value, "officer"), Permit(Activity.Comment, "citizen")),
            Stage("work together", new(2026, 6, 1, 0, 0), new(2026, 10, 1, 0, 0), Permit(Activity.CoConstruct, "citizen", "officer")),
            Stage("vote", new(2026, 9, 7, 8, 0), new(2026, 9, 23, 20, 0), Permit(Activity.Vote, "citizen")),
            Stage("vote", new(2026, 9, 14, 8, 0), new(2026, 9, 30, 20, 0), Permit(Activity.Vote, "citizen")) with { Areas = ["north"] },
        ],
        Always = [Permit(Activity.Moderate, "officer")],
    };

    internal static CycleStage Stage(string name, LocalDateTime starts, LocalDateTime ends, params Permit[] permits) => StageIn("Europe/Paris", name, starts, ends, permits);

    internal static CycleStage StageIn(string zone, string name, LocalDateTime starts, LocalDateTime ends, params Permit[] permits) =>
        new() { Name = name, Starts = new Deadline(starts, zone), Ends = new Deadline(ends, zone), Permits = [.. permits] };

    internal static Permit Permit(Activity activity, params string[] roles) => new() { Activity = activity, Roles = [.. roles] };

    internal static CycleCalendar Of(params CycleStage[] stages) => new() { Stages = [.. stages] };

    internal static Instant Paris(int month, int day, int hour, int minute = 0) =>
        new LocalDateTime(2026, month, day, hour, minute).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Paris"]).ToInstant();
}
