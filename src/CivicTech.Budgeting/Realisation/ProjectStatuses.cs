using CivicTech.Processes;
using static CivicTech.Budgeting.Realisation.ProjectStatus;

namespace CivicTech.Budgeting.Realisation;

/// <summary>The statuses of a project as a table: which commands each takes, and where they lead.</summary>
public static class ProjectStatuses
{
    private static readonly ProjectStatus[] Running = [Funded, InStudy, InWork, Suspended];

    /// <summary>The table. <c>confirm-override</c> is what two people decide about the result.</summary>
    public static TransitionTable<ProjectStatus> Table { get; } = new(
        AwaitingFunding,
        [
            new(AwaitingFunding, "fund-projects", Funded),
            new(AwaitingFunding, "confirm-override", Overruled),
            new(Overruled, "confirm-override", AwaitingFunding),
            new(Funded, "start-project", InStudy),
            new(Funded, "start-project", InWork),
            new(InStudy, "start-project", InWork),
            new(InStudy, "suspend-project", Suspended),
            new(InWork, "suspend-project", Suspended),
            new(Suspended, "resume-project", InStudy),
            new(Suspended, "resume-project", InWork),
            new(InWork, "finish-project", Finished),
            .. Stay("plan-project", Funded, InStudy, InWork),
            .. Stay("report-milestone", InStudy, InWork),
            .. Stay("report-spending", Running),
            .. Stay("report-delay", Running),
            .. Stay("approve-increase", Running),
            new(AwaitingFunding, "abandon-project", Abandoned),
            .. Lead("abandon-project", Abandoned),
            .. Lead("merge-project", Merged),
        ]);

    /// <summary>Whether nothing is to be done about a project any more.</summary>
    /// <param name="status">Where it stands.</param>
    public static bool IsSettled(this ProjectStatus status) => status is Finished or Abandoned or Merged or Overruled;

    private static IEnumerable<Transition<ProjectStatus>> Stay(string command, params ProjectStatus[] statuses) =>
        statuses.Select(status => new Transition<ProjectStatus>(status, command, status));

    private static IEnumerable<Transition<ProjectStatus>> Lead(string command, ProjectStatus to) =>
        Running.Select(status => new Transition<ProjectStatus>(status, command, to));
}
