using System.Numerics;
using System.Runtime.CompilerServices;

namespace CivicTech.Ballots;

internal sealed partial class BallotFolder
{
    // _stamps[c] == _stamp: the ballot in hand names candidate c.
    private readonly int[] _stamps;
    private readonly ulong[] _bits;

    // The place + 1 of the record of the ballot that names one candidate alone: many elections have no other ballots.
    private readonly int[] _alone;
    private int _stamp;

    /// <summary>Counts an approval ballot; false, and nothing counted, when a candidate occurs twice in it.</summary>
    /// <remarks>Compiled at once for speed: counting is often over before the runtime would notice that it is hot.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool TryFold(ReadOnlySpan<int> approved, long weight)
    {
        if (approved.Length == 1 && (uint)approved[0] < (uint)_alone.Length)
        {
            FoldAlone(approved[0], weight);
            return true;
        }

        if (++_stamp == int.MaxValue)
        {
            Array.Clear(_stamps);
            _stamp = 1;
        }

        var stamps = _stamps;
        var words = _words;
        var stamp = _stamp;
        var hash = 0UL;
        foreach (var candidate in approved)
        {
            if ((uint)candidate >= (uint)stamps.Length || (uint)candidate >= (uint)words.Length)
            {
                throw new ArgumentOutOfRangeException(nameof(approved), candidate, $"There are {words.Length} candidates, counted from 0.");
            }

            if (stamps[candidate] == stamp)
            {
                return false;
            }

            stamps[candidate] = stamp;
            hash += words[candidate];
        }

        CountWeight(weight);
        var tag = (uint)(hash >> 32);
        var slots = _slots;
        var mask = _mask;
        var slot = (int)(tag >> _shift);
        while (true)
        {
            var entry = slots[slot];
            if (entry == 0)
            {
                break;
            }

            var record = (int)(uint)entry - 1;
            if ((uint)(entry >> 32) == tag && Holds(record, approved.Length))
            {
                // Below the total, so it cannot overflow.
                BallotColumns.WriteWeight(_records, record, BallotColumns.ReadWeight(_records, record) + weight);
                return true;
            }

            slot = (slot + 1) & mask;
        }

        var start = Append(approved.Length, weight);
        var stored = _records.AsSpan(start + BallotColumns.Header, approved.Length);
        approved.CopyTo(stored);
        Sort(stored);
        Enter(slot, tag, start);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FoldAlone(int candidate, long weight)
    {
        CountWeight(weight);
        var alone = _alone[candidate];
        if (alone > 0)
        {
            BallotColumns.WriteWeight(_records, alone - 1, BallotColumns.ReadWeight(_records, alone - 1) + weight);
        }
        else
        {
            AppendAlone(candidate, weight);
        }
    }

    private void AppendAlone(int candidate, long weight)
    {
        var start = Append(1, weight);
        _records[start + BallotColumns.Header] = candidate;
        _alone[candidate] = start + 1;
    }

    // Both are sets of one size: the stored one is the same when all of it is stamped.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Holds(int record, int length)
    {
        if (_records[record] != length)
        {
            return false;
        }

        var stamps = _stamps;
        var stamp = _stamp;
        foreach (var candidate in _records.AsSpan(record + BallotColumns.Header, length))
        {
            if (stamps[candidate] != stamp)
            {
                return false;
            }
        }

        return true;
    }

    // A few are inserted one by one. For more, setting bits and reading them back sorts without a comparison, unless there are very many
    // candidates to choose from.
    private void Sort(Span<int> candidates)
    {
        if (candidates.Length < 8)
        {
            for (var i = 1; i < candidates.Length; i++)
            {
                var candidate = candidates[i];
                var j = i - 1;
                for (; j >= 0 && candidates[j] > candidate; j--)
                {
                    candidates[j + 1] = candidates[j];
                }

                candidates[j + 1] = candidate;
            }
        }
        else if (candidates.Length * 8 < _bits.Length)
        {
            candidates.Sort();
        }
        else
        {
            SortByBits(candidates);
        }
    }

    private void SortByBits(Span<int> candidates)
    {
        var bits = _bits;
        foreach (var candidate in candidates)
        {
            bits[candidate >> 6] |= 1UL << candidate;
        }

        var next = 0;
        for (var word = 0; word < bits.Length; word++)
        {
            for (var rest = bits[word]; rest != 0; rest &= rest - 1)
            {
                candidates[next++] = (word << 6) + BitOperations.TrailingZeroCount(rest);
            }

            bits[word] = 0;
        }
    }
}
