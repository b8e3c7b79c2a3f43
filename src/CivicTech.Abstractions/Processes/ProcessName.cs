namespace CivicTech.Processes;

/// <summary>
/// What names, ids and keys may consist of: characters of the Basic Multilingual Plane that are no control characters and no noncharacters. UTF-16 code units, code points and UTF-8 bytes
/// then sort alike, every database keeps them unchanged, and two that differ stay different in any encoding.
/// </summary>
internal static class ProcessName
{
    internal const int LongestId = 200;
    internal const int LongestName = 400;

    internal static bool IsValid(ReadOnlySpan<char> text, int longest) => text.Length is > 0 && text.Length <= longest
        && !text.ContainsAnyInRange('\0', '\x1F')
        && !text.ContainsAnyInRange('\x7F', '\x9F')
        && !text.ContainsAnyInRange('\uD800', '\uDFFF')
        && !text.ContainsAnyInRange('\uFFFE', '\uFFFF');

    /// <summary>The same of an id that is part of the name of a document: no slash.</summary>
    internal static bool IsPart(ReadOnlySpan<char> text, int longest) => IsValid(text, longest) && !text.Contains('/');

    /// <exception cref="ArgumentException">It is not valid; the message says what is expected.</exception>
    internal static void Check(string text, int longest, string parameter)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        if (!IsValid(text, longest))
        {
            throw new ArgumentException($"Expected 1 to {longest} characters, no control characters and none beyond U+FFFD, not '{text}'.", parameter);
        }
    }
}
