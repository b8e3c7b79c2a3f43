using System.Text.Json;

namespace CivicTech.Amounts;

/// <summary>Short strings of a JSON document, read without allocating.</summary>
internal static class JsonText
{
    // An escape takes up to six bytes for one character.
    internal const int BufferLength = 6 * Money.MaxTextLength;

    /// <summary>Copies the text of a string token and gives its length; -1 where it is no string, or too long for the buffer.</summary>
    internal static int Copy(ref Utf8JsonReader reader, scoped Span<byte> buffer)
    {
        if (reader.TokenType != JsonTokenType.String) return -1;
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        return length <= buffer.Length ? reader.CopyString(buffer) : -1;
    }
}
