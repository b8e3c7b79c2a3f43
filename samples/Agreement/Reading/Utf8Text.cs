using System.Buffers;
using System.Text;
using System.Text.Unicode;
using CivicTech.Samples;

namespace Agreement.Reading;

/// <summary>Text from bytes. Other encodings are refused: read as UTF-8, they would change names without a word.</summary>
internal static class Utf8Text
{
    /// <exception cref="InputException">The bytes are not UTF-8.</exception>
    internal static string Decode(string source, ReadOnlySpan<byte> bytes)
    {
        var content = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        if (Utf8.IsValid(content))
        {
            return Encoding.UTF8.GetString(content);
        }

        var good = content[..GoodPrefix(content)];
        var lineStart = good.LastIndexOf((byte)'\n') + 1;
        throw InputException.At(
            source,
            1L + good.Count((byte)'\n'),
            1 + Encoding.UTF8.GetCharCount(good[lineStart..]),
            "the file is not in UTF-8 from here on: save it as UTF-8 (spreadsheet programs call it CSV UTF-8).");
    }

    private static int GoodPrefix(ReadOnlySpan<byte> content)
    {
        var length = 0;
        while (Rune.DecodeFromUtf8(content[length..], out _, out var consumed) == OperationStatus.Done)
        {
            length += consumed;
        }

        return length;
    }
}
