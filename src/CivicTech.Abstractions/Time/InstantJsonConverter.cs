using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace CivicTech.Time;

/// <summary>
/// Writes an <see cref="Instant"/> as text of ISO 8601 with up to nine decimals of a second,
/// <c>"2026-05-25T22:00:00.5Z"</c>: what is read is exactly what was written.
/// </summary>
/// <remarks>What cannot be read is a <see cref="JsonException"/>. Stateless and safe for use by several threads.</remarks>
public sealed class InstantJsonConverter : JsonConverter<Instant>
{
    private const string Expected = "an instant such as '2026-05-25T22:00:00Z'";

    /// <inheritdoc/>
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && !reader.HasValueSequence && InstantText.TryParse(reader.ValueSpan, out var instant)
            ? instant
            : PatternReader.Read(ref reader, InstantText.Pattern, Expected);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> utf8 = stackalloc byte[InstantText.MaxLength];
        var length = InstantText.Format(value, utf8);
        if (length > 0) writer.WriteStringValue(utf8[..length]);
        else writer.WriteStringValue(InstantText.Of(value));
    }
}
