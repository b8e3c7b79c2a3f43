using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CivicTech;

/// <summary>Values of an option by their names, never by number; who misspells one is told which there are.</summary>
internal sealed class NamedOnly<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    private static readonly JsonSerializerOptions Plain = new();

    private static readonly JsonConverter<TEnum> Inner = (JsonConverter<TEnum>)
        new JsonStringEnumConverter<TEnum>(namingPolicy: null, allowIntegerValues: false).CreateConverter(typeof(TEnum), Plain);

    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return Inner.Read(ref reader, typeToConvert, options);
        }
        catch (JsonException exception)
        {
            throw new JsonException($"Expected one of {string.Join(", ", Enum.GetValues<TEnum>().Select(Name))}.", exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => Inner.Write(writer, value, options);

    private static string Name(TEnum value)
    {
        var name = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(name))
        {
            Inner.Write(writer, value, Plain);
        }

        return Encoding.UTF8.GetString(name.WrittenSpan);
    }
}
