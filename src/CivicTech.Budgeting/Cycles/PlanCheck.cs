using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Proposals;
using CivicTech.Budgeting.Realisation;
using CivicTech.Budgeting.Results;
using CivicTech.Processes;

namespace CivicTech.Budgeting.Cycles;

/// <summary>What makes a plan one that can be run: each section checks itself, and here is what holds between them.</summary>
internal static class PlanCheck
{
    internal static IReadOnlyList<PlanProblem> Problems(CyclePlan plan, RuleRegistry? rules)
    {
        var problems = new List<PlanProblem>();
        Require(problems, CycleId.IsValid(plan.Id), "id", $"1 to {CycleId.MaxLengthText} characters, no slash, no control characters and none beyond U+FFFD");
        Require(problems, ProcessName.IsValid(plan.Description, ProcessName.LongestId), "description", $"1 to {ProcessName.LongestId} characters, no control characters and none beyond U+FFFD");
        Require(problems, Enum.IsDefined(plan.MidVote), "midVote", $"one of {string.Join(", ", Enum.GetValues<MidVoteRule>().Select(EnumNames.Of))}");
        problems.AddRange(plan.Voting.Problems().Select(problem => new PlanProblem($"voting.{problem.Field}", problem.Expected)));
        for (var i = 0; i < plan.Voting.Areas.Length; i++)
        {
            Require(problems, plan.Voting.Areas[i].Budget is not { } budget || budget.Currency == plan.Currency, $"voting.areas[{i}].budget", $"an amount in {plan.Currency}");
        }

        var calendar = CalendarCheck.Problems(plan.Calendar, [.. plan.Voting.Areas.Select(area => area.Id)]).ToList();
        problems.AddRange(calendar.Select(problem => new PlanProblem($"calendar.{problem.Field}", problem.Expected)));
        problems.AddRange(ProposalPlanCheck.Problems(plan.Proposals, plan.Currency, plan.Calendar).Select(problem => new PlanProblem($"proposals.{problem.Field}", problem.Expected)));
        problems.AddRange(CountPlanCheck.Problems(plan.Count, plan.Voting.Areas).Select(problem => new PlanProblem(problem.Field, problem.Expected)));
        problems.AddRange(RealisationPlanCheck.Problems(plan.Realisation).Select(problem => new PlanProblem(problem.Field, problem.Expected)));
        if (calendar.Count == 0)
        {
            Vote(problems, plan);
        }

        if (problems.Count == 0 && rules is not null)
        {
            problems.AddRange(CountPlanCheck.RuleProblems(plan.Count, plan.Voting.Areas, rules).Select(problem => new PlanProblem(problem.Field, problem.Expected)));
        }

        return problems;
    }

    private static void Vote(List<PlanProblem> problems, CyclePlan plan)
    {
        for (var i = 0; i < plan.Voting.Areas.Length; i++)
        {
            var windows = VoteWindows.Of(plan.Calendar, plan.Voting.Areas[i].Id);
            Require(problems, !windows.IsEmpty, $"voting.areas[{i}]", "a stage of the calendar that permits to vote there");
            Require(
                problems,
                windows.OrderBy(window => window.Start).Zip(windows.OrderBy(window => window.Start).Skip(1)).All(pair => pair.First.End <= pair.Second.Start),
                $"voting.areas[{i}]",
                "stages that permit to vote there at times that do not overlap");
        }

        Require(problems, !plan.Calendar.Always.Any(permit => permit.Activity == Activity.Vote), "calendar.always", "no vote: it has a beginning and an end");
        Require(problems, !plan.Calendar.Always.Any(permit => permit.Activity == Activity.EnterCards), "calendar.always", "no entering of paper: the count waits for its end");
    }

    private static void Require(List<PlanProblem> problems, bool holds, string field, string expected)
    {
        if (!holds)
        {
            problems.Add(new(field, expected));
        }
    }
}
