using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CivicTech.Crowdfunding.Plans;

/// <summary>Reads a part of a plan that checks itself when it is made: what it does not take cannot be read.</summary>
internal sealed class PartJsonConverter<T> : JsonConverter<T>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize(ref reader, TypeOf(options));
        }
        catch (Exception exception) when (PartProblem.Of(exception) is { } problem)
        {
            throw problem;
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, TypeOf(options));

    private static JsonTypeInfo<T> TypeOf(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
