using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace CivicTech.Amounts;

// Grammar: three letters, then a slash and one digit unless ISO 4217 says the digits. One writer and one reader, in UTF-8.
public readonly partial struct Currency
{
    internal const int MaxTextLength = 5;

    internal const string Expected = "expected a code of ISO 4217 such as EUR, or three letters with their digits such as IRR/0";

    /// <summary>Reads the text form.</summary>
    /// <param name="text">
    /// A code of ISO 4217 (<c>EUR</c>), or any three upper-case letters with their digits (<c>IRR/0</c>).
    /// </param>
    /// <exception cref="FormatException">It is anything else, or a code without digits that <see cref="Of"/> does not know.</exception>
    public static Currency Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var currency) ? currency : throw new FormatException($"'{text}' is not a currency: {Expected}.");
    }

    /// <summary>As <see cref="Parse"/>, without exceptions.</summary>
    /// <param name="text">The text; <see langword="null"/> is no currency.</param>
    /// <param name="currency">The currency, or the default value.</param>
    /// <returns>Whether the text is a currency.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Currency currency)
    {
        currency = default;
        Span<byte> utf8 = stackalloc byte[MaxTextLength];
        return text is not null && Ascii.FromUtf16(text, utf8, out var length) == System.Buffers.OperationStatus.Done
            && TryParseUtf8(utf8[..length], out currency);
    }

    /// <summary>The text form: the code (<c>EUR</c>), with the digits where they are not those of ISO 4217 (<c>IRR/0</c>).</summary>
    public override string ToString()
    {
        Span<byte> utf8 = stackalloc byte[MaxTextLength];
        return Encoding.ASCII.GetString(utf8[..Format(utf8)]);
    }

    /// <summary>Writes the text form and gives its length.</summary>
    internal int Format(Span<byte> utf8)
    {
        for (var i = 0; i < 3; i++) utf8[i] = (byte)LetterAt(Letters, i);
        if (TryOf(Letters, out var standard) && standard == this) return 3;
        utf8[3] = (byte)'/';
        utf8[4] = (byte)('0' + Digits);
        return 5;
    }

    internal static bool TryParseUtf8(ReadOnlySpan<byte> utf8, out Currency currency)
    {
        currency = default;
        if (utf8.Length is not (3 or 5) || !TryPack(utf8[0], utf8[1], utf8[2], out var letters)) return false;
        if (utf8.Length == 3) return TryOf(letters, out currency);
        if (utf8[3] != '/' || utf8[4] is < (byte)'0' or > (byte)('0' + MaxDigits)) return false;
        currency = new Currency(letters, utf8[4] - '0');
        return true;
    }
}
