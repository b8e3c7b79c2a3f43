using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CivicTech.Crowdfunding.Plans;

/// <summary>Reads a section of a plan that need not state everything: each member that it leaves out is as in a new section. A member that is stated stands for itself, whole.</summary>
/// <remarks>Generated readers set properties that a document leaves out to null, zero or the first name, whatever their initial value.</remarks>
internal sealed class SectionJsonConverter<T> : JsonConverter<T>
    where T : class, new()
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var type = TypeOf(options);
        using var stated = JsonDocument.ParseValue(ref reader);
        if (stated.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("Expected an object.");
        }

        var whole = (JsonObject)JsonSerializer.SerializeToNode(new T(), type)!;
        foreach (var member in stated.RootElement.EnumerateObject())
        {
            whole[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        }

        try
        {
            return whole.Deserialize(type);
        }
        catch (Exception exception) when (PartProblem.Of(exception) is { } problem)
        {
            throw problem;
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, TypeOf(options));

    private static JsonTypeInfo<T> TypeOf(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
