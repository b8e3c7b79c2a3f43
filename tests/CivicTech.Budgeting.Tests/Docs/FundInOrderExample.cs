// <fund-in-order>
using System.Text.Json.Nodes;
using CivicTech;
using CivicTech.Ballots;
using CivicTech.Budgeting;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Formats;
using Microsoft.Extensions.DependencyInjection;
// </fund-in-order>
using CivicTech.Testing;

namespace Examples;

public sealed class FundInOrderExample
{
    [Fact]
    public void FundInOrderPage_JuryList_IsFundedInItsOrder()
    {
        File.WriteAllText("jury-city.pb", City.File);
        using var Console = new StringWriter { NewLine = "\n" };
        var election = Pabulib.ReadElection("jury-city.pb");

        // <fund-in-order>
        var services = new ServiceCollection();
        services.AddCivicTech().AddBudgeting().AddRule(new RuleDefinition(
            "smallville/jury@1", typeof(IRankingRule), "Orders projects as the jury did.", (options, _) => new JuryList(options.GetProperty("order"))));
        using var provider = services.BuildServiceProvider();
        var rules = provider.GetRequiredService<RuleRegistry>();

        var rule = rules.Create<IAllocationRule>("fund-in-order@1", """
            {
              "ranking": { "rule": "smallville/jury@1", "options": { "order": ["well", "mural", "park", "library"] } },
              "limits": { "maxWinners": 2 }
            }
            """);
        Console.Write(rule.Allocate(election).ToText());
        // </fund-in-order>

        Golden.Verify(Console.ToString());
    }
}

// <fund-in-order>
public sealed class JuryList(System.Text.Json.JsonElement order) : IRankingRule
{
    private readonly string[] _order = [.. order.EnumerateArray().Select(id => id.GetString()!)];

    public string Id => "smallville/jury@1";

    public JsonObject DescribeOptions() => new() { ["order"] = new JsonArray([.. _order.Select(id => JsonValue.Create(id))]) };

    public Ranking Rank(Profile profile) => new(profile.Candidates.IndexesOf(_order).Select(candidate => new[] { candidate }));
}
// </fund-in-order>
