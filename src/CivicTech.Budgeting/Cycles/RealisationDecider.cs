using System.Globalization;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Realisation;
using CivicTech.Processes;
using NodaTime;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Commands about where a project stands, and who follows it.</summary>
internal static class RealisationDecider
{
    internal static void Fund(CycleTurn turn, FundProjects fund)
    {
        turn.RequireText("decision", fund.Decision);
        turn.Require(!fund.Projects.IsEmpty, () => RealisationRefusals.NothingToFund.With());
        turn.State.Projects.Foresee(fund.Projects.Where(CycleId.IsValid));
        var projects = fund.Projects.Distinct(StringComparer.Ordinal).Select(id => Find(turn, id, fund)).OfType<FundedProject>().ToList();
        if (turn.IsRefused)
        {
            return;
        }

        foreach (var project in projects)
        {
            turn.Apply(new ProjectFunded { Project = project.Id, At = turn.Now, Decision = fund.Decision });
            TellStatus(turn, project.Id, fund.Decision);
        }
    }

    internal static void Decide(CycleTurn turn, ProjectCommand command)
    {
        switch (command)
        {
            case PlanProject plan: MilestoneDecider.Plan(turn, plan); break;
            case StartProject start: Start(turn, start); break;
            case ReportMilestone report: MilestoneDecider.Report(turn, report); break;
            case ReportSpending report: ProjectMoneyDecider.Spend(turn, report); break;
            case ApproveIncrease approve: ProjectMoneyDecider.Increase(turn, approve); break;
            case ReportDelay report: MilestoneDecider.Delay(turn, report); break;
            case SuspendProject suspend: Suspend(turn, suspend); break;
            case ResumeProject resume: Resume(turn, resume); break;
            case FinishProject finish: Finish(turn, finish); break;
            case AbandonProject abandon: Abandon(turn, abandon); break;
            case MergeProject merge: Merge(turn, merge); break;
            case FollowProject follow: Follow(turn, follow); break;
            case UnfollowProject unfollow: Unfollow(turn, unfollow); break;
            default: throw new ArgumentException($"Not a command about a project: {command.GetType().Name}.", nameof(command));
        }
    }

    private static void Start(CycleTurn turn, StartProject start)
    {
        var project = Find(turn, start.Project, start);
        var today = RealisationClock.Today(turn);
        var on = start.On ?? today;
        turn.Require(start.Phase is ProjectStatus.InStudy or ProjectStatus.InWork, () => RealisationRefusals.NoPhase.With(("phase", EnumNames.Of(start.Phase))));
        RequirePast(turn, on, today);
        if (project is not null && !turn.IsRefused
            && turn.Require(ProjectStatuses.Table.Leads(project.Status, start.Phase), () => Wrong(project, start))
            && (project.StartedOn is not { } began || turn.Require(on >= began, () => Early(on, began))))
        {
            turn.Apply(new ProjectStarted { Project = project.Id, At = turn.Now, Phase = start.Phase, On = on });
            TellStatus(turn, project.Id, null);
        }
    }

    private static void Suspend(CycleTurn turn, SuspendProject suspend)
    {
        turn.RequireText("reason", suspend.Reason);
        if (Find(turn, suspend.Project, suspend) is { } project && !turn.IsRefused)
        {
            turn.Apply(new ProjectSuspended { Project = project.Id, At = turn.Now, Reason = suspend.Reason });
            TellStatus(turn, project.Id, suspend.Reason);
        }
    }

    private static void Resume(CycleTurn turn, ResumeProject resume)
    {
        if (Find(turn, resume.Project, resume) is { } project)
        {
            turn.Apply(new ProjectResumed { Project = project.Id, At = turn.Now });
            TellStatus(turn, project.Id, null);
        }
    }

    private static void Finish(CycleTurn turn, FinishProject finish)
    {
        turn.RequireText("report", finish.Report);
        var isAmount = turn.RequireAmount("spent", finish.Spent);
        if (Find(turn, finish.Project, finish) is not { } project)
        {
            return;
        }

        turn.Require(project.Milestones.All(milestone => milestone.Reached is not null), () => RealisationRefusals.MilestonesOpen.With(
            ("project", project.Id), ("progress", project.Progress.ToString(CultureInfo.InvariantCulture))));
        if (isAmount)
        {
            ProjectMoneyDecider.RequireWithin(turn, project, finish.Spent - project.Spent);
        }

        if (!turn.IsRefused)
        {
            turn.Apply(new ProjectFinished { Project = project.Id, At = turn.Now, Spent = finish.Spent, Unspent = project.Planned - finish.Spent, Report = finish.Report });
            TellStatus(turn, project.Id, finish.Report);
        }
    }

    private static void Abandon(CycleTurn turn, AbandonProject abandon)
    {
        turn.RequireText("reason", abandon.Reason);
        if (Find(turn, abandon.Project, abandon) is { } project && !turn.IsRefused)
        {
            turn.Apply(new ProjectAbandoned { Project = project.Id, At = turn.Now, Unspent = project.Unspent, Reason = abandon.Reason });
            TellStatus(turn, project.Id, abandon.Reason);
        }
    }

