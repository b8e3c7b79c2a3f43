using System.Text.Json.Nodes;
using CivicTech.Samples;

namespace CouncilElection;

/// <summary>Counts as JSON.</summary>
public static class CouncilJson
{
    public static string Write(string file, IReadOnlyList<RuleCount> counts) => JsonText.Of(
        new()
        {
            ["file"] = file,
            ["counts"] = new JsonArray([.. counts.Select(count => (JsonNode)new JsonObject { ["name"] = count.Name, ["result"] = count.Result.ToJson() })]),
        },
        indented: true);
}
