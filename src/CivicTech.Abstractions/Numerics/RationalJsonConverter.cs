using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CivicTech.Numerics;

/// <summary>
/// Writes a <see cref="Rational"/> as a JSON string (<c>"12.5"</c>, <c>"1/3"</c>), so that no reader rounds it to a
/// floating-point number; reads a string or a JSON number, the latter exactly from its digits (0.1 is 1/10).
/// </summary>
/// <remarks>
/// A string follows <see cref="Rational.Parse(string)"/>. A number may have an exponent from -400 to 400. Anything else
/// is a <see cref="JsonException"/>. Stateless and safe for use by several threads.
/// </remarks>
public sealed class RationalJsonConverter : JsonConverter<Rational>
{
    // Covers every number a double can write, and keeps a short text from standing for an enormous number.
    private const int LargestExponent = 400;

    /// <inheritdoc/>
    public override Rational Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Rational value = default;
        bool read = reader.TokenType switch
        {
            JsonTokenType.String => TryReadString(ref reader, out value),
            JsonTokenType.Number => TryReadNumber(ref reader, out value),
            _ => false,
        };
        return read ? value : throw new JsonException("Expected a number, or a string with a number such as \"12.5\" or \"7/3\".");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Rational value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }

    private static bool TryReadString(ref Utf8JsonReader reader, out Rational value) =>
        reader.HasValueSequence || reader.ValueIsEscaped
            ? Rational.TryParse(reader.GetString(), out value)
            : Rational.TryParse(reader.ValueSpan, out value);

    private static bool TryReadNumber(ref Utf8JsonReader reader, out Rational value)
    {
        value = default;
        ReadOnlySpan<byte> text = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        int mark = text.IndexOfAny((byte)'e', (byte)'E');
        if (mark < 0) return Rational.TryParse(text, out value);
        if (!Rational.TryParse(text[..mark], out Rational significand)
            || !int.TryParse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int exponent)
            || exponent is < -LargestExponent or > LargestExponent)
        {
            return false;
        }

        Rational power = Rational.PowerOfTen(Math.Abs(exponent));
        value = exponent < 0 ? significand / power : significand * power;
        return true;
    }
}
