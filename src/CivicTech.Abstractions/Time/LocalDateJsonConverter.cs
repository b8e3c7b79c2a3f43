using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CivicTech.Time;

/// <summary>Writes a <see cref="LocalDate"/> as a date of ISO 8601, <c>"2026-05-25"</c>; a day of another calendar system as the same day in the ISO calendar.</summary>
/// <remarks>What cannot be read is a <see cref="JsonException"/>. Stateless and safe for use by several threads.</remarks>
public sealed class LocalDateJsonConverter : JsonConverter<LocalDate>
{
    private const string Expected = "a date such as '2026-05-25'";

    /// <inheritdoc/>
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PatternReader.Read(ref reader, LocalDatePattern.Iso, Expected);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(LocalDatePattern.Iso.Format(value.WithCalendar(CalendarSystem.Iso)));
    }
}
