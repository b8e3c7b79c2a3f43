namespace CivicTech.Consensus.Permutations;

/// <summary>
/// Hands one group of a rater's equal values to the items of a state that have none of this rater's values yet: every choice of items that
/// makes a difference, with the number of choices that make none. Larger sums first, so that what is left out is found early.
/// </summary>
internal abstract class GroupWalk(int items, StepBudget budget)
{
    private readonly bool[] _chosen = new bool[items];
    private readonly int[] _untouched = new int[items];
    private int _count;

    /// <summary>Sums of the items that this rater has given nothing yet, ascending.</summary>
    protected ReadOnlySpan<int> Untouched => _untouched.AsSpan(0, _count);

    /// <summary>By place in <see cref="Untouched"/>.</summary>
    protected ReadOnlySpan<bool> Chosen => _chosen.AsSpan(0, _count);

    /// <summary>Room for the untouched sums of the next state.</summary>
    protected Span<int> SetUntouched(int count)
    {
        _count = count;
        return _untouched.AsSpan(0, count);
    }

    /// <summary>False when the steps, or the room for states, do not suffice.</summary>
    protected bool TryWalk(int size) => TryChoose(_count, size, 1);

    /// <summary>Whether the chosen items, the rest arranged as well as can be, still reach what was observed.</summary>
    protected abstract bool Reaches();

    /// <summary>Takes note of the chosen items.</summary>
    protected abstract bool TryTake(UInt128 ways);

    private bool TryChoose(int end, int left, UInt128 ways)
    {
        if (left == 0)
        {
            return budget.TryTake(1) && TryTake(ways);
        }

        var start = end - 1;
        while (start > 0 && _untouched[start - 1] == _untouched[start])
        {
            start--;
        }

        var most = Math.Min(end - start, left);
        var least = Math.Max(0, left - start);
        _chosen.AsSpan(end - most, most).Fill(true);
        var ok = true;
        for (var taken = most; ok && taken >= least; taken--)
        {
            if (taken < most)
            {
                _chosen[end - taken - 1] = false;
                if (!ReachesWithBest(start, left - taken))
                {
                    break;
                }
            }

            var choices = Binomial(end - start, taken);
            ok = choices <= UInt128.MaxValue / ways && TryChoose(start, left - taken, ways * choices);
        }

        _chosen.AsSpan(start, end - start).Clear();
        return ok;
    }

    private bool ReachesWithBest(int end, int left)
    {
        var best = _chosen.AsSpan(end - left, left);
        best.Fill(true);
        var reaches = Reaches();
        best.Clear();
        return reaches;
    }

    private static UInt128 Binomial(int n, int k)
    {
        UInt128 result = 1;
        for (var i = 1; i <= Math.Min(k, n - k); i++)
        {
            result = result * (UInt128)(n - i + 1) / (UInt128)i;
        }

        return result;
    }
}
