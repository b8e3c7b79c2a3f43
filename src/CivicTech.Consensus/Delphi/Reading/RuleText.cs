using System.Text.Json;
using System.Text.Json.Nodes;
using CivicTech.Consensus.Delphi.Protocols;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>The rules of a protocol in words: those of its JSON, so that no kind of rule is without them.</summary>
internal static class RuleText
{
    private static readonly JsonNamingPolicy Words = JsonNamingPolicy.KebabCaseLower;

    /// <summary>The rules by which answers were judged, in the order in which they are asked for.</summary>
    internal static IEnumerable<string> Of(DelphiProtocol protocol)
    {
        var json = JsonNode.Parse(JsonSerializer.SerializeToUtf8Bytes(protocol, ProtocolJson.Default.DelphiProtocol))!.AsObject();
        yield return $"Answers: whole numbers from {protocol.Scale}{(protocol.MayAbstain ? ", or none: cannot judge it" : "")}; {EnumNames.Of(protocol.Mode)}";
        yield return $"Consensus on an item: {Phrase(json["criterion"])}";
        yield return $"Stability: {Phrase(json["stability"])}";
        yield return $"Items after a round: {Phrase(json["items"])}";
        yield return $"Stop: {Phrase(json["stop"])}";
        yield return $"Missing answers, for W: {EnumNames.Of(protocol.Missing)}";
    }

    // The kind first, then each member with its value, what belongs together in parentheses.
    private static string Phrase(JsonNode? node) => node switch
    {
        JsonObject rule => string.Join(' ', [.. Kind(rule), .. Members(rule)]),
        JsonArray list => string.Join(" and ", list.Select(one => one is JsonObject ? $"({Phrase(one)})" : Phrase(one))),
        null => "none",
        _ => node.ToString(),
    };

    private static IEnumerable<string> Kind(JsonObject rule) => rule["kind"] is { } kind ? [rule.Count > 1 ? $"{kind}:" : $"{kind}"] : [];

    private static IEnumerable<string> Members(JsonObject rule)
    {
        var members = rule.Where(member => member.Key != "kind").Select(member =>
            $"{Words.ConvertName(member.Key).Replace('-', ' ')} {(member.Value is JsonObject ? $"({Phrase(member.Value)})" : Phrase(member.Value))}").ToList();
        return members.Count == 0 ? [] : [string.Join(", ", members)];
    }
}
