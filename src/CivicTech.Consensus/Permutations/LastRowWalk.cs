using System.Numerics;

namespace CivicTech.Consensus.Permutations;

/// <summary>
/// Adds the last rater, one group of equal values after another: of the sums that have this rater's value only the sum of squares matters
/// any more, so a state keeps that and the sums still without.
/// </summary>
internal sealed class LastRowWalk : GroupWalk
{
    private readonly NullProblem _problem;
    private readonly StatePacking _packing;
    private readonly StateRoom _room;
    private readonly long? _threshold;
    private readonly NullRow _row;
    private readonly int[] _rest;
    private readonly ulong[] _certain;
    private StateTable _target = null!;
    private bool _endsRow;
    private int _source;
    private long _squares;

    internal LastRowWalk(NullProblem problem, StatePacking packing, StateRoom room, StepBudget budget, long? threshold)
        : base(problem.Items, budget)
    {
        _problem = problem;
        _packing = packing;
        _room = room;
        _threshold = threshold;
        _row = problem.Rows[^1];
        _rest = new int[problem.Items];
        _certain = new ulong[Limbs.For(problem.Ways)];
        StepsEach = ExactNull.StepsEach(problem.Items, packing.KeyLimbs + 1 + _certain.Length);
    }

    /// <summary>With a threshold: in how many ways it is reached.</summary>
    internal BigInteger AtLeast { get; private set; }

    /// <summary>
    /// Without a threshold: the ways by sum of squares, with the mark of <see cref="StatePacking"/>. Null when the steps, or the room for
    /// states, do not suffice.
    /// </summary>
    internal StateTable? TryAddRow(StateTable from)
    {
        var ways = _row.Ways;
        UntouchedCount = _problem.Items;
        for (var group = 0; group < _row.Groups.Length - 1; group++)
        {
            var size = _row.Groups[group].Size;
            _endsRow = group == _row.Groups.Length - 2;
            var target = new StateTable(_room, _endsRow ? 1 : _packing.KeyLimbs + 1, _certain.Length, from);
            _certain.AsSpan().Clear();
            if (!TryAddGroup(from, target, group))
            {
                return null;
            }

            // What is certain after this group is so for all arrangements of the later ones.
            ways /= NullRow.Choices(UntouchedCount, size);
            AtLeast += Limbs.ToBigInteger(_certain) * ways;
            UntouchedCount -= size;
            from.Release();
            from = target;
        }

        return from;
    }

    protected override bool TryTake(UInt128 ways)
    {
        var squares = _squares;
        var rest = 0;
        for (var i = 0; i < UntouchedCount; i++)
        {
            if (Chosen[i])
            {
                long sum = Untouched[i] + Value;
                squares += sum * sum;
            }
            else
            {
                _rest[rest++] = Untouched[i];
            }
        }

        // The rest come to least when the larger sums get the smaller values. With one group left there is no choice any more.
        var least = squares;
        for (var i = 0; i < rest; i++)
        {
            long sum = _rest[i] + _row.Ascending[rest - 1 - i];
            least += sum * sum;
        }

        if (_threshold is { } threshold && least >= threshold)
        {
            Limbs.AddProduct(_certain, _target.SourceWays(_source), ways);
            return true;
        }

        var key = _target.NextKey;
        if (_endsRow)
        {
            key[0] = (ulong)least | StatePacking.Mark;
        }
        else
        {
            _packing.Pack(_rest.AsSpan(0, rest), key[..^1]);
            key[^1] = (ulong)squares;
        }

        return _target.TryAdd(_source, ways);
    }

    private bool TryAddGroup(StateTable from, StateTable target, int group)
    {
        _target = target;
        for (_source = 0; _source < from.Size; _source++)
        {
            var key = from.Key(_source);
            if (key.IsEmpty)
            {
                continue;
            }

            _squares = group == 0 ? 0 : (long)key[^1];
            _packing.Unpack(key, Untouched.AsSpan(0, UntouchedCount));
            if (!TryWalk(_row, group, (_threshold ?? 0) - _squares))
            {
                return false;
            }
        }

        return target.TryFlush();
    }
}
