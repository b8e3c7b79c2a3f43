using System.Text.Json.Nodes;

namespace CivicTech.Testing;

/// <summary>JSON documents that are broken in one place each: what a client may send that is wrong, careless or hostile.</summary>
internal static class BrokenJson
{
    private static readonly string[] Others =
        ["null", "\"\"", "\"x\"", "\"a/b\"", "\"\\u0000\"", "-1", "0", "1", "2147483647", "2147483648", "1.5", "1e99", "true", "[]", "[null]", "[[]]", "{}", "\"9999-12-31T23:59:59\"", "\"1/0\""];

    /// <summary>Each place of a document, with each of a list of other values in it, left out, or there twice; and the place.</summary>
    internal static IEnumerable<(string Place, string Json)> Of(string json)
    {
        foreach (var path in Paths(JsonNode.Parse(json)!, []))
        {
            var place = string.Join('.', path);
            foreach (var other in Others)
            {
                yield return ($"{place} = {other}", With(json, path, (parent, key) => Set(parent, key, JsonNode.Parse(other))));
            }

            yield return ($"{place} left out", With(json, path, Remove));
            yield return ($"{place} and null", With(json, path, (parent, key) => (At(parent, key) as JsonArray)?.Add(null)));
            yield return ($"{place} twice", With(json, path, (parent, key) => (parent as JsonArray)?.Add(At(parent, key)?.DeepClone())));
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode node, object[] here)
    {
        IEnumerable<(object Key, JsonNode? Value)> parts = node switch
        {
            JsonObject members => members.Select(member => ((object)member.Key, member.Value)),
            JsonArray items => items.Select((item, place) => ((object)place, item)),
            _ => [],
        };
        foreach (var (key, value) in parts)
        {
            object[] path = [.. here, key];
            yield return path;
            foreach (var deeper in value is null ? [] : Paths(value, path))
            {
                yield return deeper;
            }
        }
    }

    private static string With(string json, object[] path, Action<JsonNode, object> change)
    {
        var root = JsonNode.Parse(json)!;
        var parent = path[..^1].Aggregate(root, (node, key) => At(node, key)!);
        change(parent, path[^1]);
        return root.ToJsonString();
    }

    private static JsonNode? At(JsonNode parent, object key) => key is int place ? parent[place] : parent[(string)key];

    private static void Set(JsonNode parent, object key, JsonNode? value)
    {
        if (key is int place)
        {
            parent[place] = value;
        }
        else
        {
            parent[(string)key] = value;
        }
    }

    private static void Remove(JsonNode parent, object key)
    {
        if (key is int place)
        {
            parent.AsArray().RemoveAt(place);
        }
        else
        {
            parent.AsObject().Remove((string)key);
        }
    }
}
