using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Processes;

namespace CivicTech.Budgeting.Voting;

/// <summary>What makes a plan one that votes can be taken by.</summary>
internal static class VotingPlanCheck
{
    private const int LongestId = 100;

    internal static IReadOnlyList<VotingPlanProblem> Problems(VotingPlan plan)
    {
        var problems = new List<VotingPlanProblem>();
        Areas(problems, plan);
        Design(problems, "design", plan.Design);
        Require(problems, plan.CombinedMaximum is not < 0, "combinedMaximum", "0 or more, where 0 means none, or nothing");
        Defined(problems, "access", plan.Access);
        Defined(problems, "submission", plan.Submission);
        Defined(problems, "precedence", plan.Precedence);
        Voters(problems, plan);
        return problems;
    }

    private static void Areas(List<VotingPlanProblem> problems, VotingPlan plan)
    {
        Require(problems, !plan.Areas.IsEmpty, "areas", "at least one");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var currency = plan.Areas.FirstOrDefault(area => area.Budget is not null)?.Budget?.Currency;
        for (var i = 0; i < plan.Areas.Length; i++)
        {
            var area = plan.Areas[i];
            Require(problems, ProcessName.IsValid(area.Id, LongestId) && !area.Id.Contains('/', StringComparison.Ordinal), $"areas[{i}].id", $"1 to {LongestId} characters, no slash, no control characters and none beyond U+FFFD");
            Require(problems, ids.Add(area.Id), $"areas[{i}].id", "an id that no other area has");
            Require(problems, area.Group is null || ProcessName.IsValid(area.Group, LongestId), $"areas[{i}].group", $"1 to {LongestId} characters, no control characters and none beyond U+FFFD");
            Require(problems, area.Group is null || !area.IsWholeCity, $"areas[{i}].group", "no group: the area of everybody stands alone");
            Require(problems, area.Budget is not { IsNegative: true }, $"areas[{i}].budget", "zero or more");
            Require(problems, area.Budget is not { } budget || budget.Currency == currency, $"areas[{i}].budget", $"an amount in {currency}, as the other areas have");
            Require(problems, area.EarlierBudgets.IsEmpty, $"areas[{i}].earlierBudgets", "nothing: a plan has no earlier editions");
            Require(problems, plan.DesignOf(area) is not null, $"areas[{i}].design", "a design, here or for all areas");
            Require(problems, plan.DesignOf(area) is not { UsesCosts: true } || area.Budget is not null, $"areas[{i}].budget", "an amount: the ballots of this area go by prices");
            Design(problems, $"areas[{i}].design", area.Design);
        }
    }

    private static void Voters(List<VotingPlanProblem> problems, VotingPlan plan)
    {
        var rule = plan.Voters;
        Require(problems, rule.MinimumAge is null or (>= 0 and <= 150), "voters.minimumAge", "0 to 150 years, or nothing");
        Require(problems, rule.MaximumAge is null or (>= 0 and <= 150), "voters.maximumAge", "0 to 150 years, or nothing");
        Require(problems, rule.MinimumAge is null || rule.MaximumAge is null || rule.MinimumAge <= rule.MaximumAge, "voters.maximumAge", "at least the minimum");
        Require(problems, rule.AgeAsOf is not null || (rule.MinimumAge is null && rule.MaximumAge is null), "voters.ageAsOf", "the day on which age counts");
        Require(problems, rule.AgeAsOf is not { Year: < 1000 or > 9000 }, "voters.ageAsOf", "a day of the years 1000 to 9000");
        Require(
            problems,
            rule.ResidenceAsOf is not null || plan.Access is not (AreaAccess.OwnAndWholeCity or AreaAccess.OwnAndOneOther) || plan.Areas.All(area => area.IsWholeCity),
            "voters.residenceAsOf",
            "the day on which residence counts: access goes by the own area");
    }

    private static void Design(List<VotingPlanProblem> problems, string field, BallotDesign? design)
    {
        foreach (var (member, expected) in design?.Problems() ?? [])
        {
            problems.Add(new($"{field}.{member}", expected));
        }
    }

    private static void Defined<T>(List<VotingPlanProblem> problems, string field, T value)
        where T : struct, Enum => Require(problems, Enum.IsDefined(value), field, $"one of {string.Join(", ", Enum.GetValues<T>().Select(EnumNames.Of))}");

    private static void Require(List<VotingPlanProblem> problems, bool holds, string field, string expected)
    {
        if (!holds)
        {
            problems.Add(new(field, expected));
        }
    }
}
