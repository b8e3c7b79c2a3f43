using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CivicTech.Time;

/// <summary>Writes a <see cref="Duration"/> as hours, minutes and seconds with up to nine decimals, <c>"48:00:00"</c> for two days: what is read is exactly what was written.</summary>
/// <remarks>What cannot be read is a <see cref="JsonException"/>. Stateless and safe for use by several threads.</remarks>
public sealed class DurationJsonConverter : JsonConverter<Duration>
{
    private const string Expected = "a duration in hours, minutes and seconds such as '48:00:00'";

    /// <inheritdoc/>
    public override Duration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PatternReader.Read(ref reader, DurationPattern.JsonRoundtrip, Expected);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Duration value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(DurationPattern.JsonRoundtrip.Format(value));
    }
}
