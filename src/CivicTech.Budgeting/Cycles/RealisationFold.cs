using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Realisation;

namespace CivicTech.Budgeting.Cycles;

/// <summary>What events about projects make of the state.</summary>
internal static class RealisationFold
{
    internal static CycleState Evolve(CycleState state, ProjectEvent happened) => happened switch
    {
        ProjectFollowed followed => state with { Followers = state.Followers.Set(KeyOf(followed.Project, followed.Person), new Follower { Project = followed.Project, Person = followed.Person, Since = followed.At }) },
        ProjectUnfollowed unfollowed => state with { Followers = state.Followers.Remove(KeyOf(unfollowed.Project, unfollowed.Person)) },
        ProjectMerged merged => Merged(state, merged),
        ProjectFinished finished => Settled(state, finished, finished.Unspent),
        ProjectAbandoned abandoned => Settled(state, abandoned, abandoned.Unspent),
        IncreaseApproved { Increase: { IsFromLeftovers: true } increase } approved => With(On(state, approved), state.Head.Realisation.Add(state.Projects[approved.Project].Area, -increase.Amount)),
        _ => On(state, happened),
    };

    internal static string KeyOf(string project, string person) => $"{project}/{person}";

    private static CycleState Settled(CycleState state, ProjectEvent happened, Money unspent)
    {
        var head = state.Head.Realisation.Add(state.Projects[happened.Project].Area, unspent);
        return With(On(state, happened), head with { Unsettled = head.Unsettled - 1 });
    }

    private static CycleState Merged(CycleState state, ProjectMerged merged)
    {
        var next = With(On(state, merged), state.Head.Realisation with { Unsettled = state.Head.Realisation.Unsettled - 1 });
        var into = next.Projects[merged.Into];
        return next with { Projects = next.Projects.Set(into.Id, into with { Planned = into.Planned + merged.Moved, Steps = into.Steps + 1 }) };
    }

    private static CycleState On(CycleState state, ProjectEvent happened)
    {
        var project = state.Projects[happened.Project];
        return state with { Projects = state.Projects.Set(project.Id, After(project, happened) with { Steps = project.Steps + 1 }) };
    }

    private static FundedProject After(FundedProject project, ProjectEvent happened) => happened switch
    {
        ProjectFunded funded => project with { Status = ProjectStatus.Funded, Decision = funded.Decision, FundedAt = funded.At },
        ProjectPlanned planned => project with
        {
            Milestones = [.. planned.Milestones.Select(milestone => new Milestone { Name = milestone.Name, Weight = milestone.Weight, Planned = milestone.Planned })],
        },
        ProjectStarted started => project with { Status = started.Phase, StartedOn = project.StartedOn ?? started.On },
        MilestoneReached reached => project.With(reached.Milestone, milestone => milestone with { Reached = reached.On, Evidence = reached.Evidence }),
        MilestoneDelayed { Delay: var delay } => project.With(delay.Milestone, milestone => milestone with { Delayed = delay.To, IsOverdue = false }) with { Delays = project.Delays.Add(delay) },
        MilestoneOverdue overdue => project.With(overdue.Milestone, milestone => milestone with { IsOverdue = true }),
        SpendingReported reported => project with { Spent = reported.Spent, SpendingReference = reported.Reference },
        IncreaseApproved { Increase: var increase } => project with { Planned = project.Planned + increase.Amount, Increases = project.Increases.Add(increase) },
        ProjectSuspended suspended => project with { Status = ProjectStatus.Suspended, SuspendedFrom = project.Status, Reason = suspended.Reason },
        ProjectResumed => project with { Status = project.SuspendedFrom!.Value, SuspendedFrom = null, Reason = null },
        ProjectFinished finished => project with { Status = ProjectStatus.Finished, Spent = finished.Spent, Reason = finished.Report, EndedAt = finished.At },
        ProjectAbandoned abandoned => project with { Status = ProjectStatus.Abandoned, Reason = abandoned.Reason, EndedAt = abandoned.At },
        ProjectMerged merged => project with { Status = ProjectStatus.Merged, MergedInto = merged.Into, Reason = merged.Reason, EndedAt = merged.At },
        _ => throw new ArgumentException($"Not an event of a project: {happened.GetType().Name}.", nameof(happened)),
    };

    private static CycleState With(CycleState state, RealisationHead realisation) => state with { Head = state.Head with { Realisation = realisation } };
}
