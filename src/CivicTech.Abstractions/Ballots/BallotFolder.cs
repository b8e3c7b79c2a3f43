using System.Numerics;
using System.Security.Cryptography;

namespace CivicTech.Ballots;

/// <summary>
/// Folds equal ballots as they arrive: an open-addressing table over flat records. Memory grows with distinct ballots, not voters.
/// </summary>
/// <remarks>
/// The hash of a ballot is a sum of words, one a candidate, so that the order in which a ballot lists its candidates does not
/// matter. The words are keyed anew in every process: nobody can prepare a file whose ballots all collide. No outcome depends on
/// them, because ballots keep the order of their first arrival.
/// </remarks>
internal sealed partial class BallotFolder
{
    private const int InitialSlots = 256;

    private static readonly ulong Key = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8));

    private readonly ulong[] _words;
    private readonly bool _hasValues;

    // A slot holds the upper half of the hash and, below it, the place of the ballot's record + 1; 0 is free. The place in the table comes
    // from the upper bits too, so that growing needs no look at the ballots.
    private ulong[] _slots = [];
    private int _mask;
    private int _shift;

    // As in BallotColumns.
    private int _count;
    private int[] _offsets = [];
    private int[] _records = [];
    private long[] _values = [];
    private int _valueCount;
    private long _totalWeight;

    internal BallotFolder(CandidateList candidates, bool hasValues)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var candidateCount = candidates.Count;
        _hasValues = hasValues;
        _stamps = hasValues ? [] : new int[candidateCount];
        _bits = hasValues ? [] : new ulong[(candidateCount + 63) / 64];
        _alone = hasValues ? [] : new int[candidateCount];
        _words = new ulong[candidateCount];
        for (var i = 0; i < candidateCount; i++)
        {
            _words[i] = Mix(Key + ((ulong)i * 0x9E3779B97F4A7C15));
        }

        Start();
    }

    internal int Count => _count;

    internal long TotalWeight => _totalWeight;

    /// <summary>Hands the columns over and starts again from empty.</summary>
    internal BallotColumns Take()
    {
        var columns = new BallotColumns
        {
            Count = _count,
            Records = GrowingArray.HandOver(_records, _offsets[_count]),
            Offsets = GrowingArray.HandOver(_offsets, _count + 1),
            Values = GrowingArray.HandOver(_values, _valueCount),
            ValueCount = _valueCount,
            TotalWeight = _totalWeight,
        };
        GrowingArray.Release(_slots);
        Start();
        return columns;
    }

    private void Start()
    {
        UseSlots(InitialSlots);
        _count = 0;
        _offsets = GrowingArray.New<int>(InitialSlots);
        _offsets[0] = 0;
        _records = GrowingArray.New<int>(InitialSlots * 4);
        _values = _hasValues ? GrowingArray.New<long>(InitialSlots) : [];
        _valueCount = 0;
        _totalWeight = 0;
        Array.Clear(_alone);
    }

    private void UseSlots(int count)
    {
        _slots = GrowingArray.New<ulong>(count);
        Array.Clear(_slots, 0, count);
        _mask = count - 1;
        _shift = 32 - BitOperations.Log2((uint)count);
    }

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }

    /// <summary>Throws when so much more weight cannot be counted; so that adding a whole profile is done entirely or not at all.</summary>
    internal void CheckWeight(long weight) => _ = checked(_totalWeight + weight);

    private void CountWeight(long weight)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weight);
        _totalWeight = checked(_totalWeight + weight);
    }

    /// <summary>Makes room for one more ballot and says where its record begins.</summary>
    private int Append(int length, long weight)
    {
        var start = _offsets[_count];
        if (start > Array.MaxLength - length - BallotColumns.Header - 1)
        {
            throw new InvalidOperationException("A profile holds about two thousand million entries at most.");
        }

        var end = start + BallotColumns.Header + length + (_hasValues ? 1 : 0);
        GrowingArray.Reserve(ref _records, end, start);
        GrowingArray.Reserve(ref _offsets, _count + 2, _count + 1);
        if (_hasValues)
        {
            GrowingArray.Reserve(ref _values, _valueCount + length, _valueCount);
            _records[end - 1] = _valueCount;
            _valueCount += length;
        }

        _records[start] = length;
        BallotColumns.WriteWeight(_records, start, weight);
        _offsets[++_count] = end;
        return start;
    }

    private void Enter(int slot, uint tag, int start)
    {
        _slots[slot] = ((ulong)tag << 32) | (uint)(start + 1);
        if (_count * 2L > _mask)
        {
            Rehash();
        }
    }

    private void Rehash()
    {
        var old = _slots;
        var oldCount = _mask + 1;
        UseSlots(checked(oldCount * 2));
        foreach (var entry in old.AsSpan(0, oldCount))
        {
            if (entry != 0)
            {
                var slot = (int)((uint)(entry >> 32) >> _shift);
                while (_slots[slot] != 0)
                {
                    slot = (slot + 1) & _mask;
                }

                _slots[slot] = entry;
            }
        }

        GrowingArray.Release(old);
    }
}
