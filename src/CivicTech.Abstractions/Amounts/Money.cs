using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Text.Json.Serialization;

namespace CivicTech.Amounts;

/// <summary>An exact amount of money: a whole number of the minor units of a currency.</summary>
/// <remarks>
/// <para>Holds from -9,223,372,036,854,775,807 to 9,223,372,036,854,775,807 minor units: as far down as up, so that an
/// amount can always be taken back. No operation rounds except <see cref="Share"/>, which names its rule; what leaves the
/// range is an <see cref="OverflowException"/>, never another amount.</para>
/// <para>Amounts of different currencies are different amounts (also when both are zero), and cannot be added or compared:
/// that is an <see cref="InvalidOperationException"/> that names both. <c>default(Money)</c> is zero of the
/// default <see cref="Amounts.Currency"/>, "no currency".</para>
/// <para>Immutable, hence safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(MoneyJsonConverter))]
public readonly partial struct Money :
    IEquatable<Money>,
    IComparable<Money>,
    IComparisonOperators<Money, Money, bool>,
    IAdditionOperators<Money, Money, Money>,
    ISubtractionOperators<Money, Money, Money>,
    IMultiplyOperators<Money, long, Money>,
    IUnaryNegationOperators<Money, Money>
{
    private static readonly int[] PowersOfTen = [1, 10, 100, 1_000, 10_000];

    private Money(long minorUnits, Currency currency)
    {
        if (minorUnits == long.MinValue) throw TooLarge(currency);
        MinorUnits = minorUnits;
        Currency = currency;
    }

    /// <summary>The amount in minor units (cents where the currency has two digits), from -<see cref="long.MaxValue"/> to <see cref="long.MaxValue"/>.</summary>
    public long MinorUnits { get; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; }

    /// <summary>Whether the amount is zero.</summary>
    public bool IsZero => MinorUnits == 0;

    /// <summary>Whether the amount is below zero.</summary>
    public bool IsNegative => MinorUnits < 0;

    /// <summary>Whether the amount is above zero.</summary>
    public bool IsPositive => MinorUnits > 0;

    /// <summary>An amount in major units (12.50 euro) of a currency of ISO 4217.</summary>
    /// <param name="amount">The amount, with no more decimals than the currency has; trailing zeros make no difference.</param>
    /// <param name="code">A code that <see cref="Currency.Of"/> knows.</param>
    /// <exception cref="ArgumentException">The currency is unknown, or the amount is finer than its minor unit.</exception>
    /// <exception cref="OverflowException">The amount is out of range.</exception>
    public static Money Of(decimal amount, string code) => Of(amount, Currency.Of(code));

    /// <summary>An amount in major units (12.50 euro).</summary>
    /// <param name="amount">The amount, with no more decimals than the currency has; trailing zeros make no difference.</param>
    /// <param name="currency">The currency.</param>
    /// <exception cref="ArgumentException">The amount is finer than the minor unit of the currency.</exception>
    /// <exception cref="OverflowException">The amount is out of range.</exception>
    public static Money Of(decimal amount, Currency currency)
    {
        // By its digits: a decimal's own product rounds where it runs out of them.
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(amount, bits);
        UInt128 digits = new((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        var places = amount.Scale - currency.Digits;
        for (; places > 0; places--)
        {
            (digits, var lost) = UInt128.DivRem(digits, 10);
            if (lost != 0) throw TooFine(amount, currency);
        }

        digits *= (ulong)PowersOfTen[-places];
        if (digits > long.MaxValue) throw TooLarge(currency);
        var magnitude = (long)(ulong)digits;
        return new Money(bits[3] < 0 ? -magnitude : magnitude, currency);
    }

    /// <summary>An amount in minor units: 1250 for 12.50 euro.</summary>
    /// <param name="minorUnits">Any value but <see cref="long.MinValue"/>.</param>
    /// <param name="currency">The currency.</param>
    /// <exception cref="OverflowException"><paramref name="minorUnits"/> is <see cref="long.MinValue"/>.</exception>
    public static Money FromMinorUnits(long minorUnits, Currency currency) => new(minorUnits, currency);

    /// <summary>Nothing, in a currency.</summary>
    /// <param name="currency">The currency.</param>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>The amount in major units (12.50 for 1250 cents), exactly and with all decimals of the currency: for display and for other systems.</summary>
    public decimal ToDecimal()
    {
        var magnitude = (ulong)Math.Abs(MinorUnits);
        return new decimal((int)(uint)magnitude, (int)(uint)(magnitude >> 32), 0, IsNegative, (byte)Currency.Digits);
    }

    /// <inheritdoc />
    public bool Equals(Money other) => MinorUnits == other.MinorUnits && Currency == other.Currency;

    /// <inheritdoc />
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Money other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(MinorUnits, Currency);

    private static ArgumentException TooFine(decimal amount, Currency currency) => new(
        FormattableString.Invariant($"{amount} is finer than {currency} has digits ({currency.Digits}): round it first."), nameof(amount));

    private static OverflowException TooLarge(Currency currency) =>
        new($"An amount of {currency} is larger than 64 bits of minor units hold.");
}
