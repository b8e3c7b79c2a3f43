using System.Numerics;
using System.Runtime.CompilerServices;

namespace CivicTech.Consensus.Permutations;

/// <summary>States with the number of ways to reach each: an open-addressing hash table over keys and counts of fixed widths.</summary>
internal sealed class StateTable(int keyLimbs, int countLimbs)
{
    /// <summary>The most 64-bit digits that keys and counts of one table take: 64 MB.</summary>
    private const int MaxLimbs = 1 << 23;

    private const int SmallestSize = 64;

    private ulong[] _keys = new ulong[16 * keyLimbs];
    private ulong[] _counts = new ulong[16 * countLimbs];

    // Upper half: part of the hash. Lower half: the place of the state plus 1; 0 when the slot is empty.
    private ulong[] _slots = new ulong[SmallestSize];
    private int _size = SmallestSize;

    internal int Count { get; private set; }

    internal int KeyLimbs => keyLimbs;

    internal ReadOnlySpan<ulong> Key(int state) => _keys.AsSpan(state * keyLimbs, keyLimbs);

    internal ReadOnlySpan<ulong> Ways(int state) => _counts.AsSpan(state * countLimbs, countLimbs);

    /// <summary>Adds ways times factor to the ways of a state. False when the table may not grow any more.</summary>
    internal bool TryAdd(ReadOnlySpan<ulong> key, ReadOnlySpan<ulong> ways, UInt128 factor)
    {
        var hash = Hash(key);
        var tag = hash & 0xFFFFFFFF00000000;
        var slot = (int)hash & (_size - 1);
        while (true)
        {
            var entry = _slots[slot];
            if (entry == 0)
            {
                break;
            }

            if ((entry & 0xFFFFFFFF00000000) == tag)
            {
                var state = (int)(uint)entry - 1;
                if (Key(state).SequenceEqual(key))
                {
                    Limbs.AddProduct(_counts.AsSpan(state * countLimbs, countLimbs), ways, factor);
                    return true;
                }
            }

            slot = (slot + 1) & (_size - 1);
        }

        return TryInsert(key, ways, factor, tag, slot);
    }

    internal void Clear(int expected)
    {
        Count = 0;
        _size = Math.Min(_slots.Length, (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(SmallestSize, expected)));
        Array.Clear(_slots, 0, _size);
    }

    private bool TryInsert(ReadOnlySpan<ulong> key, ReadOnlySpan<ulong> ways, UInt128 factor, ulong tag, int slot)
    {
        if ((long)(Count + 1) * (keyLimbs + countLimbs) > MaxLimbs)
        {
            return false;
        }

        if ((Count + 1) * keyLimbs > _keys.Length)
        {
            Array.Resize(ref _keys, _keys.Length * 2);
            Array.Resize(ref _counts, _counts.Length * 2);
        }

        key.CopyTo(_keys.AsSpan(Count * keyLimbs));
        var counts = _counts.AsSpan(Count * countLimbs, countLimbs);
        counts.Clear();
        Limbs.AddProduct(counts, ways, factor);
        _slots[slot] = tag | (uint)++Count;
        if (Count * 2 > _size)
        {
            Grow();
        }

        return true;
    }

    private void Grow()
    {
        _size *= 2;
        if (_slots.Length < _size)
        {
            _slots = new ulong[_size];
        }
        else
        {
            Array.Clear(_slots, 0, _size);
        }

        for (var state = 0; state < Count; state++)
        {
            var hash = Hash(Key(state));
            var slot = (int)hash & (_size - 1);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_size - 1);
            }

            _slots[slot] = (hash & 0xFFFFFFFF00000000) | (uint)(state + 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(ReadOnlySpan<ulong> key)
    {
        var hash = 0UL;
        foreach (var limb in key)
        {
            hash = (hash ^ limb) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 32;
        }

        return hash * 0xD6E8FEB86659FD93;
    }
}
