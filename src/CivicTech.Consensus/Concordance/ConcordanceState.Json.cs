using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CivicTech.Receipts;

namespace CivicTech.Consensus.Concordance;

public sealed partial class ConcordanceState
{
    private const string Kind = "civictech/concordance-state/1";

    /// <summary>The state as canonical JSON (RFC 8785), numbers as strings: the same state gives the same bytes everywhere.</summary>
    public string ToJson() => CanonicalJson.ToText(new JsonObject
    {
        ["state"] = Kind,
        ["items"] = new JsonArray([.. _items.Select(item => (JsonNode)item)]),
        ["raters"] = Text(Raters),
        ["constant"] = Text(ConstantRaters),
        ["incomplete"] = Text(IncompleteRaters),
        ["sums"] = new JsonArray([.. _sums.Select(sum => (JsonNode)Text(sum))]),
        ["squares"] = Text(_squares),
    });

    /// <summary>Reads what <see cref="ToJson"/> wrote, perhaps on another machine.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="FormatException">It is not a state, or no raters can have such sums; the message names the member.</exception>
    public static ConcordanceState Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return Read(JsonNode.Parse(json) as JsonObject ?? throw new FormatException("A concordance state is a JSON object."));
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new FormatException($"Not a concordance state: {exception.Message}", exception);
        }
    }

    private static ConcordanceState Read(JsonObject json)
    {
        if (TextOf(json["state"], "state") != Kind)
        {
            throw new FormatException($"The member 'state' is not '{Kind}'.");
        }

        var state = new ConcordanceState(ArrayOf(json, "items").Select((item, index) => TextOf(item, $"items[{index}]")));
        long[] sums = [.. ArrayOf(json, "sums").Select((sum, index) => Number<long>(sum, $"sums[{index}]"))];
        var squares = Number<Int128>(json["squares"], "squares");
        var (raters, constant, incomplete) =
            (Number<long>(json["raters"], "raters"), Number<long>(json["constant"], "constant"), Number<long>(json["incomplete"], "incomplete"));
        if (sums.Length != state._items.Count)
        {
            throw new FormatException($"There are {sums.Length} sums for {state._items.Count} items.");
        }

        if (!ConcordanceSums.CanBe(sums, squares, raters, constant, incomplete))
        {
            throw new FormatException("No raters can have these sums.");
        }

        state.Change([], sums, squares, 1, raters, constant, incomplete);
        return state;
    }

    private static JsonArray ArrayOf(JsonObject json, string name) =>
        json[name] as JsonArray ?? throw new FormatException($"The member '{name}' is not an array.");

    private static T Number<T>(JsonNode? node, string name)
        where T : ISpanParsable<T>, System.Numerics.INumberBase<T> =>
        T.TryParse(TextOf(node, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"The member '{name}' is not a whole number as a string.");

    private static string TextOf(JsonNode? node, string name) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw new FormatException($"The member '{name}' is not a string.");

    private static string Text<T>(T number)
        where T : IFormattable => number.ToString(null, CultureInfo.InvariantCulture);
}
