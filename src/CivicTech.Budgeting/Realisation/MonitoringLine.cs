namespace CivicTech.Budgeting.Realisation;

/// <summary>One project in the monitoring of a cycle. Those that did not win stand in it too, with their own words for where they stand.</summary>
public sealed record MonitoringLine
{
    /// <summary>The id of the project or proposal.</summary>
    public required string Project { get; init; }

    /// <summary>The id of its area; null when it has none yet.</summary>
    public string? Area { get; init; }

    /// <summary>Where it stands, as a stable name.</summary>
    public required string Status { get; init; }

    /// <summary>How much of the work is done, in hundredths; null for what is not to be realised.</summary>
    public int? Progress { get; init; }

    /// <summary>What may be spent: no more than was, where it was given up; null for what did not win.</summary>
    public Money? Planned { get; init; }

    /// <summary>What was spent; null for what did not win.</summary>
    public Money? Spent { get; init; }

    /// <summary>How many milestones are late.</summary>
    public int Overdue { get; init; }

    /// <summary>The line of a project that won.</summary>
    /// <param name="project">The project.</param>
    public static MonitoringLine Of(FundedProject project)
    {
        ArgumentNullException.ThrowIfNull(project);
        var isToBe = project.Status is not (ProjectStatus.Abandoned or ProjectStatus.Merged or ProjectStatus.Overruled);
        return new MonitoringLine
        {
            Project = project.Id,
            Area = project.Area,
            Status = EnumNames.Of(project.Status),
            Progress = isToBe ? project.Progress : null,
            Planned = isToBe ? project.Planned : project.Spent,
            Spent = project.Spent,
            Overdue = project.Status.IsSettled() ? 0 : project.Milestones.Count(milestone => milestone is { IsOverdue: true, Reached: null }),
        };
    }
}
