using System.Text.Json;
using System.Text.Json.Serialization;

namespace CivicTech.Amounts;

/// <summary>Writes a <see cref="Money"/> as its text, <c>"EUR 12.50"</c> or <c>"IRR/0 500000"</c>, and reads nothing else.</summary>
/// <remarks>
/// A JSON number would be rounded by readers that know only floating-point numbers. What cannot be read is a
/// <see cref="JsonException"/>. Neither reading nor writing allocates. Stateless and safe for use by several threads.
/// </remarks>
public sealed class MoneyJsonConverter : JsonConverter<Money>
{
    /// <inheritdoc/>
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<byte> buffer = stackalloc byte[JsonText.BufferLength];
        var length = JsonText.Copy(ref reader, buffer);
        return length >= 0 && Money.TryParseUtf8(buffer[..length], out var money)
            ? money
            : throw new JsonException($"This is not an amount: {Money.Expected}.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> utf8 = stackalloc byte[Money.MaxTextLength];
        writer.WriteStringValue(utf8[..value.Format(utf8)]);
    }
}
