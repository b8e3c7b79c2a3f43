using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>Fixed decimals in 64 bits. The caller sees to it that all votes together have room.</summary>
internal readonly struct LongKeeping(int decimals, KeptRounding rounding, bool keepsAmounts) : IKeeping<long>
{
    // A part of one vote times a factor stays below 10^18.
    internal const int MaxDecimals = 9;

    private readonly long _unit = (long)BigInteger.Pow(10, decimals);

    public bool IsExact => false;

    public long One => _unit;

    public long Add(long a, long b) => a + b;

    public long Subtract(long a, long b) => a - b;

    public long Times(long value, long ballots) => checked(value * ballots);

    public long Keep(long value, long factor, out long rest)
    {
        if (keepsAmounts)
        {
            var paid = Math.Min(value, factor);
            rest = value - paid;
            return paid;
        }

        if (factor == _unit)
        {
            rest = 0;
            return value;
        }

        var product = value * factor;
        var down = product / _unit;
        var up = product == down * _unit ? down : down + 1;
        rest = value - up;
        return rounding == KeptRounding.Up ? up : down;
    }

    public long Quota(long votes, int seats) => (votes / (seats + 1L)) + 1;

    public bool Reaches(long votes, long quota) => votes >= quota;

    public long Factor(long factor, long quota, long votes)
    {
        // The quota is a number of votes: its product has no room in 64 bits.
        var product = (((UInt128)(ulong)factor * (ulong)quota) + (ulong)_unit - 1) / (ulong)_unit;
        var quotient = ((product * (ulong)_unit) + (ulong)votes - 1) / (ulong)votes;
        return quotient >= (ulong)_unit ? _unit : (long)quotient;
    }

    // Sums of products can exceed one vote.
    public long Product(long a, long b) => (long)((Int128)a * b / _unit);

    public long Quotient(long a, BigInteger n) => n > long.MaxValue ? 0 : a / (long)n;

    public long Part(long value, BigInteger numerator, BigInteger denominator) => (long)(value * numerator / denominator);

    public BigInteger Units(long amount) => amount;

    public Rational ToRational(long amount) => new(amount, _unit);
}
