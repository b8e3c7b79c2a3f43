using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Processes.Checks;

namespace CivicTech.Budgeting.Voting;

/// <summary>What makes a plan one that votes can be taken by.</summary>
internal static class VotingPlanCheck
{
    private const int LongestId = 100;

    internal static IReadOnlyList<PlanProblem> Problems(VotingPlan plan)
    {
        var problems = new PlanProblems();
        Areas(problems, plan);
        Design(problems, "design", plan.Design);
        problems.Require(plan.CombinedMaximum is not < 0, "combinedMaximum", "0 or more, where 0 means none, or nothing");
        problems.Defined("access", plan.Access);
        problems.Defined("submission", plan.Submission);
        problems.Defined("precedence", plan.Precedence);
        Voters(problems, plan);
        return problems;
    }

    private static void Areas(PlanProblems problems, VotingPlan plan)
    {
        problems.Require(!plan.Areas.IsEmpty, "areas", "at least one");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var currency = plan.Areas.FirstOrDefault(area => area.Budget is not null)?.Budget?.Currency;
        for (var i = 0; i < plan.Areas.Length; i++)
        {
            var area = plan.Areas[i];
            problems.Id($"areas[{i}].id", area.Id, LongestId);
            problems.Require(ids.Add(area.Id), $"areas[{i}].id", "an id that no other area has");
            if (area.Group is not null)
            {
                problems.Text($"areas[{i}].group", area.Group, LongestId);
            }

            problems.Require(area.Group is null || !area.IsWholeCity, $"areas[{i}].group", "no group: the area of everybody stands alone");
            problems.Require(area.Budget is not { IsNegative: true }, $"areas[{i}].budget", "zero or more");
            problems.Require(area.Budget is not { } budget || budget.Currency == currency, $"areas[{i}].budget", $"an amount in {currency}, as the other areas have");
            problems.Require(area.EarlierBudgets.IsEmpty, $"areas[{i}].earlierBudgets", "nothing: a plan has no earlier editions");
            problems.Require(plan.DesignOf(area) is not null, $"areas[{i}].design", "a design, here or for all areas");
            problems.Require(plan.DesignOf(area) is not { UsesCosts: true } || area.Budget is not null, $"areas[{i}].budget", "an amount: the ballots of this area go by prices");
            Design(problems, $"areas[{i}].design", area.Design);
        }

        // What is left over in one area may be carried to another.
        problems.Require(plan.Areas.Aggregate((Int128)0, (sum, area) => sum + (area.Budget?.MinorUnits ?? 0)) <= long.MaxValue, "areas", "budgets whose sum money can hold");
    }

    private static void Voters(PlanProblems problems, VotingPlan plan)
    {
        var rule = plan.Voters;
        problems.Require(rule.MinimumAge is null or (>= 0 and <= 150), "voters.minimumAge", "0 to 150 years, or nothing");
        problems.Require(rule.MaximumAge is null or (>= 0 and <= 150), "voters.maximumAge", "0 to 150 years, or nothing");
        problems.Require(rule.MinimumAge is null || rule.MaximumAge is null || rule.MinimumAge <= rule.MaximumAge, "voters.maximumAge", "at least the minimum");
        problems.Require(rule.AgeAsOf is not null || (rule.MinimumAge is null && rule.MaximumAge is null), "voters.ageAsOf", "the day on which age counts");
        problems.Require(rule.AgeAsOf is not { Year: < 1000 or > 9000 }, "voters.ageAsOf", "a day of the years 1000 to 9000");
        problems.Require(
            rule.ResidenceAsOf is not null || plan.Access is not (AreaAccess.OwnAndWholeCity or AreaAccess.OwnAndOneOther) || plan.Areas.All(area => area.IsWholeCity),
            "voters.residenceAsOf",
            "the day on which residence counts: access goes by the own area");
    }

    private static void Design(PlanProblems problems, string field, BallotDesign? design) => problems.AddRange(field, design?.Problems() ?? []);
}
