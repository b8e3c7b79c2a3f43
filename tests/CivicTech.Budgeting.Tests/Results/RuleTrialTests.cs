using System.Collections.Immutable;
using System.Text.Json;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Processes.Checks;
using static CivicTech.Tests.Budgeting.Results.Town;

namespace CivicTech.Tests.Budgeting.Results;

// A rule that cannot work on the ballots of the plan would show so only after the vote, when nothing can be done any more.
public sealed class RuleTrialTests
{
    private static readonly ImmutableArray<string> Themes = ["nature", "sport"];

    private static readonly Dictionary<string, BallotDesign> Designs = new(StringComparer.Ordinal)
    {
        ["approval"] = new ApprovalDesign { Minimum = 1, Maximum = 2 },
        ["points"] = new PointsDesign { Points = 10 },
        ["ranking"] = new RankingDesign { Maximum = 3 },
        ["grades"] = new GradesDesign { Scale = ["yes", "no"] },
        ["for-against"] = new ForAgainstDesign { MaximumFor = 1, MaximumAgainst = 1 },
    };

    [Theory]
    [InlineData("greedy@1", "{}", "approval")]
    [InlineData("greedy@1", "{}", "points")]
    [InlineData("greedy@1", "{}", "ranking")]
    [InlineData("phragmen@1", "{}", "approval")]
    [InlineData("maximin-support@1", "{}", "approval")]
    [InlineData("equal-shares@1", "{}", "approval")]
    [InlineData("equal-shares@1", """{"utility":"points"}""", "points")]
    [InlineData("greedy@1", "{}", "for-against")]
    [InlineData("greedy@1", """{"order":"points"}""", "for-against")]
    public void Problems_RuleThatWorksOnTheBallots_AreNone(string rule, string options, string design) => Assert.Empty(Problems(rule, options, design));

    [Theory]
    [InlineData("phragmen@1", "{}", "points")]
    [InlineData("phragmen@1", "{}", "ranking")]
    [InlineData("greedy@1", "{}", "grades")]
    [InlineData("fund-in-order@1", """{"ranking":{"rule":"ranking-by-votes@1"}}""", "grades")]
    [InlineData("maximin-support@1", "{}", "points")]
    [InlineData("greedy@1", """{"order":"points"}""", "approval")]
    [InlineData("greedy@1", """{"limits":{"withdrawn":["A"]}}""", "approval")]
    public void Problems_RuleThatCannotWorkOnTheBallots_NameRuleAndArea(string rule, string options, string design)
    {
        var (field, expected) = Assert.Single(Problems(rule, options, design));

        Assert.Equal("count.rule", field);
        Assert.StartsWith("a rule that works on the ballots of area 'north': ", expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_ComparisonThatCannotWorkOnTheBallots_NameIt()
    {
        var plan = new CountPlan { Comparison = new RuleChoice { Rule = "phragmen@1" } };

        Assert.Equal("count.comparison", Assert.Single(CountPlanCheck.RuleProblems(plan, Voting("points"), Themes, Rules)).Field);
    }

    [Theory]
    [InlineData("""{"limits":{"groupBudgets":[{"by":"category","limits":{"nature":"10"}}]}}""", null)]
    [InlineData("""{"limits":{"groupBudgets":[{"by":"category","limits":{"culture":"10"}}]}}""", "a category that is a theme of the plan, not 'culture'")]
    [InlineData("""{"limits":{"groupBudgets":[{"by":"district","limits":{"north":"10"}}]}}""", "budgets of categories, not by 'district': make areas of the plan of such groups")]
    public void Problems_BudgetsOfGroups_MustBeOfThemes(string options, string? expected) =>
        Assert.Equal(expected, Problems("greedy@1", options, "approval").SingleOrDefault().Expected);

    private static List<PlanProblem> Problems(string rule, string options, string design)
    {
        using var document = JsonDocument.Parse(options);
        return [.. CountPlanCheck.RuleProblems(new CountPlan { Rule = new RuleChoice { Rule = rule, Options = document.RootElement } }, Voting(design), Themes, Rules)];
    }

    private static VotingPlan Voting(string design) => new() { Areas = Of("north:10", "A/north:1").Ballot.Areas, Design = Designs[design] };
}
