using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Abstractions.Tests.Numerics;

/// <summary>
/// Steele, Lea and Flood's SplitMix64 (OOPSLA 2014): the same numbers on every machine and version, so a failure can be
/// run again. Its draws prefer the values where arithmetic goes wrong.
/// </summary>
internal sealed class SplitMix64(ulong seed)
{
    private static readonly long[] Extremes =
    [
        0, 1, -1, 2, -2, 3, long.MaxValue, long.MinValue, long.MaxValue - 1, long.MinValue + 1, int.MaxValue, int.MinValue,
        1L << 32, 1L << 53, (1L << 53) + 1, -(1L << 53), 1L << 62, 1_000_000_000_000_000_000,
    ];

    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>An extreme one time in four, else a number of a random length of bits.</summary>
    public long NextLong() => Below(4) == 0 ? Extremes[Below(Extremes.Length)] : (long)Next() >> Below(64);

    public BigInteger NextBig()
    {
        BigInteger value = NextLong();
        for (int i = Below(4); i > 0; i--) value = (value << 64) + NextLong();
        return value;
    }

    public BigInteger NextNonZeroBig()
    {
        BigInteger value = NextBig();
        return value.IsZero ? BigInteger.One : value;
    }

    /// <summary>Three times in four of small parts, else of any size.</summary>
    public Rational NextRational()
    {
        if (Below(4) == 0) return new Rational(NextBig(), NextNonZeroBig());
        long denominator = NextLong();
        return new Rational(NextLong(), denominator == 0 ? 1 : denominator);
    }
}
