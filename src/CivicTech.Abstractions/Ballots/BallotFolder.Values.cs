namespace CivicTech.Ballots;

internal sealed partial class BallotFolder
{
    private const int LongBallot = 48;

    private int[] _sortedCandidates = new int[32];
    private long[] _sortedValues = new long[32];
    private (long Value, int Candidate)[] _longEntries = [];

    /// <summary>
    /// Counts a ballot whose entries carry a value; false, and nothing counted, when an entry occurs twice in it: the same
    /// candidate, or, where <paramref name="byValue"/> (rankings), the same candidate at the same rank.
    /// </summary>
    internal bool TryFold(ReadOnlySpan<int> candidates, ReadOnlySpan<long> values, long weight, bool byValue)
    {
        if (candidates.Length != values.Length)
        {
            throw new ArgumentException($"{candidates.Length} candidates came with {values.Length} values.", nameof(values));
        }

        if (!SortIntoScratch(candidates, values, byValue))
        {
            return false;
        }

        CountWeight(weight);
        var sortedCandidates = _sortedCandidates.AsSpan(0, candidates.Length);
        var sortedValues = _sortedValues.AsSpan(0, candidates.Length);
        var hash = 0UL;
        for (var i = 0; i < sortedCandidates.Length; i++)
        {
            hash += Mix(_words[sortedCandidates[i]] + ((ulong)sortedValues[i] * 0x9E3779B97F4A7C15));
        }

        var tag = (uint)(hash >> 32);
        var mask = _mask;
        var slot = (int)(tag >> _shift);
        for (; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            var record = (int)(uint)_slots[slot] - 1;
            if ((uint)(_slots[slot] >> 32) == tag && Holds(record, sortedCandidates, sortedValues))
            {
                BallotColumns.WriteWeight(_records, record, BallotColumns.ReadWeight(_records, record) + weight);
                return true;
            }
        }

        var start = Append(candidates.Length, weight);
        sortedCandidates.CopyTo(_records.AsSpan(start + BallotColumns.Header));
        sortedValues.CopyTo(_values.AsSpan(_valueCount - sortedValues.Length));
        Enter(slot, tag, start);
        return true;
    }

    /// <summary>Multiplies every value already counted; the table is laid anew because the hash depends on values.</summary>
    internal void MultiplyValues(long factor)
    {
        foreach (var value in _values.AsSpan(0, _valueCount))
        {
            _ = checked(value * factor);
        }

        var old = Take();
        for (var ballot = 0; ballot < old.Count; ballot++)
        {
            var values = old.ValuesOf(ballot);
            foreach (ref var value in values)
            {
                value *= factor;
            }

            _ = TryFold(old.CandidatesOf(ballot), values, old.WeightOf(ballot), byValue: false);
        }
    }

    private bool Holds(int record, ReadOnlySpan<int> candidates, ReadOnlySpan<long> values)
    {
        var stored = _records.AsSpan(record + BallotColumns.Header, _records[record]);
        return stored.SequenceEqual(candidates)
            && _values.AsSpan(_records[record + BallotColumns.Header + stored.Length], stored.Length).SequenceEqual(values);
    }

    private bool SortIntoScratch(ReadOnlySpan<int> candidates, ReadOnlySpan<long> values, bool byValue)
    {
        Fit(ref _sortedCandidates, candidates.Length);
        Fit(ref _sortedValues, candidates.Length);
        if (candidates.Length > LongBallot)
        {
            return SortLongIntoScratch(candidates, values, byValue);
        }

        for (var i = 0; i < candidates.Length; i++)
        {
            var candidate = candidates[i];
            var value = values[i];
            CheckCandidate(candidate);
            var j = i - 1;
            for (; j >= 0; j--)
            {
                var order = byValue ? _sortedValues[j].CompareTo(value) : 0;
                if (order == 0)
                {
                    order = _sortedCandidates[j].CompareTo(candidate);
                }

                if (order == 0)
                {
                    return false;
                }

                if (order < 0)
                {
                    break;
                }

                _sortedCandidates[j + 1] = _sortedCandidates[j];
                _sortedValues[j + 1] = _sortedValues[j];
            }

            _sortedCandidates[j + 1] = candidate;
            _sortedValues[j + 1] = value;
        }

        return true;
    }

    // Insertion would take time with the square of the length.
    private bool SortLongIntoScratch(ReadOnlySpan<int> candidates, ReadOnlySpan<long> values, bool byValue)
    {
        Fit(ref _longEntries, candidates.Length);
        var entries = _longEntries.AsSpan(0, candidates.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            CheckCandidate(candidates[i]);
            entries[i] = (values[i], candidates[i]);
        }

        entries.Sort(byValue
            ? static (a, b) => a.CompareTo(b)
            : static (a, b) => a.Candidate.CompareTo(b.Candidate));
        for (var i = 0; i < entries.Length; i++)
        {
            if (i > 0 && entries[i].Candidate == entries[i - 1].Candidate && (!byValue || entries[i].Value == entries[i - 1].Value))
            {
                return false;
            }

            (_sortedValues[i], _sortedCandidates[i]) = entries[i];
        }

        return true;
    }

    private void CheckCandidate(int candidate)
    {
        if ((uint)candidate >= (uint)_words.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(candidate), candidate, $"There are {_words.Length} candidates, counted from 0.");
        }
    }

    private static void Fit<T>(ref T[] scratch, int length)
    {
        if (scratch.Length < length)
        {
            scratch = new T[length * 2L < Array.MaxLength ? length * 2 : length];
        }
    }
}
