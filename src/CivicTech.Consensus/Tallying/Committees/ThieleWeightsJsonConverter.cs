using System.Text.Json;
using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>Weights as the text that <see cref="ThieleWeights.Parse"/> reads.</summary>
internal sealed class ThieleWeightsJsonConverter : JsonConverter<ThieleWeights>
{
    public override ThieleWeights Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("Weights are a text, such as 'harmonic'.");
        }

        try
        {
            return ThieleWeights.Parse(reader.GetString()!);
        }
        catch (FormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, ThieleWeights value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
