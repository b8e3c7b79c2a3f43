namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>The generator of java.util.Random, whose sequence its documentation prescribes: a linear congruence of 48 bits.</summary>
internal sealed class JavaRandom(long seed)
{
    private const long Multiplier = 0x5DEECE66D;
    private const long Mask = (1L << 48) - 1;

    private long _state = (seed ^ Multiplier) & Mask;

    /// <summary>floor(nextDouble() · <paramref name="bound"/>).</summary>
    internal int ByDouble(int bound)
    {
        var high = (ulong)Next(26) << 27;
        return (int)(((UInt128)(high + (ulong)Next(27)) * (ulong)bound) >> 53);
    }

    /// <summary>nextInt(<paramref name="bound"/>).</summary>
    internal int Below(int bound)
    {
        if ((bound & -bound) == bound)
        {
            return (int)((bound * (long)Next(31)) >> 31);
        }

        while (true)
        {
            var bits = (int)Next(31);
            var value = bits % bound;
            if (unchecked(bits - value + (bound - 1)) >= 0)
            {
                return value;
            }
        }
    }

    /// <summary>Collections.shuffle.</summary>
    internal void Shuffle<T>(T[] list)
    {
        for (var i = list.Length; i > 1; i--)
        {
            var j = Below(i);
            (list[i - 1], list[j]) = (list[j], list[i - 1]);
        }
    }

    private uint Next(int bits)
    {
        _state = unchecked((_state * Multiplier) + 0xB) & Mask;
        return (uint)(_state >> (48 - bits));
    }
}
