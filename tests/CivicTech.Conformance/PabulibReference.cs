using System.Text.Json.Nodes;
using CivicTech.Budgeting.Allocation;
using CivicTech.Ties;

namespace CivicTech.Conformance;

/// <summary>Outcomes in exact arithmetic by other programs: one JSON object a line.</summary>
internal sealed class PabulibReference(string name) : IConformanceSet
{
    public IEnumerable<ConformanceResult> Run(string folder)
    {
        var data = new PabulibFolder(folder);
        if (data.Lines(name + ".jsonl") is not { } lines)
        {
            yield break;
        }

        var result = new ConformanceResult("pabulib " + name);
        foreach (var line in lines)
        {
            if (RuleOf(line) is { } rule && line.ContainsKey("winners"))
            {
                result.Add($"{line["file"]} {line["rule"]} {line["sat"]} {line["completion"]}", () =>
                {
                    var funded = rule.Allocate(data.Read(line["file"]!.GetValue<string>())).Funded.Select(project => project.Id).ToList();
                    return line["order"] is { } order
                        ? PabulibFolder.Difference(PabulibFolder.Texts(order), funded, inOrder: true)
                        : PabulibFolder.Difference(PabulibFolder.Texts(line["winners"]), funded, inOrder: false);
                });
            }
        }

        yield return result;
    }

    // Rules that are not there yet are not cases yet.
    private static Greedy? RuleOf(JsonObject line) => line["rule"]!.GetValue<string>() != "greedy"
        ? null
        : new Greedy
        {
            Order = GreedyOrder.UtilityPerCost,
            Utility = line["sat"]!.GetValue<string>() switch
            {
                "cost" => Utility.Cost,
                "card" => Utility.Cardinality,
                "borda" => Utility.Borda,
                _ => Utility.Points,
            },
            Ties = TieChain.Identifier,
        };
}
