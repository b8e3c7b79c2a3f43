// <own-utility>
using System.Text.Json.Nodes;
using CivicTech;
using CivicTech.Ballots;
using CivicTech.Budgeting;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Formats;
using CivicTech.Numerics;
using CivicTech.Receipts;
using Microsoft.Extensions.DependencyInjection;
// </own-utility>
using CivicTech.Testing;

namespace Examples;

public sealed class OwnUtilityExample
{
    [Fact]
    public void OwnRulesPage_CappedCost_IsNamedInTheReceipt()
    {
        File.WriteAllText("own-utility-city.pb", City.File.Replace("budget;100", "budget;126", StringComparison.Ordinal));
        using var Console = new StringWriter { NewLine = "\n" };
        var election = Pabulib.ReadElection("own-utility-city.pb");

        // <own-utility>
        var services = new ServiceCollection();
        services.AddCivicTech().AddBudgeting().AddRule(new RuleDefinition(
            "smallville/capped-cost@1", typeof(IUtility), "The cost of a project, up to a cap.",
            (options, _) => new CappedCost(Rational.Parse(options.GetProperty("cap").GetString()!))));
        using var provider = services.BuildServiceProvider();
        var rules = provider.GetRequiredService<RuleRegistry>();

        var rule = rules.Create<IAllocationRule>("equal-shares@1", """
            { "ownUtility": { "rule": "smallville/capped-cost@1", "options": { "cap": "30" } } }
            """);
        var allocation = rule.Allocate(election);
        Console.WriteLine(string.Join(", ", allocation.Funded.Select(project => project.Id)));
        Console.WriteLine(AllocationReceipt.Verify(allocation.Receipt, election, rules));
        // </own-utility>

        Golden.Verify(Console.ToString());
        Assert.Equal(["park", "mural"], new EqualShares().Allocate(election).Funded.Select(project => project.Id));
    }
}

// <own-utility>
public sealed class CappedCost(Rational cap) : IUtility
{
    public string Id => "smallville/capped-cost@1";

    public JsonObject DescribeOptions() => new() { ["cap"] = cap.ToString() };

    public Rational UtilityOf(Election election, Profile profile, int ballot, int project) =>
        election.Projects[project].Cost < cap ? election.Projects[project].Cost : cap;
}
// </own-utility>
