using System.Text.Json.Nodes;
using CivicTech.Samples;

namespace Tally;

/// <summary>Results as JSON objects.</summary>
public static class TallyJson
{
    public static string Write(TallyResult result, bool indented)
    {
        var root = new JsonObject
        {
            ["file"] = result.Source,
            ["meta"] = new JsonObject(result.Allocation.Election.Meta
                .OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value))),
            ["repairs"] = new JsonObject
            {
                ["count"] = result.Reading.RepairCount,
                ["listed"] = new JsonArray([.. result.Reading.Repairs.Select(repair => new JsonObject
                {
                    ["code"] = repair.Code,
                    ["line"] = repair.Line,
                    ["column"] = repair.Column,
                    ["message"] = repair.Message,
                })]),
            },
            ["notes"] = JsonText.Texts(result.Notes),
        };
        if (result.Official is { } official)
        {
            root["official"] = new JsonObject
            {
                ["agrees"] = official.Agrees,
                ["onlyOfficial"] = JsonText.Texts(official.OnlyOfficial),
                ["onlyHere"] = JsonText.Texts(official.OnlyHere),
                ["byOtherMeans"] = JsonText.Texts(official.ByOtherMeans),
            };
        }

        root["allocation"] = JsonNode.Parse(result.Allocation.ToJson());
        return JsonText.Of(root, indented);
    }

    public static string Write(string source, InputException failure) =>
        JsonText.Of(new() { ["file"] = source, ["error"] = failure.Message }, indented: false);
}
