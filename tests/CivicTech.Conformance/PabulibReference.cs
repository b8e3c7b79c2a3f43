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
            // A program that ran out of time has no winners.
            if (line.ContainsKey("winners"))
            {
                var rule = RuleOf(line);
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

    private static IAllocationRule RuleOf(JsonObject line) => line["rule"]!.GetValue<string>() switch
    {
        "greedy" => new Greedy { Order = GreedyOrder.UtilityPerCost, Utility = UtilityOf(line), Ties = TieChain.Identifier },
        "phragmen" => new Phragmen { Ties = TieChain.Identifier },
        _ => new EqualShares
        {
            Utility = UtilityOf(line),
            AddOne = line["completion"]!.GetValue<string>() == "none" ? null : EqualShares.Pabutools.AddOne,
            Ties = TieChain.Identifier,
        },
    };

    private static Utility UtilityOf(JsonObject line) => line["sat"]!.GetValue<string>() switch
    {
        "cost" => Utility.Cost,
        "card" => Utility.Cardinality,
        "borda" => Utility.Borda,
        _ => Utility.Points,
    };
}
