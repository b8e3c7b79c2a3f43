using System.Text.Json;
using System.Text.Json.Serialization;

namespace CivicTech.Time;

/// <summary>Writes a <see cref="TimeWindow"/> as an interval of ISO 8601: <c>"2026-03-01T00:00:00Z/2026-04-01T00:00:00Z"</c>.</summary>
/// <remarks>What cannot be read is a <see cref="JsonException"/>. Stateless and safe for use by several threads.</remarks>
public sealed class TimeWindowJsonConverter : JsonConverter<TimeWindow>
{
    private const string Expected = "a start, a slash and a later end, such as '2026-03-01T00:00:00Z/2026-04-01T00:00:00Z'";

    /// <inheritdoc/>
    public override TimeWindow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException($"Expected {Expected}.");
        var text = reader.GetString()!;
        return text.Split('/') is [var from, var to]
            && InstantText.Pattern.Parse(from).TryGetValue(default, out var start)
            && InstantText.Pattern.Parse(to).TryGetValue(default, out var end)
            && start < end
            ? new TimeWindow(start, end)
            : throw new JsonException($"'{text}' is not {Expected}.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeWindow value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.ToString());
    }
}
