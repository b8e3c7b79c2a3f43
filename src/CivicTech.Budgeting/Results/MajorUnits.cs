using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Results;

/// <summary>Amounts as the rules have them: exact numbers of the major unit.</summary>
internal static class MajorUnits
{
    internal static Rational Of(Money amount) => new(amount.MinorUnits, Unit(amount.Currency));

    /// <summary>Back to money.</summary>
    /// <exception cref="InvalidOperationException">It is finer than the currency: no sum of amounts of that currency is.</exception>
    internal static Money ToMoney(Rational amount, Currency currency) => (amount * Unit(currency)).TryGetInt64(out var units)
        ? Money.FromMinorUnits(units, currency)
        : throw new InvalidOperationException($"{amount} is no amount of {currency}.");

    private static long Unit(Currency currency) => (long)BigInteger.Pow(10, currency.Digits);
}
