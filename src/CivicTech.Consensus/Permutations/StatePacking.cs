namespace CivicTech.Consensus.Permutations;

/// <summary>Packs the sums of items into 64-bit digits, as many whole sums a digit as fit.</summary>
internal sealed class StatePacking
{
    /// <summary>Set in the first digit of every key, so that it is not 0.</summary>
    internal const ulong Mark = 1UL << 63;

    private readonly int _bits;
    private readonly int _perLimb;

    internal StatePacking(int items, int largestSum)
    {
        _bits = 32 - int.LeadingZeroCount(largestSum);
        _perLimb = 63 / _bits;
        KeyLimbs = (items + _perLimb - 1) / _perLimb;
    }

    internal int KeyLimbs { get; }

    internal void Pack(ReadOnlySpan<int> sums, Span<ulong> key)
    {
        var limb = 0;
        for (var start = 0; start < sums.Length; start += _perLimb)
        {
            var packed = 0UL;
            foreach (var sum in sums.Slice(start, Math.Min(_perLimb, sums.Length - start)))
            {
                packed = (packed << _bits) | (uint)sum;
            }

            key[limb++] = packed;
        }

        key[limb..].Clear();
        key[0] |= Mark;
    }

    /// <summary>As many sums as were packed.</summary>
    internal void Unpack(ReadOnlySpan<ulong> key, Span<int> sums)
    {
        var mask = (1UL << _bits) - 1;
        var limb = 0;
        for (var start = 0; start < sums.Length; start += _perLimb)
        {
            var packed = key[limb++];
            for (var i = Math.Min(start + _perLimb, sums.Length) - 1; i >= start; i--)
            {
                sums[i] = (int)(packed & mask);
                packed >>= _bits;
            }
        }
    }
}
