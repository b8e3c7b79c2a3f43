using CivicTech.Processes.Checks;
using NodaTime;

namespace CivicTech.Budgeting.Realisation;

/// <summary>What keeps a section from being one that can be run: where, and what was expected.</summary>
internal static class RealisationPlanCheck
{
    private const int MostGraceDays = 3_650;

    internal static IEnumerable<PlanProblem> Problems(RealisationPlan plan)
    {
        if (plan.Zone is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
        {
            yield return new("realisation.zone", "a time zone of the IANA database, such as 'Europe/Paris'");
        }

        if (plan.GraceDays is < 0 or > MostGraceDays)
        {
            yield return new("realisation.graceDays", "0 to 3650");
        }
    }
}
