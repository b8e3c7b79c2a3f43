using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>Votes in units of 10^-decimals, every part cut off, never rounded up: so no vote comes from nowhere.</summary>
/// <remarks>Amounts stay below 10^19 votes times 10^12 units; the product of two of them can exceed 128 bits and is then formed exactly.</remarks>
internal readonly struct FixedVotes(int decimals, TransferRounding rounding) : IVoteArithmetic<Int128>
{
    internal const int MaxDecimals = 12;

    private readonly Int128 _unit = Power(decimals);

    public Int128 Of(long votes) => votes * _unit;

    public Int128 Add(Int128 a, Int128 b) => a + b;

    public Int128 Subtract(Int128 a, Int128 b) => a - b;

    public Int128 Times(Int128 value, long ballots) => value * ballots;

    public Int128 Part(Int128 value, Int128 surplus, Int128 total) => rounding == TransferRounding.Paper
        ? MultiplyDivide(value, surplus, total)
        : MultiplyDivide(value, MultiplyDivide(_unit, surplus, total), _unit);

    public Rational ToRational(Int128 votes) => new((BigInteger)votes, (BigInteger)_unit);

    private static Int128 MultiplyDivide(Int128 a, Int128 b, Int128 divisor)
    {
        // A ballot is worth at most one vote, 10^12 units; so only an enormous electorate leaves the short way.
        return a <= long.MaxValue && b <= long.MaxValue && divisor <= long.MaxValue
            ? (Int128)((UInt128)Math.BigMul((ulong)(long)a, (ulong)(long)b) / (ulong)(long)divisor)
            : (Int128)((BigInteger)a * (BigInteger)b / (BigInteger)divisor);
    }

    private static Int128 Power(int decimals)
    {
        Int128 power = 1;
        for (var i = 0; i < decimals; i++)
        {
            power *= 10;
        }

        return power;
    }
}
