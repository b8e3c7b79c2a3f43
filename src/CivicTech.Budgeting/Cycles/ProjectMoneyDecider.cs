using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Realisation;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Commands about the money of a project.</summary>
internal static class ProjectMoneyDecider
{
    internal static void Spend(CycleTurn turn, ReportSpending report)
    {
        turn.RequireText("reference", report.Reference);
        var isOne = turn.Require(report.Total is null != report.Entry is null, () => RealisationRefusals.OneAmount.With());
        var isAmount = isOne && turn.RequireAmount(report.Total is null ? "entry" : "total", (report.Total ?? report.Entry)!.Value);
        if (RealisationDecider.Find(turn, report.Project, report) is not { } project || !isAmount)
        {
            return;
        }

        var more = report.Entry ?? report.Total!.Value - project.Spent;
        RequireWithin(turn, project, more);
        if (!turn.IsRefused)
        {
            turn.Apply(new SpendingReported { Project = project.Id, At = turn.Now, Spent = project.Spent + more, Reference = report.Reference });
        }
    }

    internal static void Increase(CycleTurn turn, ApproveIncrease approve)
    {
        turn.RequireText("decision", approve.Decision);
        var isAmount = turn.RequireAmount("amount", approve.Amount) && turn.Require(approve.Amount.IsPositive, () => RealisationRefusals.NoIncrease.With());
        if (RealisationDecider.Find(turn, approve.Project, approve) is not { } project || !isAmount)
        {
            return;
        }

        turn.Require(approve.Amount.MinorUnits <= long.MaxValue - project.Planned.MinorUnits, () => RealisationRefusals.IncreaseTooLarge.With(("amount", approve.Amount.ToString())));
        if (approve.FromLeftovers)
        {
            var left = turn.Head.Realisation.LeftoverOf(project.Area);
            turn.Require(approve.Amount <= left, () => RealisationRefusals.LeftoverShort.With(("area", project.Area), ("left", left.ToString()), ("amount", approve.Amount.ToString())));
        }

        if (!turn.IsRefused)
        {
            turn.Apply(new IncreaseApproved
            {
                Project = project.Id,
                At = turn.Now,
                Increase = new BudgetIncrease { Amount = approve.Amount, Decision = approve.Decision, IsFromLeftovers = approve.FromLeftovers, At = turn.Now },
            });
        }
    }

    /// <summary>That so much more may be spent.</summary>
    internal static void RequireWithin(CycleTurn turn, FundedProject project, Money more) => turn.Require(more <= project.Unspent, () => RealisationRefusals.OverPlanned.With(
        ("amount", more.ToString()), ("left", project.Unspent.ToString()), ("planned", project.Planned.ToString())));
}
