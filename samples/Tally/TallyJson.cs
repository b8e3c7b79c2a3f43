using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tally;

/// <summary>Results as JSON objects.</summary>
public static class TallyJson
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true };

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
            ["notes"] = Texts(result.Notes),
        };
        if (result.Official is { } official)
        {
            root["official"] = new JsonObject
            {
                ["agrees"] = official.Agrees,
                ["onlyOfficial"] = Texts(official.OnlyOfficial),
                ["onlyHere"] = Texts(official.OnlyHere),
                ["byOtherMeans"] = Texts(official.ByOtherMeans),
            };
        }

        root["allocation"] = JsonNode.Parse(result.Allocation.ToJson());
        return root.ToJsonString(indented ? Indented : Compact);
    }

    public static string Write(string source, TallyException failure) =>
        new JsonObject { ["file"] = source, ["error"] = failure.Message }.ToJsonString(Compact);

    public static string Write(string source, string receiptDigest, IReadOnlyList<string> differences) => new JsonObject
    {
        ["file"] = source,
        ["receipt"] = receiptDigest,
        ["holds"] = differences.Count == 0,
        ["differences"] = Texts(differences),
    }.ToJsonString(Indented);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
