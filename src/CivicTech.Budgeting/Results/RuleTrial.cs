using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Results;

/// <summary>Tries a rule before anybody votes: what it cannot work on would show at the count, when nothing can be changed any more.</summary>
internal static class RuleTrial
{
    /// <summary>What was expected of the rule of an area; null when it will do, and when it cannot be made, which is said elsewhere.</summary>
    internal static string? Problem(RuleChoice choice, VotingArea area, VotingPlan voting, ImmutableArray<string> themes, RuleRegistry rules)
    {
        IAllocationRule rule;
        try
        {
            rule = choice.Make(rules, [], null);
        }
        catch (ArgumentException)
        {
            return null;
        }

        // What a host's own rule does, the host knows.
        var isBuiltIn = rules.All.Any(known => known.Id == choice.Rule && known.IsBuiltIn);
        return (isBuiltIn ? Bounds(rule.DescribeOptions()["limits"], area, themes) : null) ?? OnBallots(rule, area, voting.DesignOf(area));
    }

    private static string? Bounds(JsonNode? limits, VotingArea area, ImmutableArray<string> themes)
    {
        // What does not bound the number of winners would fund everything.
        if (area.Budget is null && limits?["maxWinners"] is null)
        {
            return $"a rule with 'limits.maxWinners': area '{area.Id}' has no budget, so the number of winners is fixed";
        }

        foreach (var budget in limits?["groupBudgets"]?.AsArray() ?? [])
        {
            if (budget!["by"]!.GetValue<string>() is var by && by != GroupBudget.Category)
            {
                return $"budgets of categories, not by '{by}': make areas of the plan of such groups";
            }

            if (budget["limits"]!.AsObject().Select(limit => limit.Key).FirstOrDefault(category => !themes.Contains(category)) is { } unknown)
            {
                return $"a category that is a theme of the plan, not '{unknown}'";
            }
        }

        return null;
    }

    private static string? OnBallots(IAllocationRule rule, VotingArea area, BallotDesign? design)
    {
        if (design is null)
        {
            return null;
        }

        if (design.Kind == ProfileKind.Graded && rule is Greedy or FundInOrder { RankingRule: RankingByVotes })
        {
            return $"a rule that works on the ballots of area '{area.Id}': how many voters graded a project does not say how many want it";
        }

        var candidates = new CandidateList(["a", "b"]);
        var ballots = design.NewCounter(candidates);
        ballots.Add([0], design.HasValues ? [design.Values.Least] : [], 1);
        var projects = candidates.Select(id => new Project(id, 1));
        try
        {
            rule.Allocate(new Election(2, projects, ballots.Build()) { MaxBallotLength = (design as RankingDesign)?.Maximum }, new AllocationRequest());
            return null;
        }
        catch (ArgumentException exception)
        {
            return $"a rule that works on the ballots of area '{area.Id}': {exception.Message}";
        }
    }
}
