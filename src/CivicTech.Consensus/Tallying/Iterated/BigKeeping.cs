using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>Fixed decimals without a bound.</summary>
internal readonly struct BigKeeping(int decimals, KeptRounding rounding, bool keepsAmounts) : IKeeping<BigInteger>
{
    private readonly BigInteger _unit = BigInteger.Pow(10, decimals);

    public bool IsExact => false;

    public BigInteger One => _unit;

    public BigInteger Add(BigInteger a, BigInteger b) => a + b;

    public BigInteger Subtract(BigInteger a, BigInteger b) => a - b;

    public BigInteger Times(BigInteger value, long ballots) => value * ballots;

    public BigInteger Keep(BigInteger value, BigInteger factor, out BigInteger rest)
    {
        if (keepsAmounts)
        {
            var paid = BigInteger.Min(value, factor);
            rest = value - paid;
            return paid;
        }

        var down = BigInteger.DivRem(value * factor, _unit, out var lost);
        var up = lost.IsZero ? down : down + 1;
        rest = value - up;
        return rounding == KeptRounding.Up ? up : down;
    }

    public BigInteger Quota(BigInteger votes, int seats) => (votes / (seats + 1L)) + 1;

    public bool Reaches(BigInteger votes, BigInteger quota) => votes >= quota;

    public BigInteger Factor(BigInteger factor, BigInteger quota, BigInteger votes)
    {
        var product = ((factor * quota) + _unit - 1) / _unit;
        return BigInteger.Min(((product * _unit) + votes - 1) / votes, _unit);
    }

    public BigInteger Product(BigInteger a, BigInteger b) => a * b / _unit;

    public BigInteger Quotient(BigInteger a, BigInteger n) => a / n;

    public BigInteger Part(BigInteger value, BigInteger numerator, BigInteger denominator) => value * numerator / denominator;

    public BigInteger Units(BigInteger amount) => amount;

    public Rational ToRational(BigInteger amount) => new(amount, _unit);
}
