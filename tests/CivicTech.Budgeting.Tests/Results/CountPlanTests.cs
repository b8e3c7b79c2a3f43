using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Voting;
using CivicTech.Ties;
using static CivicTech.Tests.Budgeting.Results.Town;

namespace CivicTech.Tests.Budgeting.Results;

public sealed class CountPlanTests
{
    private static readonly ImmutableArray<VotingArea> Areas = Of("north:10 city:-", "A/north:1").Ballot.Areas;

    private static readonly CountPlan Whole = new()
    {
        Rule = RuleChoice.Of(EqualShares.Wieliczka2023),
        Ties = ["lowest-cost", "lot"],
        MinimumVotes = 5,
        Quorum = 100,
        Order = CountOrder.LargestBudgetFirst,
        Leftover = LeftoverUse.ToArea,
        LeftoverArea = "north",
        Areas = [new AreaRules { Area = "city", Rule = RuleChoice.FixedWinners("ranking-by-votes@1", 2), Ties = ["identifier"], MinimumVotes = 1, Quorum = 2 }],
        Comparison = RuleChoice.FixedWinners("ranking-by-votes@1", 3),
        SmallestGroup = 3,
    };

    [Fact]
    public void Problems_PlansThatCanBeRun_AreNone()
    {
        Assert.Empty(Problems(Whole));
        Assert.Empty(Problems(new CountPlan { Rule = RuleChoice.FixedWinners("ranking-by-votes@1", 2) }));
    }

    [Fact]
    public void Problems_OfEachKind_NameTheField()
    {
        Assert.Equal(["count.minimumVotes"], Problems(Whole with { MinimumVotes = -1 }));
        Assert.Equal(["count.quorum"], Problems(Whole with { Quorum = -1 }));
        Assert.Equal(["count.smallestGroup"], Problems(Whole with { SmallestGroup = -1 }));
        Assert.Equal(["count.leftoverArea"], Problems(Whole with { LeftoverArea = null }));
        Assert.Equal(["count.leftoverArea"], Problems(Whole with { Leftover = LeftoverUse.Carried }));
        Assert.Equal(["count.leftoverArea"], Problems(Whole with { LeftoverArea = "city" }));
        Assert.Equal(["count.areas[1].area"], Problems(Whole with { Areas = [.. Whole.Areas, new AreaRules { Area = "west" }] }));
        Assert.Equal(["count.areas[1].area"], Problems(Whole with { Areas = [.. Whole.Areas, new AreaRules { Area = "city" }] }));
        Assert.Equal(["count.areas[0].minimumVotes", "count.areas[0].quorum"], Problems(Whole with { Areas = [Whole.Areas[0] with { MinimumVotes = -1, Quorum = -2 }] }));
        Assert.Equal(["count.rule"], Problems(Whole with { Rule = new RuleChoice { Rule = "borda@1" } }));
        Assert.Equal(["count.rule"], Problems(Whole with { Rule = new RuleChoice { Rule = "ranking-by-votes@1" } }));
        Assert.Equal(["count.rule"], Problems(Whole with { Rule = With("greedy@1", """{"oder":"votes"}""") }));
        Assert.Equal(["count.rule.options", "count.rule"], Problems(Whole with { Rule = With("greedy@1", """{"order":"votes","order":"points"}""") }));
        Assert.Equal(["count.rule.options"], Problems(Whole with { Rule = With("greedy@1", """{"minimumScore":0.5}""") }));
        Assert.Equal(["count.rule", "count.comparison"], Problems(Whole with { Ties = ["highest-votes"] }));
        Assert.Equal(["count.rule", "count.comparison"], Problems(Whole with { Ties = ["lots"] }));
        Assert.Equal(["count.rule"], Problems(Whole with { Ties = [], Rule = RuleChoice.Of(new Greedy { Ties = TieChain.Refuse }) }));
        Assert.Equal(["count.areas[0].rule"], Problems(Whole with { Areas = [Whole.Areas[0] with { Ties = ["highest-fame"], Rule = Whole.Areas[0].Rule }] }));
        Assert.Equal(["count.comparison"], Problems(Whole with { Comparison = new RuleChoice { Rule = "borda@1" } }));
        Assert.Equal(["count.areas"], Problems(Whole with { Areas = [Whole.Areas[0] with { Rule = RuleChoice.ByVotes }] }));
        Assert.Equal(["count.comparison"], Problems(Whole with { Comparison = RuleChoice.ByVotes }));
        Assert.Equal(["count.rule"], Problems(Whole with { Areas = [] }));
    }

