using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Abstractions.Tests.Numerics;

/// <summary>Random numbers that prefer the values where arithmetic goes wrong.</summary>
internal sealed class HardNumbers(ulong seed)
{
    private static readonly long[] Extremes =
    [
        0, 1, -1, 2, -2, 3, long.MaxValue, long.MinValue, long.MaxValue - 1, long.MinValue + 1, int.MaxValue, int.MinValue,
        1L << 32, 1L << 53, (1L << 53) + 1, -(1L << 53), 1L << 62, 1_000_000_000_000_000_000,
    ];

    private readonly SplitMix64 _random = new(seed);

    public ulong Next() => _random.Next();

    public int Below(int bound) => _random.Below(bound);

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
