namespace CivicTech.Consensus.Permutations;

/// <summary>Adds a rater who is not the last: states keep the sums with this rater's value and those still without, each ascending.</summary>
internal sealed class RowWalk(NullProblem problem, StatePacking packing, StepBudget budget, long? threshold) : GroupWalk(problem.Items, budget)
{
    private readonly int[] _touched = new int[problem.Items];
    private readonly int[] _merged = new int[problem.Items];
    private readonly int[] _next = new int[problem.Items];
    private readonly int[] _rest = new int[problem.Items];
    private readonly ulong[] _key = new ulong[packing.KeyLimbs];
    private readonly int[] _later = new int[problem.Items];
    private StateTable _target = null!;
    private NullRow _row = null!;
    private int _group;
    private int _touchedCount;
    private int _source;
    private StateTable _from = null!;

    internal void Begin(int row)
    {
        _row = problem.Rows[row];
        Array.Clear(_later);
        for (var later = row + 1; later < problem.Rows.Length; later++)
        {
            for (var item = 0; item < _later.Length; item++)
            {
                _later[item] += problem.Rows[later].Ascending[item];
            }
        }

        _touchedCount = 0;
    }

    internal bool TryWalk(StateTable from, StateTable target, int group)
    {
        (_from, _target, _group) = (from, target, group);
        Span<int> sums = new int[problem.Items];
        for (_source = 0; _source < from.Count; _source++)
        {
            packing.Unpack(from.Key(_source), sums);
            sums[.._touchedCount].CopyTo(_touched);
            sums[_touchedCount..].CopyTo(SetUntouched(sums.Length - _touchedCount));
            if (!TryWalk(_row.Groups[group].Size))
            {
                return false;
            }
        }

        _touchedCount += _row.Groups[group].Size;
        return true;
    }

    protected override bool Reaches()
    {
        if (threshold is null)
        {
            return true;
        }

        Arrange(_row.Ascending);
        var total = 0L;
        for (var item = 0; item < _next.Length; item++)
        {
            long sum = _next[item] + _later[item];
            total += sum * sum;
        }

        return total >= threshold;
    }

    protected override bool TryTake(UInt128 ways)
    {
        if (_group == _row.Groups.Length - 2)
        {
            Arrange(_row.Ascending);
        }
        else
        {
            var count = Merge();
            _merged.AsSpan(0, count).CopyTo(_next);
            var untouched = Untouched;
            var chosen = Chosen;
            for (var i = 0; i < untouched.Length; i++)
            {
                if (!chosen[i])
                {
                    _next[count++] = untouched[i];
                }
            }
        }

        packing.Pack(_next, _key);
        return _target.TryAdd(_key, _from.Ways(_source), ways);
    }

    // All sums with the rest aligned, ascending, into _next.
    private void Arrange(ReadOnlySpan<int> ascending)
    {
        var count = Merge();
        var untouched = Untouched;
        var chosen = Chosen;
        var rest = 0;
        for (var i = 0; i < untouched.Length; i++)
        {
            if (!chosen[i])
            {
                _rest[rest] = untouched[i] + ascending[rest];
                rest++;
            }
        }

        Merge(_merged.AsSpan(0, count), _rest.AsSpan(0, rest), _next);
    }

    private int Merge()
    {
        var value = _row.Groups[_group].Value;
        var untouched = Untouched;
        var chosen = Chosen;
        var count = 0;
        for (var i = 0; i < untouched.Length; i++)
        {
            if (chosen[i])
            {
                _rest[count++] = untouched[i] + value;
            }
        }

        Merge(_touched.AsSpan(0, _touchedCount), _rest.AsSpan(0, count), _merged);
        return _touchedCount + count;
    }

    private static void Merge(ReadOnlySpan<int> first, ReadOnlySpan<int> second, Span<int> target)
    {
        int i = 0, j = 0, k = 0;
        while (i < first.Length && j < second.Length)
        {
            target[k++] = first[i] <= second[j] ? first[i++] : second[j++];
        }

        first[i..].CopyTo(target[k..]);
        second[j..].CopyTo(target[(k + first.Length - i)..]);
    }
}
