using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Voting;
using CivicTech.Receipts;

namespace CivicTech.Budgeting.Results;

/// <summary>What keeps a section from being one that can be counted by: where, and what was expected.</summary>
internal static class CountPlanCheck
{
    /// <summary>What can be seen without knowing any rule.</summary>
    internal static IEnumerable<(string Field, string Expected)> Problems(CountPlan plan, ImmutableArray<VotingArea> voting)
    {
        var areas = voting.Select(area => area.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (field, number) in Numbers(plan))
        {
            if (number < 0)
            {
                yield return (field, "zero or more");
            }
        }

        if (plan.Leftover == LeftoverUse.ToArea != plan.LeftoverArea is not null)
        {
            yield return ("count.leftoverArea", "an area when 'leftover' is 'to-area', nothing otherwise");
        }
        else if (plan.LeftoverArea is { } target && !voting.Any(area => area.Id == target && area.Budget is not null))
        {
            yield return ("count.leftoverArea", "an area of this plan that has a budget");
        }

        for (var i = 0; i < plan.Areas.Length; i++)
        {
            if (!areas.Contains(plan.Areas[i].Area))
            {
                yield return (Field(i, "area"), "an area of this plan");
            }
            else if (plan.Areas.Take(i).Any(earlier => earlier.Area == plan.Areas[i].Area))
            {
                yield return (Field(i, "area"), "an area that does not stand here before");
            }
        }

        foreach (var (field, choice) in Choices(plan))
        {
            // Fractions in JSON numbers are read differently by different readers: in options they stand as texts.
            if (choice.Options is { } options && Uncanonical(options.GetRawText()) is { } problem)
            {
                yield return ($"{field}.options", $"options that have one canonical form: {problem}");
            }
        }
    }

    /// <summary>Tries to make every rule.</summary>
    internal static IEnumerable<(string Field, string Expected)> RuleProblems(CountPlan plan, ImmutableArray<VotingArea> voting, RuleRegistry rules)
    {
        if (Problem(plan.Rule, plan.Ties) is { } problem)
        {
            yield return ("count.rule", problem);
        }

        for (var i = 0; i < plan.Areas.Length; i++)
        {
            var (rule, ties, _, _) = plan.Of(plan.Areas[i].Area);
            if ((rule != plan.Rule || !ties.AsSpan().SequenceEqual(plan.Ties.AsSpan())) && Problem(rule, ties) is { } own)
            {
                yield return (Field(i, "rule"), own);
            }
        }

        if (plan.Comparison is { } comparison && Problem(comparison, plan.Ties) is { } second)
        {
            yield return ("count.comparison", second);
        }

        foreach (var area in voting.Where(area => area.Budget is null))
        {
            var own = plan.Areas.FirstOrDefault(rules => rules.Area == area.Id)?.Rule;
            if (Unbounded(own ?? plan.Rule))
            {
                yield return (own is null ? "count.rule" : "count.areas", $"a rule with 'limits.maxWinners': area '{area.Id}' has no budget, so the number of winners is fixed");
            }
        }

        // What does not bound the number of winners would fund everything. What a host's own rule does, the host knows.
        bool Unbounded(RuleChoice choice) => rules.All.FirstOrDefault(rule => rule.Id == choice.Rule) is { IsBuiltIn: true }
            && Made(choice) is { } rule && rule.DescribeOptions()["limits"]?["maxWinners"] is null;

        IAllocationRule? Made(RuleChoice choice)
        {
            try
            {
                return choice.Make(rules, [], null);
            }
            catch (ArgumentException)
            {
                // Said already.
                return null;
            }
        }

        string? Problem(RuleChoice choice, ImmutableArray<string> ties)
        {
            try
            {
                return RuleChoice.TiesOf(choice.Make(rules, ties, "any")) is { IsTotal: false } chain
                    ? $"tie keys that leave no tie, such as a lot or the listed order at the end; found: {chain}"
                    : null;
            }
            catch (ArgumentException exception)
            {
                return $"a rule that can be made: {exception.Message}";
            }
        }
    }

    private static IEnumerable<(string Field, long Number)> Numbers(CountPlan plan)
    {
        yield return ("count.minimumVotes", plan.MinimumVotes);
        yield return ("count.quorum", plan.Quorum);
        yield return ("count.smallestGroup", plan.SmallestGroup ?? 0);
        for (var i = 0; i < plan.Areas.Length; i++)
        {
            yield return (Field(i, "minimumVotes"), plan.Areas[i].MinimumVotes ?? 0);
            yield return (Field(i, "quorum"), plan.Areas[i].Quorum ?? 0);
        }
    }

    private static IEnumerable<(string Field, RuleChoice Choice)> Choices(CountPlan plan)
    {
        yield return ("count.rule", plan.Rule);
        for (var i = 0; i < plan.Areas.Length; i++)
        {
            if (plan.Areas[i].Rule is { } rule)
            {
                yield return (Field(i, "rule"), rule);
            }
        }

        if (plan.Comparison is { } comparison)
        {
            yield return ("count.comparison", comparison);
        }
    }

    private static string? Uncanonical(string json)
    {
        try
        {
            _ = CanonicalJson.ToBytes(JsonNode.Parse(json));
            return null;
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }
    }

    private static string Field(int area, string member) => string.Create(CultureInfo.InvariantCulture, $"count.areas[{area}].{member}");
}
