using System.Text.Json;
using NodaTime.Text;

namespace CivicTech.Time;

/// <summary>Strings of a JSON document as values of NodaTime.</summary>
internal static class PatternReader
{
    /// <exception cref="JsonException">The token is no string, or not of the pattern.</exception>
    internal static T Read<T>(ref Utf8JsonReader reader, IPattern<T> pattern, string expected)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException($"Expected {expected}.");
        var text = reader.GetString()!;
        return pattern.Parse(text).TryGetValue(default!, out var value) ? value : throw new JsonException($"'{text}' is not {expected}.");
    }
}
