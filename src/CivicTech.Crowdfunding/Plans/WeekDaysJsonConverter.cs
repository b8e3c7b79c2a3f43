using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace CivicTech.Crowdfunding.Plans;

/// <summary>Days of the week as their English names in lower case, in the order given.</summary>
internal sealed class WeekDaysJsonConverter : JsonConverter<ImmutableArray<IsoDayOfWeek>>
{
    public override ImmutableArray<IsoDayOfWeek> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var days = ImmutableArray.CreateBuilder<IsoDayOfWeek>();
        Require(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Require(ref reader, JsonTokenType.String);
            var name = reader.GetString();
            days.Add(Enum.GetValues<IsoDayOfWeek>().FirstOrDefault(day => NameOf(day) == name) is var day and not IsoDayOfWeek.None
                ? day
                : throw new JsonException($"'{name}' is no day of the week: expected 'monday' to 'sunday'."));
        }

        return days.ToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<IsoDayOfWeek> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var day in value)
        {
            writer.WriteStringValue(NameOf(day));
        }

        writer.WriteEndArray();
    }

    private static string NameOf(IsoDayOfWeek day) => day.ToString().ToLowerInvariant();

    private static void Require(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (reader.TokenType != token)
        {
            throw new JsonException($"Expected {token}, found {reader.TokenType}.");
        }
    }
}
