using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace CivicTech.Amounts;

/// <summary>A currency: its code, and in how many decimal digits its amounts are counted.</summary>
/// <remarks>
/// <para>Two currencies are equal if code and digits are: rial counted whole (<c>new Currency("IRR", 0)</c>, as a payment
/// provider may) is not rial counted in hundredths (<c>Currency.Of("IRR")</c>, as ISO 4217 has it).</para>
/// <para><c>default(Currency)</c> is <c>XXX</c>, the code of ISO 4217 for "no currency", with 0 digits.</para>
/// <para>Immutable, hence safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(CurrencyJsonConverter))]
public readonly partial struct Currency : IEquatable<Currency>
{
    /// <summary>The most digits a currency can have: 4, the most in ISO 4217.</summary>
    public const int MaxDigits = 4;

    private static readonly uint None = Iso4217.Pack('X', 'X', 'X') << 8;

    // The letters above, the digits in the lowest byte; turned by the code for none, so that zero means none.
    private readonly uint _bits;

    /// <summary>A currency whose digits are stated: one that ISO 4217 does not know, or counts otherwise.</summary>
    /// <param name="code">Three upper-case letters from A to Z.</param>
    /// <param name="digits">The decimal digits of an amount in major units, from 0 to <see cref="MaxDigits"/>: 2 for cents.</param>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not three upper-case letters.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is out of range.</exception>
    public Currency(string code, int digits)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, MaxDigits);
        if (!TryPack(code, out var letters)) throw NotACode(code);
        this = new Currency(letters, digits);
    }

    private Currency(uint letters, int digits) => _bits = ((letters << 8) | (uint)digits) ^ None;

    /// <summary>The three upper-case letters, such as <c>EUR</c>.</summary>
    public string Code => Iso4217.Find(Letters) is >= 0 and var place
        ? Iso4217.CodeAt(place)
        : string.Create(3, Letters, (code, letters) =>
        {
            for (var i = 0; i < 3; i++) code[i] = LetterAt(letters, i);
        });

    /// <summary>The decimal digits of an amount in major units, from 0 to <see cref="MaxDigits"/>: 2 where a minor unit is a hundredth.</summary>
    public int Digits => (int)((_bits ^ None) & 0xFF);

    private uint Letters => (_bits ^ None) >> 8;

    /// <summary>A currency of ISO 4217, active or retired in 2015 or later, with the digits the standard gives it.</summary>
    /// <param name="code">Three upper-case letters, such as <c>EUR</c>.</param>
    /// <exception cref="ArgumentException">It is not such a code, or the standard gives it no digits; the message tells how to state them.</exception>
    public static Currency Of(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (!TryPack(code, out _)) throw NotACode(code);
        return TryOf(code, out var currency)
            ? currency
            : throw new ArgumentException(
                $"'{code}' is not a currency whose digits are known from ISO 4217: state them, as in new Currency(\"{code}\", 2).", nameof(code));
    }

    /// <summary>As <see cref="Of"/>, without exceptions.</summary>
    /// <param name="code">Three upper-case letters; <see langword="null"/> is no code.</param>
    /// <param name="currency">The currency, or the default value.</param>
    /// <returns>Whether the currency is known.</returns>
    public static bool TryOf([NotNullWhen(true)] string? code, out Currency currency)
    {
        currency = default;
        return TryPack(code, out var letters) && TryOf(letters, out currency);
    }

    /// <inheritdoc />
    public bool Equals(Currency other) => _bits == other._bits;

    /// <inheritdoc />
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Currency other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => (int)_bits;

    /// <summary>Whether code and digits are the same.</summary>
    public static bool operator ==(Currency left, Currency right) => left.Equals(right);

    /// <summary>Whether code or digits differ.</summary>
    public static bool operator !=(Currency left, Currency right) => !left.Equals(right);

    private static bool TryOf(uint letters, out Currency currency)
    {
        var place = Iso4217.Find(letters);
        currency = place >= 0 ? new Currency(letters, Iso4217.DigitsAt(place)) : default;
        return place >= 0;
    }

    private static bool TryPack(string? code, out uint letters)
    {
        letters = 0;
        return code is { Length: 3 } && TryPack(code[0], code[1], code[2], out letters);
    }

    private static bool TryPack(int first, int second, int third, out uint letters)
    {
        letters = Iso4217.Pack(first, second, third);
        return first is >= 'A' and <= 'Z' && second is >= 'A' and <= 'Z' && third is >= 'A' and <= 'Z';
    }

    private static char LetterAt(uint letters, int index) => (char)((letters >> (16 - 8 * index)) & 0xFF);

    private static ArgumentException NotACode(string code) =>
        new($"'{code}' is not a currency code: expected three upper-case letters, such as EUR.", nameof(code));
}
