using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CivicTech;

/// <summary>
/// A list in JSON in which no element is missing. Of nullable annotations the serializer respects those of members, not those of elements: it reads <c>[null]</c> as a list of things that are not
/// there. Commands come from clients, so what is wrong with one is said where it is read, with its place.
/// </summary>
/// <typeparam name="T">What it is a list of.</typeparam>
internal sealed class WholeList<T> : JsonConverter<ImmutableArray<T>>
    where T : class
{
    public override ImmutableArray<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("Expected a list.");
        }

        var element = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        var list = ImmutableArray.CreateBuilder<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            list.Add(JsonSerializer.Deserialize(ref reader, element) ?? throw new JsonException($"Element {list.Count} of the list is null."));
        }

        return list.DrainToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<T> value, JsonSerializerOptions options)
    {
        var element = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        writer.WriteStartArray();
        foreach (var item in value)
        {
            JsonSerializer.Serialize(writer, item, element);
        }

        writer.WriteEndArray();
    }
}
