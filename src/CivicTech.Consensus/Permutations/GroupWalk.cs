namespace CivicTech.Consensus.Permutations;

/// <summary>
/// Hands one group of a rater's equal values to items of a state that have none of this rater's values yet: every choice of items that
/// makes a difference, with the number of choices that make none. Groups come with the largest value first, and items with the largest sum
/// are tried first: from the first choice that cannot reach what was observed, no later one can.
/// </summary>
internal abstract class GroupWalk(int items, StepBudget budget)
{
    // Sums of squares of the first k untouched sums, each with a rest value or with the group's value.
    private readonly long[] _withRest = new long[items + 1];
    private readonly long[] _withValue = new long[items + 1];
    private int[] _ascending = [];
    private long _least;

    /// <summary>Sums of the items that this rater has given nothing yet, ascending; <see cref="UntouchedCount"/> of them.</summary>
    protected int[] Untouched { get; } = new int[items];

    protected int UntouchedCount { get; set; }

    /// <summary>By place in <see cref="Untouched"/>.</summary>
    protected bool[] Chosen { get; } = new bool[items];

    /// <summary>What the chosen items get.</summary>
    protected int Value { get; private set; }

    /// <summary>How many steps one choice costs.</summary>
    protected int StepsEach { get; set; } = 1;

    /// <summary>
    /// Walks over the choices for which the sum of squares of the untouched, when the rest of the rater's values go to them in order, is at
    /// least a limit. False when the steps, or the room for states, do not suffice.
    /// </summary>
    protected bool TryWalk(NullRow row, int group, long least)
    {
        (Value, var size) = row.Groups[group];
        _ascending = row.Ascending;
        _least = least;
        for (var i = 0; i < UntouchedCount; i++)
        {
            long rest = Untouched[i] + _ascending[i];
            long value = Untouched[i] + Value;
            _withRest[i + 1] = _withRest[i] + (rest * rest);
            _withValue[i + 1] = _withValue[i] + (value * value);
        }

        return TryChoose(UntouchedCount, size, 1, 0);
    }

    /// <summary>Takes note of the chosen items. False when there is no room.</summary>
    protected abstract bool TryTake(UInt128 ways);

    // Items from end on are decided and come to a sum of squares; of those before it some are left to choose.
    private bool TryChoose(int end, int left, UInt128 ways, long squares)
    {
        if (left <= 1)
        {
            return left == 1 ? TryChooseOne(end, ways, squares) : budget.TryTake(StepsEach) && TryTake(ways);
        }

        // Among items with equal sums only the number of chosen ones matters.
        var start = StartOfRun(end);
        var most = Math.Min(end - start, left);
        var least = Math.Max(0, left - start);
        Chosen.AsSpan(end - most, most).Fill(true);
        var ok = true;
        for (var taken = most; ok && taken >= least; taken--)
        {
            Chosen.AsSpan(start, end - start - taken).Clear();
            var below = left - taken;
            var decided = squares + _withValue[end] - _withValue[end - taken];
            for (var i = start; i < end - taken; i++)
            {
                long rest = Untouched[i] + _ascending[i - below];
                decided += rest * rest;
            }

            if (taken < most && decided + _withRest[start - below] + _withValue[start] - _withValue[start - below] < _least)
            {
                break;
            }

            ok = TryMultiply(ways, end - start, taken, out var product) && TryChoose(start, below, product, decided);
        }

        Chosen.AsSpan(start, end - start).Clear();
        return ok;
    }

    private bool TryChooseOne(int end, UInt128 ways, long squares)
    {
        while (true)
        {
            var start = StartOfRun(end);
            var count = end - start;
            Chosen[end - 1] = true;
            var ok = (count == 1 || ways <= UInt128.MaxValue / (uint)count)
                && budget.TryTake(StepsEach)
                && TryTake(count == 1 ? ways : ways * (uint)count);
            Chosen[end - 1] = false;
            if (!ok || start == 0)
            {
                return ok;
            }

            for (var i = start; i < end; i++)
            {
                long rest = Untouched[i] + _ascending[i - 1];
                squares += rest * rest;
            }

            if (squares + _withRest[start - 1] + _withValue[start] - _withValue[start - 1] < _least)
            {
                return true;
            }

            end = start;
        }
    }

    private int StartOfRun(int end)
    {
        var start = end - 1;
        while (start > 0 && Untouched[start - 1] == Untouched[start])
        {
            start--;
        }

        return start;
    }

    // Times the number of ways to choose some of the items.
    private static bool TryMultiply(UInt128 ways, int items, int chosen, out UInt128 product)
    {
        product = ways;
        var steps = (uint)Math.Min(chosen, items - chosen);
        if (steps == 0)
        {
            return true;
        }

        UInt128 choices = 1;
        for (var i = 1U; i <= steps; i++)
        {
            var factor = (uint)items - i + 1;
            if (choices > UInt128.MaxValue / factor)
            {
                return false;
            }

            choices = choices * factor / i;
        }

        product = ways * choices;
        return ways <= UInt128.MaxValue / choices;
    }
}
