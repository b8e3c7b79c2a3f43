using System.Text.Json;
using System.Text.Json.Nodes;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Formats;

namespace CivicTech.Conformance;

/// <summary>The folder <c>pabulib</c>: real elections and what is known of their outcomes.</summary>
internal sealed class PabulibFolder(string folder)
{
    private readonly string _root = Path.Combine(folder, "pabulib");

    internal IEnumerable<string> Instances => Directory.Exists(Path.Combine(_root, "instances"))
        ? Directory.EnumerateFiles(Path.Combine(_root, "instances"), "*.pb").Order(StringComparer.Ordinal)
        : [];

    internal Election Read(string name) => Pabulib.Read(Path.Combine(_root, "instances", name), PabulibReadOptions.Lenient).Election;

    internal JsonObject? Object(string name) => Path.Combine(_root, name) is var path && File.Exists(path)
        ? JsonNode.Parse(File.ReadAllBytes(path))!.AsObject()
        : null;

    internal List<JsonObject>? Lines(string name) => Path.Combine(_root, name) is var path && File.Exists(path)
        ? [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!.AsObject())]
        : null;

    /// <summary>What one list has and the other lacks, in words; null when they hold the same.</summary>
    internal static string? Difference(IReadOnlyList<string> expected, IReadOnlyList<string> actual, bool inOrder)
    {
        var missing = expected.Except(actual, StringComparer.Ordinal).ToList();
        var added = actual.Except(expected, StringComparer.Ordinal).ToList();
        if (missing.Count + added.Count > 0 || expected.Count != actual.Count)
        {
            return $"not funded but expected: [{string.Join(", ", missing)}]; funded but not expected: [{string.Join(", ", added)}]";
        }

        return !inOrder || expected.SequenceEqual(actual, StringComparer.Ordinal)
            ? null
            : $"the order is {string.Join(", ", actual)}; expected {string.Join(", ", expected)}";
    }

    internal static List<string> Texts(JsonNode? array) => array is null ? [] : [.. array.AsArray().Select(text => text!.GetValue<string>())];
}