    private static void Merge(CycleTurn turn, MergeProject merge)
    {
        turn.RequireText("reason", merge.Reason);
        turn.State.Projects.Foresee(new[] { merge.Project, merge.Into }.Where(CycleId.IsValid));
        var into = CycleId.IsValid(merge.Into) ? turn.State.Projects.Find(merge.Into) : null;
        if (Find(turn, merge.Project, merge) is not { } project)
        {
            return;
        }

        var fits = into is not null && into.Id != project.Id && into.Area == project.Area && !into.Status.IsSettled()
            && into.Status != ProjectStatus.AwaitingFunding
            && project.Unspent.MinorUnits <= long.MaxValue - into.Planned.MinorUnits;
        turn.Require(fits, () => RealisationRefusals.CannotMerge.With(("project", project.Id), ("into", string.IsNullOrEmpty(merge.Into) ? "-" : merge.Into)));
        if (!turn.IsRefused)
        {
            turn.Apply(new ProjectMerged { Project = project.Id, At = turn.Now, Into = merge.Into, Moved = project.Unspent, Reason = merge.Reason });
            TellStatus(turn, project.Id, merge.Into);
        }
    }

    private static void Follow(CycleTurn turn, FollowProject follow)
    {
        if (turn.RequireId("person", follow.Person) & RequireKnown(turn, follow.Project) is not null
            && turn.State.Followers.Find(RealisationFold.KeyOf(follow.Project, follow.Person)) is null)
        {
            turn.Apply(new ProjectFollowed { Project = follow.Project, At = turn.Now, Person = follow.Person });
        }
    }

    private static void Unfollow(CycleTurn turn, UnfollowProject unfollow)
    {
        if (turn.RequireId("person", unfollow.Person) & RequireKnown(turn, unfollow.Project) is not null
            && turn.State.Followers.Find(RealisationFold.KeyOf(unfollow.Project, unfollow.Person)) is not null)
        {
            turn.Apply(new ProjectUnfollowed { Project = unfollow.Project, At = turn.Now, Person = unfollow.Person });
        }
    }

    /// <summary>That nothing is left to be done about any project: before the cycle is completed.</summary>
    internal static bool RequireSettled(CycleTurn turn) => turn.Require(
        turn.Head.Realisation.Unsettled == 0,
        () => RealisationRefusals.ProjectsOpen.With(("count", turn.Head.Realisation.Unsettled.ToString(CultureInfo.InvariantCulture))));

    /// <summary>The project of a command, when it is one, the calendar permits the command, and the project takes it where it stands.</summary>
    internal static FundedProject? Find(CycleTurn turn, string id, CycleCommand command)
    {
        if (RequireKnown(turn, id) is not { } project)
        {
            return null;
        }

        // Works outlast calendars: who administers the cycle can still bring a project to its end when no stage permits it any more.
        var isPermitted = turn.RequirePermission(command.Role == CycleRoles.Administrator ? Activity.Administer : Activity.Realise, command, project.Area);
        return turn.Require(ProjectStatuses.Table.Allows(project.Status, command.Name), () => Wrong(project, command)) && isPermitted ? project : null;
    }

    internal static bool RequirePast(CycleTurn turn, LocalDate on, LocalDate today) =>
        turn.Require(on <= today, () => RealisationRefusals.InFuture.With(("date", RealisationClock.Text(on)), ("today", RealisationClock.Text(today))));

    internal static Refusal Early(LocalDate on, LocalDate start) =>
        RealisationRefusals.BeforeStart.With(("date", RealisationClock.Text(on)), ("start", RealisationClock.Text(start)));

    /// <summary>Has the followers of a project told something: each happening once.</summary>
    internal static void TellFollowers(CycleTurn turn, NoticeKind notice, string project, string? detail) => Tell(turn, notice, Audience.Followers, project, detail);

    internal static void Tell(CycleTurn turn, NoticeKind notice, Audience audience, string project, string? detail) =>
        turn.Tell(notice, audience, string.Create(CultureInfo.InvariantCulture, $"project/{project}/{turn.State.Projects[project].Steps}"), subject: project, detail: detail);

    private static void TellStatus(CycleTurn turn, string project, string? reason) =>
        TellFollowers(turn, NoticeKind.ProjectStatus, project, reason is null ? StatusOf(turn, project) : $"{StatusOf(turn, project)}: {reason}");

    private static string StatusOf(CycleTurn turn, string project) => EnumNames.Of(turn.State.Projects[project].Status);

    private static FundedProject? RequireKnown(CycleTurn turn, string id)
    {
        var project = CycleId.IsValid(id) ? turn.State.Projects.Find(id) : null;
        turn.Require(project is not null, () => RealisationRefusals.NoSuchProject.With(("project", string.IsNullOrEmpty(id) ? "-" : id)));
        return project;
    }

    private static Refusal Wrong(FundedProject project, CycleCommand command) => RealisationRefusals.WrongProjectStatus.With(
        ("project", project.Id), ("status", EnumNames.Of(project.Status)), ("command", command.Name));
}