    [Fact]
    public void NeedsLot_BareWordAnywhere_IsSeen()
    {
        Assert.True(Whole.NeedsLot);
        Assert.False((Whole with { Ties = ["listed-order"] }).NeedsLot);
        Assert.True((Whole with { Ties = [], Areas = [new AreaRules { Area = "city", Ties = ["lot"] }] }).NeedsLot);
        Assert.False(new CountPlan().NeedsLot);
    }

    [Fact]
    public void Json_WrittenAndRead_IsEqual()
    {
        var json = JsonSerializer.Serialize(Whole, CycleJson.Default.CountPlan);

        Assert.Equal(Whole, JsonSerializer.Deserialize(json, CycleJson.Default.CountPlan));
        var reversed = Reversed(JsonNode.Parse(json))!;
        Assert.Equal(Whole, JsonSerializer.Deserialize(reversed.ToJsonString(), CycleJson.Default.CountPlan));
    }

    [Fact]
    public void Json_WithoutAnyOneMember_HasItsDefault()
    {
        var json = JsonNode.Parse(JsonSerializer.Serialize(Whole, CycleJson.Default.CountPlan))!.AsObject();
        var plain = new CountPlan();
        foreach (var (member, expected) in new Dictionary<string, CountPlan>
        {
            ["rule"] = Whole with { Rule = plain.Rule },
            ["ties"] = Whole with { Ties = [] },
            ["minimumVotes"] = Whole with { MinimumVotes = 0 },
            ["quorum"] = Whole with { Quorum = 0 },
            ["order"] = Whole with { Order = CountOrder.Listed },
            ["leftover"] = Whole with { Leftover = LeftoverUse.Returned },
            ["leftoverArea"] = Whole with { LeftoverArea = null },
            ["areas"] = Whole with { Areas = [] },
            ["comparison"] = Whole with { Comparison = null },
            ["smallestGroup"] = Whole with { SmallestGroup = null },
        })
        {
            var without = (JsonObject)json.DeepClone();
            Assert.True(without.Remove(member), member);
            Assert.Equal(expected, JsonSerializer.Deserialize(without.ToJsonString(), CycleJson.Default.CountPlan));
        }

        Assert.Equal(10, json.Count);
        Assert.Equal(plain, JsonSerializer.Deserialize("{}", CycleJson.Default.CountPlan));
    }

    [Fact]
    public void RuleChoice_SameOptionsInAnotherOrder_AreEqual()
    {
        Assert.Equal(With("greedy@1", """{"order":"votes","ties":["identifier"]}"""), With("greedy@1", """{"ties": ["identifier"], "order": "votes"}"""));
        Assert.NotEqual(With("greedy@1", """{"ties":["identifier"]}"""), With("greedy@1", """{"ties":["listed-order"]}"""));
        Assert.NotEqual(With("greedy@1", "{}"), RuleChoice.ByVotes);
        Assert.Equal(RuleChoice.ByVotes, new RuleChoice { Rule = "greedy@1", Options = default(JsonElement) });
    }

    private static RuleChoice With(string rule, string options)
    {
        using var document = JsonDocument.Parse(options);
        return new RuleChoice { Rule = rule, Options = document.RootElement };
    }

    private static string[] Problems(CountPlan plan) =>
        [.. CountPlanCheck.Problems(plan, Areas).Concat(CountPlanCheck.RuleProblems(plan, new VotingPlan { Areas = Areas }, [], Rules)).Select(problem => problem.Field)];

    private static JsonNode? Reversed(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Reverse().Select(member => KeyValuePair.Create(member.Key, Reversed(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Reversed)]),
        _ => node?.DeepClone(),
    };
}
