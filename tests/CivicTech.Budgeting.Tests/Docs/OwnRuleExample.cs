// <own-rules>
using System.Text.Json.Nodes;
using CivicTech;
using CivicTech.Budgeting;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Formats;
using CivicTech.Receipts;
using Microsoft.Extensions.DependencyInjection;
// </own-rules>
using CivicTech.Testing;

namespace Examples;

public sealed class OwnRuleExample
{
    [Fact]
    public void OwnRulesPage_CheapestFirst_IsExplainedAndVerified()
    {
        File.WriteAllText("own-rule-city.pb", City.File);
        using var Console = new StringWriter { NewLine = "\n" };
        var election = Pabulib.ReadElection("own-rule-city.pb");

        // <own-rules>
        var services = new ServiceCollection();
        services.AddCivicTech().AddBudgeting().AddRule(new RuleDefinition(
            "smallville/cheapest-first@1", typeof(IAllocationRule), "Funds the cheapest projects first.", (_, _) => new CheapestFirst()));
        using var provider = services.BuildServiceProvider();
        var rules = provider.GetRequiredService<RuleRegistry>();

        var allocation = rules.Create<IAllocationRule>("smallville/cheapest-first@1").Allocate(election);
        foreach (var result in allocation.Projects)
            Console.WriteLine(result);
        Console.WriteLine(AllocationReceipt.Verify(allocation.Receipt, election, rules));
        // </own-rules>

        Golden.Verify(Console.ToString());
    }
}

// <own-rules>
public sealed class CheapestFirst : IAllocationRule
{
    public string Id => "smallville/cheapest-first@1";

    public JsonObject DescribeOptions() => [];

    public Allocation Allocate(Election election, AllocationRequest request)
    {
        var fates = new Fate[election.Projects.Length];
        var left = election.BudgetLimit;
        var round = 0;
        foreach (var i in Enumerable.Range(0, fates.Length).OrderBy(i => election.Projects[i].Cost))
        {
            round++;
            var cost = election.Projects[i].Cost;
            fates[i] = cost <= left ? new Fate.Funded(round) : new Fate.NotFunded($"too dear: {left} was left");
            left -= fates[i].IsFunded ? cost : 0;
        }

        return Allocation.Decided(this, election, fates);
    }
}
// </own-rules>
