using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Voting;
using CivicTech.Processes.Checks;
using CivicTech.Receipts;

namespace CivicTech.Budgeting.Results;

/// <summary>What keeps a section from being one that can be counted by: where, and what was expected.</summary>
internal static class CountPlanCheck
{
    /// <summary>What can be seen without knowing any rule.</summary>
    internal static IEnumerable<PlanProblem> Problems(CountPlan plan, ImmutableArray<VotingArea> voting)
    {
        var areas = voting.Select(area => area.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (field, number) in Numbers(plan))
        {
            if (number < 0)
            {
                yield return new(field, "zero or more");
            }
        }

        if (plan.Leftover == LeftoverUse.ToArea != plan.LeftoverArea is not null)
        {
            yield return new("count.leftoverArea", "an area when 'leftover' is 'to-area', nothing otherwise");
        }
        else if (plan.LeftoverArea is { } target && !voting.Any(area => area.Id == target && area.Budget is not null))
        {
            yield return new("count.leftoverArea", "an area of this plan that has a budget");
        }

        for (var i = 0; i < plan.Areas.Length; i++)
        {
            if (!areas.Contains(plan.Areas[i].Area))
            {
                yield return new(Field(i, "area"), "an area of this plan");
            }
            else if (plan.Areas.Take(i).Any(earlier => earlier.Area == plan.Areas[i].Area))
            {
                yield return new(Field(i, "area"), "an area that does not stand here before");
            }
        }

        foreach (var (field, choice) in Choices(plan))
        {
            // Fractions in JSON numbers are read differently by different readers: in options they stand as texts.
            if (choice.Options is { } options && Uncanonical(options.GetRawText()) is { } problem)
            {
                yield return new($"{field}.options", $"options that have one canonical form: {problem}");
            }
        }
    }

    /// <summary>Tries to make every rule, and tries each on ballots such as its areas will have.</summary>
    internal static IEnumerable<PlanProblem> RuleProblems(CountPlan plan, VotingPlan voting, ImmutableArray<string> themes, RuleRegistry rules)
    {
        if (Problem(plan.Rule, plan.Ties) is { } problem)
        {
            yield return new("count.rule", problem);
        }

        for (var i = 0; i < plan.Areas.Length; i++)
        {
            var (rule, ties, _, _) = plan.Of(plan.Areas[i].Area);
            if ((rule != plan.Rule || !ties.AsSpan().SequenceEqual(plan.Ties.AsSpan())) && Problem(rule, ties) is { } own)
            {
                yield return new(Field(i, "rule"), own);
            }
        }

        if (plan.Comparison is { } comparison && Problem(comparison, plan.Ties) is { } second)
        {
            yield return new("count.comparison", second);
        }

        foreach (var area in voting.Areas)
        {
            var own = plan.Areas.FirstOrDefault(rules => rules.Area == area.Id)?.Rule;
            if (RuleTrial.Problem(own ?? plan.Rule, area, voting, themes, rules) is { } misfit)
            {
                yield return new(own is null ? "count.rule" : "count.areas", misfit);
            }

            if (plan.Comparison is { } other && RuleTrial.Problem(other, area, voting, themes, rules) is { } mismatch)
            {
                yield return new("count.comparison", mismatch);
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
