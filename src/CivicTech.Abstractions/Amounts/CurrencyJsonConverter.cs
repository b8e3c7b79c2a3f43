using System.Text.Json;
using System.Text.Json.Serialization;

namespace CivicTech.Amounts;

/// <summary>Writes a <see cref="Currency"/> as its text, <c>"EUR"</c> or <c>"IRR/0"</c>, and reads nothing else.</summary>
/// <remarks>What cannot be read is a <see cref="JsonException"/>. Stateless and safe for use by several threads.</remarks>
public sealed class CurrencyJsonConverter : JsonConverter<Currency>
{
    /// <inheritdoc/>
    public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<byte> buffer = stackalloc byte[JsonText.BufferLength];
        var length = JsonText.Copy(ref reader, buffer);
        return length >= 0 && Currency.TryParseUtf8(buffer[..length], out var currency)
            ? currency
            : throw new JsonException($"This is not a currency: {Currency.Expected}.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> utf8 = stackalloc byte[Currency.MaxTextLength];
        writer.WriteStringValue(utf8[..value.Format(utf8)]);
    }
}
