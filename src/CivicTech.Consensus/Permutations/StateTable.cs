using System.Numerics;
using System.Runtime.CompilerServices;

namespace CivicTech.Consensus.Permutations;

/// <summary>
/// States with the number of ways to reach each: an open-addressing hash table of keys and counts of fixed widths, side by side so that a
/// state is one place in memory. The first digit of a key is never 0.
/// </summary>
/// <remarks>
/// The time goes into waiting for memory. So additions are collected, and the places of all of them are looked at before the first is
/// carried out: the waits overlap.
/// </remarks>
internal sealed class StateTable
{
    /// <summary>The most 64-bit digits that one table takes: 32 MB.</summary>
    private const int MaxLimbs = 1 << 22;

    private const int SmallestSize = 64;
    private const int MaxPending = 16;

    private readonly StateRoom _room;
    private readonly StateTable? _source;
    private readonly int _keyLimbs;
    private readonly int _stride;
    private readonly ulong[] _pendingKeys;
    private readonly int[] _pendingSources = new int[MaxPending];
    private readonly UInt128[] _pendingFactors = new UInt128[MaxPending];
    private readonly int[] _pendingSlots = new int[MaxPending];
    private ulong[] _limbs;
    private int _count;
    private int _pending;
    private ulong _seen;

    /// <summary>An empty table.</summary>
    /// <param name="room">Where tables take their memory.</param>
    /// <param name="keyLimbs">Digits of a key.</param>
    /// <param name="countLimbs">Digits of a count.</param>
    /// <param name="source">The table whose ways are added; about as many states are expected.</param>
    internal StateTable(StateRoom room, int keyLimbs, int countLimbs, StateTable? source)
    {
        _room = room;
        _source = source;
        _keyLimbs = keyLimbs;
        _stride = keyLimbs + countLimbs;
        _pendingKeys = new ulong[MaxPending * keyLimbs];
        Size = SmallestSize;
        while (Size < 2 * (source?._count ?? 0) && (long)Size * 2 * _stride <= MaxLimbs)
        {
            Size *= 2;
        }

        _limbs = room.Take(Size * _stride);
    }

    /// <summary>The number of slots, some of which hold a state.</summary>
    internal int Size { get; private set; }

    /// <summary>Where to write the key of the next addition.</summary>
    internal Span<ulong> NextKey => _pendingKeys.AsSpan(_pending * _keyLimbs, _keyLimbs);

    /// <summary>The key in a slot: empty when there is none.</summary>
    internal ReadOnlySpan<ulong> Key(int slot) => _limbs[slot * _stride] == 0 ? [] : _limbs.AsSpan(slot * _stride, _keyLimbs);

    internal ReadOnlySpan<ulong> Ways(int slot) => _limbs.AsSpan((slot * _stride) + _keyLimbs, _stride - _keyLimbs);

    internal ReadOnlySpan<ulong> SourceWays(int sourceSlot) => _source!.Ways(sourceSlot);

    /// <summary>Holds the state in <see cref="NextKey"/>, reached in one way.</summary>
    internal void Seed() => Add(NextKey, [1], 1, 0);

    /// <summary>Adds factor times the ways of a slot of the source to the state in <see cref="NextKey"/>. False when there is no room.</summary>
    internal bool TryAdd(int sourceSlot, UInt128 factor)
    {
        _pendingSources[_pending] = sourceSlot;
        _pendingFactors[_pending] = factor;
        _pendingSlots[_pending] = (int)Hash(NextKey) & (Size - 1);
        return ++_pending < MaxPending || TryFlush();
    }

    /// <summary>Carries out the additions that are still pending. False when there is no room.</summary>
    internal bool TryFlush()
    {
        for (var i = 0; i < _pending; i++)
        {
            _seen |= _limbs[_pendingSlots[i] * _stride];
        }

        for (var i = 0; i < _pending; i++)
        {
            Add(_pendingKeys.AsSpan(i * _keyLimbs, _keyLimbs), SourceWays(_pendingSources[i]), _pendingFactors[i], _pendingSlots[i]);
        }

        _pending = 0;
        return (_count + MaxPending) * 2 <= Size || TryGrow();
    }

    /// <summary>Gives the memory back: the table must not be used any more.</summary>
    internal void Release()
    {
        _room.GiveBack(_limbs);
        _limbs = [];
    }

    private void Add(ReadOnlySpan<ulong> key, ReadOnlySpan<ulong> ways, UInt128 factor, int slot)
    {
        while (true)
        {
            var entry = _limbs.AsSpan(slot * _stride, _stride);
            var isNew = entry[0] == 0;
            if (isNew || IsKey(entry, key))
            {
                if (isNew)
                {
                    _count++;
                    key.CopyTo(entry);
                }

                Limbs.AddProduct(entry[_keyLimbs..], ways, factor);
                return;
            }

            slot = (slot + 1) & (Size - 1);
        }
    }

    private bool TryGrow()
    {
        if ((long)Size * 2 * _stride > MaxLimbs)
        {
            return false;
        }

        var old = _limbs.AsSpan(0, Size * _stride);
        var released = _limbs;
        Size *= 2;
        _limbs = _room.Take(Size * _stride);
        for (; !old.IsEmpty; old = old[_stride..])
        {
            if (old[0] != 0)
            {
                var slot = (int)Hash(old[.._keyLimbs]) & (Size - 1);
                while (_limbs[slot * _stride] != 0)
                {
                    slot = (slot + 1) & (Size - 1);
                }

                old[.._stride].CopyTo(_limbs.AsSpan(slot * _stride));
            }
        }

        _room.GiveBack(released);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsKey(ReadOnlySpan<ulong> entry, ReadOnlySpan<ulong> key)
    {
        for (var i = 0; i < key.Length; i++)
        {
            if (entry[i] != key[i])
            {
                return false;
            }
        }

        return true;
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

        return hash;
    }
}
