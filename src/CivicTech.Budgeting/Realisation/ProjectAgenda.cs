using NodaTime;

namespace CivicTech.Budgeting.Realisation;

/// <summary>When a project is next to be looked at: the day of a milestone is over, and it was not reached.</summary>
internal static class ProjectAgenda
{
    // What lies beyond has no instant at which it would be late.
    private const int LastYear = 9_900;

    /// <summary>The milestone that is late next, and when; null when none can be.</summary>
    /// <param name="project">The project.</param>
    /// <param name="zone">On whose clocks days end.</param>
    /// <param name="graceDays">How many days more there are.</param>
    internal static (Instant Due, Milestone Milestone)? Next(FundedProject project, DateTimeZone zone, int graceDays) =>
        project.Status is ProjectStatus.Funded or ProjectStatus.InStudy or ProjectStatus.InWork
            ? project.Milestones
                .Where(milestone => milestone is { Reached: null, IsOverdue: false } && milestone.Expected.Year is > -LastYear and < LastYear)
                .OrderBy(milestone => milestone.Expected)
                .Select(milestone => ((Instant, Milestone)?)(zone.AtStartOfDay(milestone.Expected.PlusDays(graceDays + 1)).ToInstant(), milestone))
                .FirstOrDefault()
            : null;
}
