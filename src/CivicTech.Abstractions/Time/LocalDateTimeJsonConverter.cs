using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CivicTech.Time;

/// <summary>Writes a <see cref="LocalDateTime"/> as text of ISO 8601 without an offset, with up to nine decimals of a second, <c>"2026-05-25T18:30:00"</c>; one of another calendar system as the same day in the ISO calendar.</summary>
/// <remarks>What cannot be read is a <see cref="JsonException"/>. Stateless and safe for use by several threads.</remarks>
public sealed class LocalDateTimeJsonConverter : JsonConverter<LocalDateTime>
{
    internal const string Expected = "a local date and time such as '2026-05-25T18:30:00'";

    /// <inheritdoc/>
    public override LocalDateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PatternReader.Read(ref reader, LocalDateTimePattern.ExtendedIso, Expected);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LocalDateTime value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(LocalDateTimePattern.ExtendedIso.Format(value.WithCalendar(CalendarSystem.Iso)));
    }
}
