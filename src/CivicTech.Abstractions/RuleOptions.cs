using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace CivicTech;

/// <summary>Options as JSON documents: every option is written, an unknown one is refused.</summary>
internal static class RuleOptions
{
    internal static JsonObject Write<T>(T options, JsonTypeInfo<T> type) => (JsonObject)JsonSerializer.SerializeToNode(options, type)!;

    /// <summary>Reads options of which the document need not state all: those it leaves out are as in <paramref name="defaults"/>.</summary>
    /// <remarks>Generated readers set properties that a document leaves out to null, zero or the first name, whatever their initial value.</remarks>
    /// <exception cref="JsonException">The document is wrong; the message says where.</exception>
    internal static T Read<T>(JsonElement document, JsonTypeInfo<T> type, T defaults)
    {
        if (document.ValueKind != JsonValueKind.Object)
        {
            return Read(document, type);
        }

        var whole = Write(defaults, type);
        Fill(whole, document);
        using var filled = JsonDocument.Parse(whole.ToJsonString());
        return Read(filled.RootElement, type);
    }

    private static void Fill(JsonObject defaults, JsonElement stated)
    {
        foreach (var member in stated.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Object && defaults[member.Name] is JsonObject inner)
            {
                Fill(inner, member.Value);
            }
            else
            {
                defaults[member.Name] = JsonNode.Parse(member.Value.GetRawText());
            }
        }
    }

    /// <exception cref="JsonException">The document is wrong; the message says where.</exception>
    internal static T Read<T>(JsonElement document, JsonTypeInfo<T> type)
    {
        // The serializer's own message speaks of .NET members.
        var known = type.Properties.Where(property => property.Get is not null).Select(property => property.Name).ToList();
        if (document.ValueKind == JsonValueKind.Object
            && document.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new JsonException($"There is no option '{unknown}'; {(known.Count == 0 ? "there are none" : $"there are: {string.Join(", ", known)}")}.");
        }

        try
        {
            return document.Deserialize(type) ?? throw new JsonException("Expected a JSON object.");
        }
        catch (ArgumentException exception)
        {
            // A value that the property itself refuses.
            throw new JsonException(exception.Message, exception);
        }
        catch (JsonException exception) when (Plain(exception) is { } plain)
        {
            throw new JsonException($"{plain} Path: {exception.Path}", exception);
        }
        catch (JsonException exception) when (exception.Path is { } path && !exception.Message.Contains(path, StringComparison.Ordinal))
        {
            // A converter's own message does not say where.
            throw new JsonException($"{exception.Message} Path: {path}", exception);
        }
    }

    // What the serializer says of .NET types and members, in the words of options; null for everything else.
    private static string? Plain(JsonException exception)
    {
        const string Missing = "missing required properties including: ";
        const string Unknown = "could not be mapped to any .NET member";
        var message = exception.Message;
        var missing = message.IndexOf(Missing, StringComparison.Ordinal);
        return missing >= 0 ? $"It must have {message[(missing + Missing.Length)..]}"
            : message.Contains(Unknown, StringComparison.Ordinal) ? $"There is no option '{exception.Path?.Split('.')[^1]}'."
            : null;
    }
}
