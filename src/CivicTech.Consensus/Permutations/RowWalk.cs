using System.Numerics;

namespace CivicTech.Consensus.Permutations;

/// <summary>
/// Adds a rater who is not the last, one group of equal values after another. A state keeps the sums with this rater's value and those
/// still without, each ascending.
/// </summary>
internal sealed class RowWalk(NullProblem problem, StatePacking packing, StateRoom room, StepBudget budget, long? threshold)
    : GroupWalk(problem.Items, budget)
{
    private readonly int[] _sums = new int[problem.Items];
    private readonly int[] _given = new int[problem.Items];
    private readonly int[] _rest = new int[problem.Items];
    private readonly int[] _merged = new int[problem.Items];
    private readonly int[] _next = new int[problem.Items];
    private readonly int[] _later = new int[problem.Items];
    private BigInteger _ways = 1;
    private StateTable _target = null!;
    private NullRow _row = null!;
    private bool _laterAreSymmetric;
    private bool _endsRow;
    private int _source;
    private int _touched;

    /// <summary>The states after one more rater; null when the steps, or the room for states, do not suffice.</summary>
    internal StateTable? TryAddRow(StateTable from, int index)
    {
        _row = problem.Rows[index];
        _ways *= _row.Ways;
        _later.AsSpan().Clear();
        _laterAreSymmetric = true;
        foreach (var later in problem.Rows.AsSpan(index + 1))
        {
            _laterAreSymmetric &= later.IsSymmetric;
            for (var item = 0; item < _later.Length; item++)
            {
                _later[item] += later.Ascending[item];
            }
        }

        var limbs = Limbs.For(_ways);
        StepsEach = ExactNull.StepsEach(problem.Items, packing.KeyLimbs + limbs);
        _touched = 0;

        // The last group gets what is left.
        for (var group = 0; group < _row.Groups.Length - 1; group++)
        {
            var target = new StateTable(room, packing.KeyLimbs, limbs, from);
            if (!TryAddGroup(from, target, group))
            {
                return null;
            }

            _touched += _row.Groups[group].Size;
            from.Release();
            from = target;
        }

        return from;
    }

    protected override bool TryTake(UInt128 ways)
    {
        int given = 0, rest = 0;
        var restValue = _endsRow ? _row.Groups[^1].Value : 0;
        for (var i = 0; i < UntouchedCount; i++)
        {
            if (Chosen[i])
            {
                _given[given++] = Untouched[i] + Value;
            }
            else
            {
                _rest[rest++] = Untouched[i] + restValue;
            }
        }

        var touched = _sums.AsSpan(0, _touched);
        if (_endsRow)
        {
            Merge(touched, _given.AsSpan(0, given), _merged);
            Merge(_merged.AsSpan(0, _touched + given), _rest.AsSpan(0, rest), _next);
            if (_laterAreSymmetric)
            {
                MirrorImages.ChooseOne(_next);
            }
        }
        else
        {
            Merge(touched, _given.AsSpan(0, given), _next);
            _rest.AsSpan(0, rest).CopyTo(_next.AsSpan(_touched + given));
        }

        packing.Pack(_next, _target.NextKey);
        return _target.TryAdd(_source, ways);
    }

    private bool TryAddGroup(StateTable from, StateTable target, int group)
    {
        _target = target;
        _endsRow = group == _row.Groups.Length - 2;
        UntouchedCount = problem.Items - _touched;
        for (_source = 0; _source < from.Size; _source++)
        {
            var key = from.Key(_source);
            if (key.IsEmpty)
            {
                continue;
            }

            packing.Unpack(key, _sums);
            _sums.AsSpan(_touched).CopyTo(Untouched);
            if (Reaches(out var least) && !TryWalk(_row, group, least))
            {
                return false;
            }
        }

        return target.TryFlush();
    }

    // Q is largest when this and all later raters give their values in the order of the sums. What a choice adds to this rater's part of it
    // must come to the least that is returned; its part with later raters is at most what it is for the best choice.
    private bool Reaches(out long least)
    {
        least = 0;
        if (threshold is null)
        {
            return true;
        }

        for (var i = 0; i < UntouchedCount; i++)
        {
            _rest[i] = Untouched[i] + _row.Ascending[i];
        }

        var touched = _sums.AsSpan(0, _touched);
        Merge(touched, _rest.AsSpan(0, UntouchedCount), _next);
        least = threshold.Value;
        var own = 0L;
        for (var item = 0; item < _next.Length; item++)
        {
            long sum = _next[item], later = _later[item];
            own += sum * sum;
            least -= later * (sum + sum + later);
        }

        var reaches = own >= least;
        foreach (long sum in touched)
        {
            least -= sum * sum;
        }

        return reaches;
    }

    private static void Merge(ReadOnlySpan<int> first, ReadOnlySpan<int> second, Span<int> target)
    {
        int i = 0, j = 0;
        while (i < first.Length && j < second.Length)
        {
            var place = i + j;
            target[place] = first[i] <= second[j] ? first[i++] : second[j++];
        }

        for (; i < first.Length; i++)
        {
            target[i + j] = first[i];
        }

        for (; j < second.Length; j++)
        {
            target[i + j] = second[j];
        }
    }
}
