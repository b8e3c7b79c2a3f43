using System.Numerics;
using System.Security.Cryptography;

namespace CivicTech.Ballots;

/// <summary>
/// Folds equal ballots as they arrive: an open-addressing table over flat columns. Memory grows with distinct ballots, not voters.
/// </summary>
/// <remarks>
/// The hash of a ballot is a sum of words, one a candidate, so that the order in which a ballot lists its candidates does not
/// matter. The words are keyed anew in every process: nobody can prepare a file whose ballots all collide. No outcome depends on
/// them, because ballots keep the order of their first arrival.
/// </remarks>
internal sealed partial class BallotFolder
{
    private const int InitialSlots = 64;

    private static readonly ulong Key = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8));

    private readonly ulong[] _words;
    private readonly bool _hasValues;

    // A slot holds the upper half of the hash and, below it, the ballot's number + 1; 0 is free. The place in the table comes from
    // the upper bits too, so that growing needs no look at the ballots.
    private ulong[] _slots = new ulong[InitialSlots];
    private int _shift = 32 - BitOperations.Log2(InitialSlots);

    private int _count;
    private int[] _offsets = new int[33];
    private int[] _candidates = new int[128];
    private long[] _values = [];
    private long[] _weights = new long[32];
    private long _totalWeight;

    internal BallotFolder(int candidateCount, bool hasValues)
    {
        _hasValues = hasValues;
        _values = hasValues ? new long[128] : [];
        _stamps = hasValues ? [] : new int[candidateCount];
        _bits = hasValues ? [] : new ulong[(candidateCount + 63) / 64];
        _words = new ulong[candidateCount];
        for (var i = 0; i < candidateCount; i++)
        {
            _words[i] = Mix(Key + ((ulong)i * 0x9E3779B97F4A7C15));
        }
    }

    internal int Count => _count;

    internal long TotalWeight => _totalWeight;

    /// <summary>Hands the columns over and starts again from empty.</summary>
    internal BallotColumns Take()
    {
        var columns = new BallotColumns
        {
            Count = _count,
            Offsets = _offsets,
            Candidates = _candidates,
            Values = _values,
            Weights = _weights,
            TotalWeight = _totalWeight,
        };

        _slots = new ulong[InitialSlots];
        _shift = 32 - BitOperations.Log2(InitialSlots);
        _count = 0;
        _offsets = new int[33];
        _candidates = new int[128];
        _values = _hasValues ? new long[128] : [];
        _weights = new long[32];
        _totalWeight = 0;
        return columns;
    }

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }

    private void CountWeight(long weight)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weight);
        _totalWeight = checked(_totalWeight + weight);
    }

    /// <summary>Makes room for one more ballot of the given length and says where its entries begin.</summary>
    private int Append(int length, long weight)
    {
        var start = _offsets[_count];
        if (start > Array.MaxLength - length)
        {
            throw new InvalidOperationException("A profile holds at most 2,147,483,591 entries; merge counts, not ballots, beyond that.");
        }

        Grow(ref _candidates, start + length);
        if (_hasValues)
        {
            Grow(ref _values, start + length);
        }

        Grow(ref _weights, _count + 1);
        Grow(ref _offsets, _count + 2);
        _weights[_count] = weight;
        _offsets[++_count] = start + length;
        return start;
    }

    private static void Grow<T>(ref T[] array, int needed)
    {
        if (needed > array.Length)
        {
            // By half above some millions: twice the memory at the peak is what hurts there.
            var larger = array.Length < 1 << 22 ? array.Length * 2L : array.Length + (array.Length / 2L);
            Array.Resize(ref array, (int)Math.Min(Math.Max(larger, needed), Array.MaxLength));
        }
    }

    private void Enter(int slot, uint tag)
    {
        _slots[slot] = ((ulong)tag << 32) | (uint)_count;
        if (_count * 2L > _slots.Length)
        {
            Rehash();
        }
    }

    private void Rehash()
    {
        var old = _slots;
        _slots = new ulong[checked(old.Length * 2)];
        _shift--;
        var mask = _slots.Length - 1;
        foreach (var entry in old)
        {
            if (entry != 0)
            {
                var slot = (int)((uint)(entry >> 32) >> _shift);
                while (_slots[slot] != 0)
                {
                    slot = (slot + 1) & mask;
                }

                _slots[slot] = entry;
            }
        }
    }
}
