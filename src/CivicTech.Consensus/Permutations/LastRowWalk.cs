using System.Numerics;

namespace CivicTech.Consensus.Permutations;

/// <summary>Adds the last rater: of the sums that have this rater's value only the sum of squares matters any more.</summary>
internal sealed class LastRowWalk(NullProblem problem, StatePacking packing, StepBudget budget, long? threshold, int countLimbs)
    : GroupWalk(problem.Items, budget)
{
    private readonly NullRow _row = problem.Rows[^1];
    private readonly int[] _rest = new int[problem.Items];
    private readonly ulong[] _key = new ulong[packing.KeyLimbs + 1];
    private readonly ulong[] _certain = new ulong[countLimbs];
    private StateTable _from = null!;
    private StateTable _target = null!;
    private int _group;
    private int _source;
    private int _touchedCount;
    private long _squares;

    /// <summary>In how many ways the observed value is certainly reached.</summary>
    internal BigInteger AtLeast { get; private set; }

    internal bool TryWalk(StateTable from, StateTable target, int group)
    {
        (_from, _target, _group) = (from, target, group);
        _certain.AsSpan().Clear();
        for (_source = 0; _source < from.Count; _source++)
        {
            var key = from.Key(_source);
            _squares = group == 0 ? 0 : (long)key[^1];
            packing.Unpack(key, SetUntouched(problem.Items - _touchedCount));
            if (!TryWalk(_row.Groups[group].Size))
            {
                return false;
            }
        }

        AtLeast += Limbs.ToBigInteger(_certain) * _row.WaysAfter[group];
        _touchedCount += _row.Groups[group].Size;
        return true;
    }

    protected override bool Reaches() => threshold is null || Squares(out var rest) + Aligned(rest) >= threshold;

    protected override bool TryTake(UInt128 ways)
    {
        var squares = Squares(out var rest);
        if (threshold is { } least && squares + Opposed(rest) >= least)
        {
            Limbs.AddProduct(_certain, _from.Ways(_source), ways);
            return true;
        }

        if (_group == _row.Groups.Length - 2)
        {
            _key[0] = (ulong)(squares + Aligned(rest));
            return _target.TryAdd(_key.AsSpan(0, 1), _from.Ways(_source), ways);
        }

        packing.Pack(_rest.AsSpan(0, rest), _key.AsSpan(0, packing.KeyLimbs));
        _key[^1] = (ulong)squares;
        return _target.TryAdd(_key, _from.Ways(_source), ways);
    }

    // Of the sums that have their value, those chosen included; the others go into _rest.
    private long Squares(out int rest)
    {
        var value = _row.Groups[_group].Value;
        var untouched = Untouched;
        var chosen = Chosen;
        var squares = _squares;
        rest = 0;
        for (var i = 0; i < untouched.Length; i++)
        {
            if (chosen[i])
            {
                long sum = untouched[i] + value;
                squares += sum * sum;
            }
            else
            {
                _rest[rest++] = untouched[i];
            }
        }

        return squares;
    }

    private long Aligned(int rest)
    {
        var squares = 0L;
        for (var i = 0; i < rest; i++)
        {
            long sum = _rest[i] + _row.Ascending[i];
            squares += sum * sum;
        }

        return squares;
    }

    private long Opposed(int rest)
    {
        var squares = 0L;
        for (var i = 0; i < rest; i++)
        {
            long sum = _rest[i] + _row.Ascending[rest - 1 - i];
            squares += sum * sum;
        }

        return squares;
    }
}
