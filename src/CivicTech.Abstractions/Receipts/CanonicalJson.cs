using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CivicTech.Receipts;

/// <summary>
/// JSON in the one form of RFC 8785 (JSON Canonicalization Scheme): members sorted by UTF-16 code units, no blanks, shortest escapes,
/// UTF-8. Numbers must be whole and within ±(2^53 - 1): amounts, weights and fractions stand in it as text.
/// </summary>
public static class CanonicalJson
{
    private const long MaxSafeInteger = 9_007_199_254_740_991;

    // What System.Text.Json reads by default: deeper documents could be written but not read again.
    private const int MaxDepth = 64;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The canonical bytes. O(size · log members).</summary>
    /// <param name="node">Any JSON value; null stands for JSON null.</param>
    /// <exception cref="ArgumentException">
    /// A number is not whole or too large, a text holds half a surrogate pair, an object names a member twice, or it is more than 64
    /// levels deep.
    /// </exception>
    public static byte[] ToBytes(JsonNode? node)
    {
        var output = new StringBuilder();
        try
        {
            Write(node, 0, output);
            return StrictUtf8.GetBytes(output.ToString());
        }
        catch (Exception exception) when (exception is EncoderFallbackException or InvalidOperationException)
        {
            // The one for a text made by code, the other for one that was read with an escape such as \ud800.
            throw new ArgumentException("A text holds half a surrogate pair.", nameof(node), exception);
        }
    }

    /// <summary>The canonical text.</summary>
    /// <param name="node">Any JSON value; null stands for JSON null.</param>
    /// <exception cref="ArgumentException">As <see cref="ToBytes"/> says.</exception>
    public static string ToText(JsonNode? node) => Encoding.UTF8.GetString(ToBytes(node));

    private static void Write(JsonNode? node, int depth, StringBuilder output)
    {
        if (depth == MaxDepth && node is JsonObject or JsonArray)
        {
            throw new ArgumentException($"Canonical JSON is at most {MaxDepth} levels deep here.", nameof(node));
        }

        switch (node)
        {
            case null:
                output.Append("null");
                break;
            case JsonObject members:
                WriteObject(members, depth, output);
                break;
            case JsonArray items:
                output.Append('[');
                for (var i = 0; i < items.Count; i++)
                {
                    output.Append(i == 0 ? "" : ",");
                    Write(items[i], depth + 1, output);
                }

                output.Append(']');
                break;
            default:
                WriteValue((JsonValue)node, depth, output);
                break;
        }
    }

    private static void WriteObject(JsonObject members, int depth, StringBuilder output)
    {
        output.Append('{');
        var first = true;
        foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            output.Append(first ? "" : ",");
            first = false;
            WriteText(name, output);
            output.Append(':');
            Write(value, depth + 1, output);
        }

        output.Append('}');
    }

    private static void WriteValue(JsonValue value, int depth, StringBuilder output)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                // A date or an identifier made by code is a JSON text, but no string yet.
                WriteText(value.TryGetValue<string>(out var text) ? text : JsonNode.Parse(value.ToJsonString())!.GetValue<string>(), output);
                break;
            case JsonValueKind.Number:
                output.Append(WholeNumber(value.ToJsonString()).ToString(CultureInfo.InvariantCulture));
                break;
            case JsonValueKind.Object or JsonValueKind.Array:
                // A model that code put in as a value.
                Write(JsonNode.Parse(value.ToJsonString()), depth, output);
                break;
            default:
                output.Append(value.ToJsonString());
                break;
        }
    }

    private static long WholeNumber(string json) =>
        long.TryParse(json, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number is <= MaxSafeInteger and >= -MaxSafeInteger
            ? number
            : throw new ArgumentException($"The number {json} has no place in canonical JSON: write it as text.", nameof(json));

    private static void WriteText(string text, StringBuilder output)
    {
        output.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => output.Append("\\\""),
                '\\' => output.Append("\\\\"),
                '\b' => output.Append("\\b"),
                '\f' => output.Append("\\f"),
                '\n' => output.Append("\\n"),
                '\r' => output.Append("\\r"),
                '\t' => output.Append("\\t"),
                < ' ' => output.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => output.Append(c),
            };
        }

        output.Append('"');
    }
}
