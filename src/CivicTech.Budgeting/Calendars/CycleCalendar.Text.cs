using System.Text;
using CivicTech.Reports;
using CivicTech.Time;
using NodaTime;
using NodaTime.Text;

namespace CivicTech.Budgeting.Calendars;

public sealed partial record CycleCalendar
{
    private static readonly LocalDateTimePattern ToTheMinute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd' 'HH':'mm");
    private static readonly LocalDateTimePattern ToTheFraction = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd' 'HH':'mm':'ss.FFFFFFFFF");

    /// <summary>The calendar as a table, with the dates of the ISO calendar.</summary>
    public string ToText() => ToText(CalendarSystem.Iso);

    /// <summary>The calendar as a table, with the dates of another calendar system: a row for each thing that a stage permits, times on the clocks of the stage, ends as the first moment after.</summary>
    /// <param name="system">The calendar system, such as <see cref="CalendarSystem.PersianAstronomical"/>.</param>
    /// <returns>The same text in every culture, with line feeds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A date is beyond that calendar system.</exception>
    public string ToText(CalendarSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        var table = new TextTable("stage", "areas", "from", "before", "zone", "may be done", "by");
        foreach (var stage in Stages)
        {
            // A stage whose ends are on clocks of different zones shows both.
            var zone = stage.Starts.Zone == stage.Ends.Zone ? stage.Starts.Zone : $"{stage.Starts.Zone}, {stage.Ends.Zone}";
            AddRows(table, stage.Name, string.Join(", ", stage.Areas), Text(stage.Starts, system), Text(stage.Ends, system), zone, stage.Permits);
        }

        AddRows(table, "(always)", "", "", "", "", Always);
        var text = new StringBuilder();
        table.Write(text, $"Calendar ({system.Name})");
        return text.ToString().TrimStart('\n');
    }

    private static void AddRows(TextTable table, string name, string areas, string from, string before, string zone, IReadOnlyCollection<Permit> permits)
    {
        if (permits.Count == 0 && from.Length > 0)
        {
            table.Add(name, areas, from, before, zone, "", "");
        }

        foreach (var permit in permits)
        {
            table.Add(name, areas, from, before, zone, EnumNames.Of(permit.Activity), string.Join(", ", permit.Roles));
            (name, areas, from, before, zone) = ("", "", "", "", "");
        }
    }

    private static string Text(Deadline deadline, CalendarSystem system)
    {
        var local = deadline.Local.WithCalendar(system);
        return (local.Second == 0 && local.NanosecondOfSecond == 0 ? ToTheMinute : ToTheFraction).Format(local);
    }
}
