using System.Collections.Immutable;
using CivicTech.Processes;
using CivicTech.Processes.Checks;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Budgeting.Calendars;

/// <summary>What makes a calendar one that can be run: where it is wrong, and what was expected there.</summary>
internal static class CalendarCheck
{
    private const int LongestName = 100;

    private static readonly string NameExpected = $"1 to {LongestName} characters, no control characters and none beyond U+FFFD";

    /// <summary>Everything that is wrong, with the path of the field within the calendar.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="areas">The ids of the areas of the plan.</param>
    internal static IEnumerable<PlanProblem> Problems(CycleCalendar calendar, IReadOnlyCollection<string> areas)
    {
        if (calendar.Stages.IsDefaultOrEmpty)
        {
            return [new PlanProblem("stages", "at least one stage")];
        }

        var problems = new PlanProblems();
        var windows = new TimeWindow?[calendar.Stages.Length];
        for (var i = 0; i < windows.Length; i++)
        {
            windows[i] = CheckStage(problems, calendar.Stages, i, areas);
        }

        CheckPermits(problems, "always", calendar.Always);
        if (!Enum.IsDefined(calendar.Layout))
        {
            problems.Add("layout", "free, no-overlaps, no-gaps or contiguous");
        }
        else if (calendar.Layout != StageLayout.Free && !windows.Contains(null))
        {
            // An area that has no stage of its own differs in nothing from the calendar without areas.
            problems.AddRange((areas.Count == 0 ? [null] : areas.Cast<string?>()).SelectMany(area => LayoutProblems(calendar, windows!, area)).Distinct());
        }

        return problems;
    }

    private static TimeWindow? CheckStage(PlanProblems problems, ImmutableArray<CycleStage> stages, int place, IReadOnlyCollection<string> areas)
    {
        var field = $"stages[{place}]";
        if (stages[place] is not { } stage)
        {
            problems.Add(field, "a stage");
            return null;
        }

        if (!ProcessName.IsValid(stage.Name, LongestName))
        {
            problems.Add($"{field}.name", NameExpected);
        }
        else if (stages.Take(place).Any(other => other is not null && other.Name == stage.Name && SharesArea(other, stage)))
        {
            problems.Add($"{field}.name", $"a name of its own: '{stage.Name}' is there before for the same areas");
        }

        for (var i = 0; i < stage.Areas.Length; i++)
        {
            if (!areas.Contains(stage.Areas[i]) || stage.Areas.IndexOf(stage.Areas[i]) < i)
            {
                problems.Add($"{field}.areas[{i}]", $"the id of an area of the plan, each once, not '{stage.Areas[i]}'");
            }
        }

        CheckPermits(problems, $"{field}.permits", stage.Permits);
        var starts = InstantOf(problems, $"{field}.starts", stage.Starts);
        var ends = InstantOf(problems, $"{field}.ends", stage.Ends);
        if (starts is not { } start || ends is not { } end)
        {
            return null;
        }

        if (start < end)
        {
            return new TimeWindow(start, end);
        }

        problems.Add($"{field}.ends", $"later than the start, {stage.Starts}, not {stage.Ends}");
        return null;
    }

    private static bool SharesArea(CycleStage one, CycleStage other) => one.Areas.IsEmpty ? other.Areas.IsEmpty : one.Areas.Any(other.Areas.Contains);

    private static Instant? InstantOf(PlanProblems problems, string field, Deadline? deadline)
    {
        string? problem = "expected a local time and a zone";
        if (deadline is not null && deadline.TryToInstant(DateTimeZoneProviders.Tzdb, out var instant, out problem))
        {
            return instant;
        }

        problems.Add(field, $"a time that exists once: {problem!.TrimEnd('.')}");
        return null;
    }

    private static void CheckPermits(PlanProblems problems, string field, ImmutableArray<Permit> permits)
    {
        for (var i = 0; i < permits.Length; i++)
        {
            var permit = permits[i];
            if (permit is null || !Enum.IsDefined(permit.Activity) || permits.Take(i).Any(other => other?.Activity == permit.Activity))
            {
                problems.Add($"{field}[{i}].activity", "an activity, each once: name all its roles in one place");
            }

            if (permit is null || permit.Roles.IsDefaultOrEmpty || permit.Roles.Distinct(StringComparer.Ordinal).Count() < permit.Roles.Length
                || !permit.Roles.All(role => ProcessName.IsValid(role, LongestName)))
            {
                problems.Add($"{field}[{i}].roles", $"at least one role, each once, of {NameExpected}");
            }
        }
    }

    private static IEnumerable<PlanProblem> LayoutProblems(CycleCalendar calendar, TimeWindow[] windows, string? area)
    {
        var places = calendar.StagesOf(area).Select(stage => calendar.Stages.IndexOf(stage)).OrderBy(place => windows[place].Start).ThenBy(place => place).ToList();
        if (places.Count == 0)
        {
            yield break;
        }

        var before = places[0];
        foreach (var place in places.Skip(1))
        {
            var (start, end) = (windows[place].Start, windows[before].End);
            if (start < end && calendar.Layout is StageLayout.NoOverlaps or StageLayout.Contiguous)
            {
                yield return new($"stages[{place}].starts", $"not before '{calendar.Stages[before].Name}' is over, {calendar.Stages[before].Ends}");
            }

            if (start > end && calendar.Layout is StageLayout.NoGaps or StageLayout.Contiguous)
            {
                yield return new($"stages[{place}].starts", $"no time after the end of '{calendar.Stages[before].Name}', {calendar.Stages[before].Ends}");
            }

            before = windows[place].End > end ? place : before;
        }
    }
}
