using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace CivicTech.Numerics;

// Grammar: [+|-] digits [ '.' digits | '/' digits ], ASCII digits only, nothing before, between or after.
public readonly partial struct Rational
{
    /// <summary>The longest text that is read: 10,000 characters. More is no number anyone meant to send.</summary>
    public const int MaxTextLength = 10_000;

    // Digits that always fit in a long.
    private const int SmallDigits = 18;

    /// <summary>Reads a number, exactly, in the same way in every culture.</summary>
    /// <param name="s">
    /// An optional sign and digits, then optionally a point and digits (<c>-12.50</c>) or a slash and the digits of a
    /// denominator (<c>7/3</c>, which need not be in lowest terms). A point is the only decimal separator and has digits
    /// on both sides. Spaces, thousands separators and exponents are refused.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">
    /// The text is no such number, has a zero denominator, or is longer than <see cref="MaxTextLength"/>.
    /// </exception>
    public static Rational Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static Rational Parse(ReadOnlySpan<char> s) => TryParse(s, out Rational result) ? result : throw NotANumber();

    /// <summary>Reads UTF-8 text as <see cref="Parse(string)"/> does.</summary>
    /// <param name="utf8Text">The text.</param>
    /// <exception cref="FormatException">As for <see cref="Parse(string)"/>.</exception>
    public static Rational Parse(ReadOnlySpan<byte> utf8Text) =>
        TryParse(utf8Text, out Rational result) ? result : throw NotANumber();

    /// <summary>As <see cref="Parse(string)"/>, without exceptions.</summary>
    /// <param name="s">The text; <see langword="null"/> is no number.</param>
    /// <param name="result">The number, or zero when there is none.</param>
    /// <returns>Whether the text is a number.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, out Rational result) => TryParse(s.AsSpan(), out result);

    /// <inheritdoc cref="TryParse(string, out Rational)"/>
    public static bool TryParse(ReadOnlySpan<char> s, out Rational result)
    {
        result = default;
        if (s.Length is 0 or > MaxTextLength) return false;
        bool negative = s[0] == '-';
        ReadOnlySpan<char> unsigned = negative || s[0] == '+' ? s[1..] : s;
        int mark = unsigned.IndexOfAnyExceptInRange('0', '9');
        if (mark < 0)
        {
            if (unsigned.IsEmpty) return false;
            result = FromDigits(negative, unsigned, default);
            return true;
        }

        ReadOnlySpan<char> before = unsigned[..mark];
        ReadOnlySpan<char> after = unsigned[(mark + 1)..];
        if (before.IsEmpty || after.IsEmpty || after.ContainsAnyExceptInRange('0', '9')) return false;
        switch (unsigned[mark])
        {
            case '.':
                result = FromDigits(negative, before, after);
                return true;
            case '/' when after.ContainsAnyExcept('0'):
                result = FromDigits(negative, before, default) / FromDigits(negative: false, after, default);
                return true;
            default:
                return false;
        }
    }

    /// <summary>As <see cref="Parse(ReadOnlySpan{byte})"/>, without exceptions.</summary>
    /// <param name="utf8Text">The text.</param>
    /// <param name="result">The number, or zero when there is none.</param>
    /// <returns>Whether the text is a number.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out Rational result)
    {
        result = default;
        if (utf8Text.Length > MaxTextLength) return false;

        // A byte beyond ASCII becomes a character that is no digit and no mark, so it is refused as it should be.
        Span<char> text = utf8Text.Length <= 128 ? stackalloc char[utf8Text.Length] : new char[utf8Text.Length];
        for (int i = 0; i < text.Length; i++) text[i] = (char)utf8Text[i];
        return TryParse((ReadOnlySpan<char>)text, out result);
    }

    static Rational IParsable<Rational>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Rational>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Rational result) =>
        TryParse(s, out result);

    static Rational ISpanParsable<Rational>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<Rational>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Rational result) =>
        TryParse(s, out result);

    static Rational IUtf8SpanParsable<Rational>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => Parse(utf8Text);

    static bool IUtf8SpanParsable<Rational>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out Rational result) =>
        TryParse(utf8Text, out result);

    /// <summary>The decimal with these digits before and after the point; all are known to be ASCII digits.</summary>
    private static Rational FromDigits(bool negative, ReadOnlySpan<char> whole, ReadOnlySpan<char> decimals)
    {
        if (whole.Length + decimals.Length <= SmallDigits)
        {
            ulong digits = 0;
            foreach (char digit in whole) digits = digits * 10 + (ulong)(digit - '0');
            foreach (char digit in decimals) digits = digits * 10 + (ulong)(digit - '0');
            return FromMagnitudes(negative, digits, PowersOfTen[decimals.Length]);
        }

        BigInteger all = BigInteger.Parse(string.Concat(whole, decimals), NumberStyles.None, CultureInfo.InvariantCulture);
        return Reduce(negative ? -all : all, PowerOfTen(decimals.Length));
    }

    private static FormatException NotANumber() =>
        new("The text is not a number such as \"12\", \"-12.5\" or \"7/3\", or it is too long.");
}
