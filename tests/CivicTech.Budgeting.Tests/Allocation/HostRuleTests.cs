using System.Text.Json.Nodes;
using CivicTech.Budgeting;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Receipts;
using Examples;
using Microsoft.Extensions.DependencyInjection;
using Decision = CivicTech.Budgeting.Allocation.Allocation;

namespace CivicTech.Tests.Budgeting;

/// <summary>A city that writes a rule of its own gets the same reports and receipts.</summary>
public sealed class HostRuleTests
{
    private static readonly Election Election = Made.Approval(10, "dear:9 cheap:2 middle:5", "dear", "dear,cheap", "middle");

    [Fact]
    public void Decided_HostsRule_IsReportedAndVerified()
    {
        var services = new ServiceCollection();
        services.AddCivicTech().AddBudgeting().AddRule(new RuleDefinition(
            "smallville/cheapest-first@1", typeof(IAllocationRule), "Funds the cheapest first.", (_, _) => new CheapestFirst()));
        using var provider = services.BuildServiceProvider();
        var rules = provider.GetRequiredService<RuleRegistry>();

        var allocation = rules.Create<IAllocationRule>("smallville/cheapest-first@1").Allocate(Election);

        Assert.Equal(["cheap", "middle"], allocation.Funded.Select(project => project.Id));
        Assert.Equal((7, 3), (allocation.Cost, allocation.Unspent));
        Assert.Equal("dear: too dear: 3 was left.", allocation["dear"].ToString());
        Assert.Equal((2, 1), (allocation["dear"].Votes, allocation["cheap"].Votes));
        Assert.Contains("too dear: 3 was left", allocation.ToText(), StringComparison.Ordinal);
        Assert.Equal("not-funded", JsonNode.Parse(allocation.ToJson())!["projects"]![0]!["fate"]!["code"]!.GetValue<string>());
        Assert.True(AllocationReceipt.Verify(Receipt.Parse(allocation.Receipt.ToJson()), Election, rules).Holds);
    }

    [Fact]
    public void Decided_FatesThatDecideNothing_AreRefused()
    {
        var rule = new CheapestFirst();
        Fate no = new Fate.NotFunded("no");

        Assert.Throws<ArgumentException>(() => Decision.Decided(rule, Election, [no, no]));
        Assert.Throws<ArgumentException>(() => Decision.Decided(rule, Election, [no, no, new Fate.Open(0, 0)]));
        Assert.Throws<ArgumentException>(() => Decision.Decided(rule, Election, [no, new Fate.Funded(1), new Fate.Funded(1)]));
    }
}
