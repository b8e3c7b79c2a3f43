using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace CivicTech.Amounts;

// Grammar: currency, one space, [-] digits [ '.' digits ], with exactly the decimals of the currency and no leading zeros:
// one amount has one text in a given currency. One writer and one reader, in UTF-8.
public readonly partial struct Money
{
    // IRR/0, a space, a sign, a point, 19 digits.
    internal const int MaxTextLength = Currency.MaxTextLength + 22;

    internal const string Expected =
        "expected a currency, a space and a number with all decimals of the currency, such as 'EUR 12.50', 'JPY 1250' or 'IRR/0 500000'";

    /// <summary>Reads the text form, in the same way in every culture.</summary>
    /// <param name="text">
    /// A currency (see <see cref="Currency.Parse"/>), one space, and the amount in major units with a point and exactly as
    /// many decimals as the currency has: <c>EUR 12.50</c>, <c>JPY -1250</c>, <c>IRR/0 500000</c>. A text with other
    /// decimals is refused, since it was written for a currency that counts otherwise.
    /// </param>
    /// <exception cref="FormatException">It is anything else, or out of range.</exception>
    public static Money Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var money) ? money : throw new FormatException($"'{text}' is not an amount: {Expected}.");
    }

    /// <summary>As <see cref="Parse"/>, without exceptions.</summary>
    /// <param name="text">The text; <see langword="null"/> is no amount.</param>
    /// <param name="money">The amount, or the default value.</param>
    /// <returns>Whether the text is an amount.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Money money)
    {
        money = default;
        Span<byte> utf8 = stackalloc byte[MaxTextLength];
        return text is not null && Ascii.FromUtf16(text, utf8, out var length) == System.Buffers.OperationStatus.Done
            && TryParseUtf8(utf8[..length], out money);
    }

    /// <summary>The text form, such as <c>EUR 12.50</c>: currency and amount in major units, the same in every culture.</summary>
    public override string ToString()
    {
        Span<byte> utf8 = stackalloc byte[MaxTextLength];
        return Encoding.ASCII.GetString(utf8[..Format(utf8)]);
    }

    /// <summary>Writes the text form and gives its length.</summary>
    internal int Format(Span<byte> utf8)
    {
        var at = Currency.Format(utf8);
        utf8[at++] = (byte)' ';
        if (IsNegative) utf8[at++] = (byte)'-';
        var decimals = Currency.Digits;
        var (whole, fraction) = Math.DivRem(Math.Abs(MinorUnits), PowersOfTen[decimals]);
        Utf8Formatter.TryFormat(whole, utf8[at..], out var written);
        at += written;
        if (decimals == 0) return at;
        utf8[at++] = (byte)'.';
        for (var i = decimals - 1; i >= 0; i--)
        {
            (fraction, var digit) = Math.DivRem(fraction, 10);
            utf8[at + i] = (byte)('0' + digit);
        }

        return at + decimals;
    }

    internal static bool TryParseUtf8(ReadOnlySpan<byte> utf8, out Money money)
    {
        money = default;
        var space = utf8.IndexOf((byte)' ');
        if (space < 0 || utf8.Length > MaxTextLength || !Currency.TryParseUtf8(utf8[..space], out var currency)) return false;
        var number = utf8[(space + 1)..];
        var negative = number.StartsWith("-"u8);
        if (negative) number = number[1..];
        var whole = number;
        var fraction = ReadOnlySpan<byte>.Empty;
        if (currency.Digits > 0)
        {
            var point = number.Length - currency.Digits - 1;
            if (point < 0 || number[point] != '.') return false;
            whole = number[..point];
            fraction = number[(point + 1)..];
        }

        if (whole.IsEmpty || (whole.Length > 1 && whole[0] == '0') || !TryRead(whole, fraction, out var units)) return false;
        if (negative && units == 0) return false;
        money = new Money(negative ? -units : units, currency);
        return true;
    }

    private static bool TryRead(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> fraction, out long units)
    {
        // Nineteen digits fit in 64 bits, and no amount in range has more.
        ulong digits = 0;
        units = 0;
        if (whole.Length + fraction.Length > 19 || !TryAppend(ref digits, whole) || !TryAppend(ref digits, fraction)) return false;
        if (digits > long.MaxValue) return false;
        units = (long)digits;
        return true;
    }

    private static bool TryAppend(ref ulong digits, ReadOnlySpan<byte> text)
    {
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9') return false;
            digits = digits * 10 + (ulong)(digit - '0');
        }

        return true;
    }
}
