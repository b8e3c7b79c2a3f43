using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Proposals;
using CivicTech.Budgeting.Realisation;
using CivicTech.Budgeting.Results;
using CivicTech.Processes;
using CivicTech.Processes.Checks;

namespace CivicTech.Budgeting.Cycles;

/// <summary>What makes a plan one that can be run: each section checks itself, and here is what holds between them.</summary>
internal static class PlanCheck
{
    internal static IReadOnlyList<PlanProblem> Problems(CyclePlan plan, RuleRegistry? rules)
    {
        var problems = new PlanProblems();
        problems.Id("id", plan.Id, CycleId.MaxLength);
        problems.Text("description", plan.Description);
        problems.Defined("midVote", plan.MidVote);
        problems.AddRange("voting", plan.Voting.Problems());
        for (var i = 0; i < plan.Voting.Areas.Length; i++)
        {
            problems.Require(plan.Voting.Areas[i].Budget is not { } budget || budget.Currency == plan.Currency, $"voting.areas[{i}].budget", $"an amount in {plan.Currency}");
        }

        problems.AddRange(Problems(plan, plan.Calendar));
        problems.AddRange("proposals", ProposalPlanCheck.Problems(plan.Proposals, plan.Currency, plan.Calendar));
        problems.AddRange(CountPlanCheck.Problems(plan.Count, plan.Voting.Areas));
        problems.AddRange(RealisationPlanCheck.Problems(plan.Realisation));
        if (problems.Count == 0 && rules is not null)
        {
            problems.AddRange(CountPlanCheck.RuleProblems(plan.Count, plan.Voting, plan.Proposals.Themes, rules).Distinct());
        }

        return problems;
    }

    /// <summary>What keeps a plan from being run by a calendar: its own, or that with a stage extended.</summary>
    internal static IReadOnlyList<PlanProblem> Problems(CyclePlan plan, CycleCalendar calendar)
    {
        var problems = new PlanProblems();
        problems.AddRange("calendar", CalendarCheck.Problems(calendar, [.. plan.Voting.Areas.Select(area => area.Id)]));
        if (problems.Count > 0)
        {
            return problems;
        }

        for (var i = 0; i < plan.Voting.Areas.Length; i++)
        {
            var windows = VoteWindows.Of(calendar, plan.Voting.Areas[i].Id);
            problems.Require(!windows.IsEmpty, $"voting.areas[{i}]", "a stage of the calendar that permits to vote there");
            problems.Require(
                windows.Zip(windows.Skip(1)).All(pair => pair.First.End <= pair.Second.Start), $"voting.areas[{i}]", "stages that permit to vote there at times that do not overlap");
        }

        problems.Require(!calendar.Always.Any(permit => permit.Activity == Activity.Vote), "calendar.always", "no vote: it has a beginning and an end");
        problems.Require(!calendar.Always.Any(permit => permit.Activity == Activity.EnterCards), "calendar.always", "no entering of paper: the count waits for its end");
        return problems;
    }
}
