using System.Globalization;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Realisation;
using CivicTech.Processes;
using NodaTime;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Commands and due work about the milestones of a project.</summary>
internal static class MilestoneDecider
{
    internal static void Plan(CycleTurn turn, PlanProject plan)
    {
        foreach (var milestone in plan.Milestones)
        {
            turn.RequireText("name", milestone.Name);
        }

        foreach (var repeated in plan.Milestones.Where(milestone => !string.IsNullOrEmpty(milestone.Name)).GroupBy(milestone => milestone.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            turn.Refuse(RealisationRefusals.RepeatedMilestone.With(("milestone", repeated.Key)));
        }

        var sum = plan.Milestones.Sum(milestone => (long)milestone.Weight);
        turn.Require(sum == 100 && plan.Milestones.All(milestone => milestone.Weight is >= 1 and <= 100), () => RealisationRefusals.WrongWeights.With(("sum", sum.ToString(CultureInfo.InvariantCulture))));
        if (RealisationDecider.Find(turn, plan.Project, plan) is not { } project)
        {
            return;
        }

        if (project.Milestones.FirstOrDefault(milestone => milestone.Reached is not null) is { } reached)
        {
            turn.Refuse(Reached(reached));
        }

        if (!turn.IsRefused)
        {
            turn.Apply(new ProjectPlanned { Project = project.Id, At = turn.Now, Milestones = plan.Milestones });
        }
    }

    internal static void Report(CycleTurn turn, ReportMilestone report)
    {
        if (report.Evidence is { } evidence)
        {
            turn.RequireText("evidence", evidence);
        }

        var today = RealisationClock.Today(turn);
        var on = report.On ?? today;
        RealisationDecider.RequirePast(turn, on, today);
        if (RealisationDecider.Find(turn, report.Project, report) is not { } project || Find(turn, project, report.Milestone) is not { } milestone)
        {
            return;
        }

        if (milestone.Reached is { } before)
        {
            // Said again.
            turn.Require(report.On is null || on == before, () => Reached(milestone));
            return;
        }

        turn.Require(on >= project.StartedOn!.Value, () => RealisationDecider.Early(on, project.StartedOn!.Value));
        if (!turn.IsRefused)
        {
            turn.Apply(new MilestoneReached { Project = project.Id, At = turn.Now, Milestone = milestone.Name, On = on, Evidence = report.Evidence });
            RealisationDecider.TellFollowers(turn, NoticeKind.MilestoneDone, project.Id, milestone.Name);
        }
    }

    internal static void Delay(CycleTurn turn, ReportDelay report)
    {
        turn.RequireText("reason", report.Reason);
        if (RealisationDecider.Find(turn, report.Project, report) is not { } project || Find(turn, project, report.Milestone) is not { } milestone)
        {
            return;
        }

        turn.Require(milestone.Reached is null, () => Reached(milestone));
        turn.Require(report.NewDate > milestone.Expected, () => RealisationRefusals.NoDelay.With(
            ("date", RealisationClock.Text(report.NewDate)), ("present", RealisationClock.Text(milestone.Expected))));
        if (!turn.IsRefused)
        {
            turn.Apply(new MilestoneDelayed
            {
                Project = project.Id,
                At = turn.Now,
                Delay = new ProjectDelay { Milestone = milestone.Name, From = milestone.Expected, To = report.NewDate, Reason = report.Reason, At = turn.Now },
            });
            RealisationDecider.TellFollowers(turn, NoticeKind.ProjectDelayed, project.Id, $"{milestone.Name}: {RealisationClock.Text(report.NewDate)}");
        }
    }

    /// <summary>When a project is next to be looked at; null when never.</summary>
    internal static Instant? Due(FundedProject project, CyclePlan plan) => ProjectAgenda.Next(project, RealisationClock.Zone(plan), plan.Realisation.GraceDays)?.Due;

    /// <summary>Tells of every milestone of a project that is late by now; of each once.</summary>
    internal static void Advance(CycleTurn turn, string id)
    {
        var zone = RealisationClock.Zone(turn.Plan);
        while (turn.State.Projects.Find(id) is { } project
            && ProjectAgenda.Next(project, zone, turn.Plan.Realisation.GraceDays) is { } late && late.Due <= turn.Now)
        {
            turn.Apply(new MilestoneOverdue { Project = id, At = turn.Now, Milestone = late.Milestone.Name });
            RealisationDecider.TellFollowers(turn, NoticeKind.ProjectOverdue, id, late.Milestone.Name);
            RealisationDecider.Tell(turn, NoticeKind.ProjectOverdue, Audience.Host, id, late.Milestone.Name);
        }
    }

    private static Milestone? Find(CycleTurn turn, FundedProject project, string name)
    {
        var milestone = project.Milestones.FirstOrDefault(one => one.Name == name);
        turn.Require(milestone is not null, () => RealisationRefusals.NoSuchProjectMilestone.With(("project", project.Id), ("milestone", string.IsNullOrEmpty(name) ? "-" : name)));
        return milestone;
    }

    private static Refusal Reached(Milestone milestone) =>
        RealisationRefusals.ReachedAlready.With(("milestone", milestone.Name), ("date", RealisationClock.Text(milestone.Reached!.Value)));
}
