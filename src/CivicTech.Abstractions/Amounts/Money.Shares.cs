using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Amounts;

public readonly partial struct Money
{
    /// <summary>A rate of this amount (a fee of 1/20, 150 %), rounded to whole minor units.</summary>
    /// <param name="rate">Any exact rate; 1 is the whole amount.</param>
    /// <param name="rounding">The rule by which a part of a minor unit is rounded.</param>
    /// <returns>The exact product, rounded once.</returns>
    /// <exception cref="OverflowException">The share is out of range.</exception>
    /// <remarks>
    /// Shares of parts may sum to another amount than the share of their sum: three fees of 5 % on 10.10 are 0.51 each, but
    /// 1.52 on 30.30. Where they must agree, <see cref="Split"/> the share of the sum.
    /// </remarks>
    public Money Share(Rational rate, MoneyRounding rounding)
    {
        var denominator = rate.Denominator;
        var units = BigInteger.DivRem(rate.Numerator * MinorUnits, denominator, out var remainder);
        if (IsRoundedUp(units.IsEven, BigInteger.Abs(remainder), denominator, rounding)) units += remainder.Sign;
        return BigInteger.Abs(units) <= long.MaxValue ? new Money((long)units, Currency) : throw TooLarge(Currency);
    }

    /// <summary>Divides this amount in proportion to weights, by largest remainders (<see cref="Apportionment"/>): nothing is lost or made.</summary>
    /// <param name="weights">The weights, each at least 0. Not all are 0, unless this amount is.</param>
    /// <returns>
    /// A new array with the part of each weight, in their order. The parts sum to this amount and have its sign or are zero;
    /// each differs by less than one minor unit from its exact share; equal remainders are served from the start of the
    /// list. A negative amount is divided as its positive twin.
    /// </returns>
    /// <exception cref="ArgumentException">A weight is negative, or all are zero (or there are none) and this amount is not.</exception>
    /// <remarks>Takes O(n log n) time and O(n) space for n weights.</remarks>
    public Money[] Split(ReadOnlySpan<long> weights)
    {
        var units = Apportionment.LargestRemainders(Math.Abs(MinorUnits), weights);
        var parts = new Money[units.Length];
        for (var i = 0; i < parts.Length; i++) parts[i] = new Money(IsNegative ? -units[i] : units[i], Currency);
        return parts;
    }

    /// <summary>Whether the magnitude goes up to the next whole number, <paramref name="remainder"/> being what is above it, below <paramref name="denominator"/>.</summary>
    private static bool IsRoundedUp(bool isEven, BigInteger remainder, BigInteger denominator, MoneyRounding rounding) => rounding switch
    {
        MoneyRounding.HalfUp => remainder * 2 >= denominator,
        MoneyRounding.HalfEven => (remainder * 2).CompareTo(denominator) is var half && (half > 0 || (half == 0 && !isEven)),
        MoneyRounding.Up => !remainder.IsZero,
        MoneyRounding.Down => false,
        _ => throw new ArgumentOutOfRangeException(nameof(rounding), rounding, "This is no rule of rounding."),
    };
}
