using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CivicTech.Time;

/// <summary>
/// Writes a <see cref="Deadline"/> as
/// <c>{"local":"2026-05-26T00:00:00","zone":"Europe/Paris","skippedHour":"end-of-gap","doubledHour":"earlier"}</c>.
/// </summary>
/// <remarks>
/// Members are read in any order; the two rules may be left out and are then <see cref="SkippedHour.Forward"/> and
/// <see cref="DoubledHour.Earlier"/>. Whether the zone exists is not asked. Anything else is a <see cref="JsonException"/>.
/// Stateless and safe for use by several threads.
/// </remarks>
public sealed class DeadlineJsonConverter : JsonConverter<Deadline>
{
    // In the order of the enumerations.
    private static readonly string[] SkippedHours = ["forward", "end-of-gap", "refuse"];

    private static readonly string[] DoubledHours = ["earlier", "later", "refuse"];

    /// <inheritdoc/>
    public override Deadline Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        LocalDateTime? local = null;
        string? zone = null;
        int? skipped = null;
        int? doubled = null;
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Expected an object with 'local' and 'zone'.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            switch (name)
            {
                case "local" when local is null:
                    local = PatternReader.Read(ref reader, LocalDateTimePattern.ExtendedIso, LocalDateTimeJsonConverter.Expected);
                    break;
                case "zone" when zone is null && reader.TokenType == JsonTokenType.String:
                    zone = reader.GetString();
                    break;
                case "skippedHour" when skipped is null:
                    skipped = OneOf(SkippedHours, ref reader, name);
                    break;
                case "doubledHour" when doubled is null:
                    doubled = OneOf(DoubledHours, ref reader, name);
                    break;
                default:
                    throw new JsonException($"'{name}' is not expected here: a deadline has 'local', 'zone' (text), 'skippedHour' and 'doubledHour', each once.");
            }
        }

        if (local is null || zone is null) throw new JsonException("A deadline has a 'local' date and time and a 'zone'.");
        try
        {
            return new Deadline(local.Value, zone) { SkippedHour = (SkippedHour)(skipped ?? 0), DoubledHour = (DoubledHour)(doubled ?? 0) };
        }
        catch (ArgumentException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Deadline value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WriteString("local"u8, LocalDateTimePattern.ExtendedIso.Format(value.Local));
        writer.WriteString("zone"u8, value.Zone);
        writer.WriteString("skippedHour"u8, SkippedHours[(int)value.SkippedHour]);
        writer.WriteString("doubledHour"u8, DoubledHours[(int)value.DoubledHour]);
        writer.WriteEndObject();
    }

    private static int OneOf(string[] names, ref Utf8JsonReader reader, string member)
    {
        var index = reader.TokenType == JsonTokenType.String ? Array.IndexOf(names, reader.GetString()) : -1;
        return index >= 0 ? index : throw new JsonException($"Expected '{member}' to be one of {string.Join(", ", names)}.");
    }
}
