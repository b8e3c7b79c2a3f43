using System.Globalization;
using CivicTech.Budgeting.Plans;
using NodaTime;
using NodaTime.Text;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Days, on the clocks by which projects are realised.</summary>
internal static class RealisationClock
{
    internal static DateTimeZone Zone(CyclePlan plan) =>
        DateTimeZoneProviders.Tzdb[plan.Realisation.Zone ?? plan.Calendar.Stages.Select(stage => stage.Ends.Zone).FirstOrDefault() ?? "UTC"];

    internal static LocalDate Today(CycleTurn turn) => turn.Now.InZone(Zone(turn.Plan)).Date;

    internal static string Text(LocalDate date) => LocalDatePattern.Iso.WithCulture(CultureInfo.InvariantCulture).Format(date);
}
