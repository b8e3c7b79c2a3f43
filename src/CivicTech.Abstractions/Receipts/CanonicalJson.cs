using System.Buffers;
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

    /// <summary>The canonical bytes. O(size · log members).</summary>
    /// <param name="node">Any JSON value; null stands for JSON null.</param>
    /// <exception cref="ArgumentException">A number is not whole or too large, or a text holds half a surrogate pair.</exception>
    public static byte[] ToBytes(JsonNode? node)
    {
        var output = new ArrayBufferWriter<byte>();
        using var document = JsonDocument.Parse(node?.ToJsonString() ?? "null");
        Write(document.RootElement, output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The canonical text.</summary>
    /// <param name="node">Any JSON value; null stands for JSON null.</param>
    /// <exception cref="ArgumentException">A number is not whole or too large, or a text holds half a surrogate pair.</exception>
    public static string ToText(JsonNode? node) => Encoding.UTF8.GetString(ToBytes(node));

    private static void Write(JsonElement element, ArrayBufferWriter<byte> output)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(element, output);
                break;
            case JsonValueKind.Array:
                output.Write("["u8);
                var first = true;
                foreach (var item in element.EnumerateArray())
                {
                    output.Write(first ? ""u8 : ","u8);
                    first = false;
                    Write(item, output);
                }

                output.Write("]"u8);
                break;
            case JsonValueKind.String:
                WriteText(element.GetString()!, output);
                break;
            case JsonValueKind.Number:
                if (!element.TryGetInt64(out var number) || number is > MaxSafeInteger or < -MaxSafeInteger)
                {
                    throw new ArgumentException($"The number {element.GetRawText()} has no place in canonical JSON: write it as text.", nameof(element));
                }

                output.Write(Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture)));
                break;
            default:
                output.Write(Encoding.ASCII.GetBytes(element.GetRawText()));
                break;
        }
    }

    private static void WriteObject(JsonElement element, ArrayBufferWriter<byte> output)
    {
        output.Write("{"u8);
        var first = true;
        foreach (var member in element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            output.Write(first ? ""u8 : ","u8);
            first = false;
            WriteText(member.Name, output);
            output.Write(":"u8);
            Write(member.Value, output);
        }

        output.Write("}"u8);
    }

    private static void WriteText(string text, ArrayBufferWriter<byte> output)
    {
        var escaped = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '\b' => escaped.Append("\\b"),
                '\f' => escaped.Append("\\f"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                < ' ' => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => escaped.Append(c),
            };
        }

        try
        {
            output.Write(new UTF8Encoding(false, true).GetBytes(escaped.Append('"').ToString()));
        }
        catch (EncoderFallbackException exception)
        {
            throw new ArgumentException("A text holds half a surrogate pair.", nameof(text), exception);
        }
    }
}
