using System.Globalization;
using System.Numerics;

namespace CivicTech.Numerics;

public readonly partial struct Rational
{
    // Money and votes are read as decimals; longer ones are easier to check as a fraction.
    private const int MostDecimals = 12;

    /// <summary>The one text of this number, the same in every culture.</summary>
    /// <returns>
    /// A whole number as its digits (<c>12</c>); a number with at most 12 decimals as a decimal without trailing zeros
    /// (<c>-12.5</c>); any other as a fraction in lowest terms (<c>1/3</c>). <see cref="Parse(string)"/> gives the
    /// number back, provided the text is not longer than <see cref="MaxTextLength"/>.
    /// </returns>
    public override string ToString()
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        if (IsInteger) return _big is null ? _numerator.ToString(invariant) : _big.Numerator.ToString(invariant);
        if (!TryCountDecimals(out int decimals, out long denominator))
        {
            return string.Create(invariant, $"{Numerator}/{Denominator}");
        }

        // The sign is written apart, for -1/2 has the whole part 0.
        string sign = Sign < 0 ? "-" : "";
        BigInteger whole = BigInteger.DivRem(BigInteger.Abs(Numerator), denominator, out BigInteger rest);
        long fraction = (long)rest * ((long)PowersOfTen[decimals] / denominator);
        string digits = fraction.ToString(invariant).PadLeft(decimals, '0');
        return string.Create(invariant, $"{sign}{whole}.{digits}");
    }

    /// <summary>The same text as <see cref="ToString()"/>.</summary>
    /// <param name="format"><see langword="null"/>, empty or "G": there is one format.</param>
    /// <param name="formatProvider">Ignored: the text is the same in every culture.</param>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        RequireGeneralFormat(format);
        return ToString();
    }

    /// <summary>Writes the same text as <see cref="ToString()"/>.</summary>
    /// <param name="destination">Where the text is written.</param>
    /// <param name="charsWritten">How many characters were written.</param>
    /// <param name="format">Empty or "G": there is one format.</param>
    /// <param name="provider">Ignored: the text is the same in every culture.</param>
    /// <returns><see langword="false"/> if the text does not fit; nothing of use is then written.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public bool TryFormat(
        Span<char> destination,
        out int charsWritten,
        ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null)
    {
        RequireGeneralFormat(format);
        if (TryGetInt64(out long whole))
        {
            return whole.TryFormat(destination, out charsWritten, default, CultureInfo.InvariantCulture);
        }

        string text = ToString();
        bool fits = text.TryCopyTo(destination);
        charsWritten = fits ? text.Length : 0;
        return fits;
    }

    /// <summary>Whether the number ends after at most 12 decimals, and after how many.</summary>
    private bool TryCountDecimals(out int decimals, out long denominator)
    {
        decimals = 0;
        BigInteger exact = Denominator;
        denominator = exact <= PowersOfTen[MostDecimals] ? (long)exact : 0;
        if (denominator == 0 || PowersOfTen[MostDecimals] % (ulong)denominator != 0) return false;
        while (PowersOfTen[decimals] % (ulong)denominator != 0) decimals++;
        return true;
    }

    private static void RequireGeneralFormat(ReadOnlySpan<char> format)
    {
        if (!format.IsEmpty && !format.Equals("G", StringComparison.OrdinalIgnoreCase))
        {
            throw new FormatException("A rational number has one format, the general one.");
        }
    }
}
