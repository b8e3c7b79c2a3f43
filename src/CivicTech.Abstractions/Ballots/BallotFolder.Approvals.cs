namespace CivicTech.Ballots;

internal sealed partial class BallotFolder
{
    // _stamps[c] == _stamp: the ballot in hand names candidate c.
    private readonly int[] _stamps;
    private int _stamp;

    /// <summary>Counts an approval ballot; false, and nothing counted, when a candidate occurs twice in it.</summary>
    internal bool TryFold(ReadOnlySpan<int> approved, long weight)
    {
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
        var mask = slots.Length - 1;
        var slot = (int)(tag >> _shift);
        while (true)
        {
            var entry = slots[slot];
            if (entry == 0)
            {
                break;
            }

            if ((uint)(entry >> 32) == tag && Holds((int)(uint)entry - 1, approved.Length))
            {
                // Below the total, so it cannot overflow.
                _weights[(int)(uint)entry - 1] += weight;
                return true;
            }

            slot = (slot + 1) & mask;
        }

        var start = Append(approved.Length, weight);
        var stored = _candidates.AsSpan(start, approved.Length);
        approved.CopyTo(stored);
        Sort(stored);
        Enter(slot, tag);
        return true;
    }

    // Both are sets of one size: the stored one is the same when all of it is stamped.
    private bool Holds(int ballot, int length)
    {
        var start = _offsets[ballot];
        if (_offsets[ballot + 1] - start != length)
        {
            return false;
        }

        foreach (var candidate in _candidates.AsSpan(start, length))
        {
            if (_stamps[candidate] != _stamp)
            {
                return false;
            }
        }

        return true;
    }

    private static void Sort(Span<int> candidates)
    {
        if (candidates.Length > 24)
        {
            candidates.Sort();
            return;
        }

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
}
