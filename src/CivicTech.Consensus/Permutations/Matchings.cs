using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Permutations;

/// <summary>
/// The exact distribution of a sum over pairs when one of two rows is shuffled, ties and all. The places of the first row are filled group
/// by group with values of the second; all that matters for what comes later is how many of each value are used up.
/// </summary>
internal sealed class Matchings
{
    /// <summary>Steps are additions of counts: well below a second.</summary>
    private const long MaxSteps = 1L << 28;
    private const long MaxSize = 1L << 24;

    private readonly int[] _classes;
    private readonly int[] _radix;
    private readonly int _largest;
    private readonly Gain _gain;
    private readonly StepBudget _budget = new(MaxSteps, CancellationToken.None);
    private SortedDictionary<int, Sums> _next = [];

    private Matchings(int[] classes, int[] radix, int largest, Gain gain)
    {
        _classes = classes;
        _radix = radix;
        _largest = largest;
        _gain = gain;
    }

    /// <summary>What one value of each class of the second row adds to the sum when it is put into a group of the first.</summary>
    /// <param name="group">Which.</param>
    /// <param name="used">How many values of each class are in earlier groups.</param>
    /// <param name="gains">For each class; 0 or more.</param>
    internal delegate void Gain(int group, ReadOnlySpan<int> used, Span<int> gains);

    /// <summary>The number of arrangements that give each sum from 0 up; null when that would take too long.</summary>
    /// <param name="groups">How many places each group of the first row has.</param>
    /// <param name="classes">How many values each class of the second row has: as many in all.</param>
    /// <param name="largest">No sum is above it.</param>
    /// <param name="gain">What is added.</param>
    internal static ulong[]? TryCount(ReadOnlySpan<int> groups, int[] classes, Int128 largest, Gain gain)
    {
        var radix = new int[classes.Length];
        var states = 1L;
        for (var i = 0; i < classes.Length; i++)
        {
            radix[i] = (int)states;
            states *= classes[i] + 1;
            if (states > MaxSize / (largest + 1))
            {
                return null;
            }
        }

        return TryWays(classes, 64) is null ? null : new Matchings(classes, radix, (int)largest, gain).Run(groups);
    }

    /// <summary>In how many different orders values can stand of which so many are equal; null when that number has more bits.</summary>
    internal static BigInteger? TryWays(ReadOnlySpan<int> classes, int bits)
    {
        var ways = BigInteger.One;
        var values = 0;
        foreach (var size in classes)
        {
            for (var i = 1; i <= size; i++)
            {
                ways = ways * ++values / i;
                if (ways.GetBitLength() > bits)
                {
                    return null;
                }
            }
        }

        return ways;
    }

    /// <summary>The share of arrangements whose sum, times scale, is at least as far from the centre as the one observed.</summary>
    internal static Rational AtLeastAsFar(ReadOnlySpan<ulong> counts, long scale, Int128 centre, Int128 observed)
    {
        var distance = Int128.Abs((scale * observed) - centre);
        var (far, all) = (0UL, 0UL);
        for (var sum = 0; sum < counts.Length; sum++)
        {
            all += counts[sum];
            far += Int128.Abs((scale * (Int128)sum) - centre) >= distance ? counts[sum] : 0;
        }

        return new((BigInteger)far, (BigInteger)all);
    }

    private ulong[]? Run(ReadOnlySpan<int> groups)
    {
        // Sorted, so that the same ratings always take the same steps.
        var states = new SortedDictionary<int, Sums> { [0] = new(new ulong[_largest + 1], 0) };
        states[0].Counts[0] = 1;
        var used = new int[_classes.Length];
        var gains = new int[_classes.Length];
        var left = _classes.Sum();
        for (var group = 0; group < groups.Length; group++)
        {
            _next = [];
            foreach (var (state, sums) in states)
            {
                for (var i = 0; i < used.Length; i++)
                {
                    used[i] = state / _radix[i] % (_classes[i] + 1);
                }

                _gain(group, used, gains);
                if (!TryFill(sums, used, gains, 0, groups[group], left, state, 0, 1))
                {
                    return null;
                }
            }

            left -= groups[group];
            states = _next;
        }

        return states.Values.Single().Counts;
    }

    // Chooses how many values of each class go into a group, one class after the other. So many are left in the classes from this one on.
    private bool TryFill(Sums sums, int[] used, int[] gains, int index, int places, int left, int state, int gained, ulong ways)
    {
        if (places == 0)
        {
            return TryAdd(state, sums, gained, ways);
        }

        var own = _classes[index] - used[index];
        for (var taken = Math.Max(0, places - (left - own)); taken <= Math.Min(places, own); taken++)
        {
            var (nextState, nextGained) = (state + (taken * _radix[index]), gained + (taken * gains[index]));
            if (!TryFill(sums, used, gains, index + 1, places - taken, left - own, nextState, nextGained, ways * Choose(places, taken)))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryAdd(int state, Sums sums, int gained, ulong ways)
    {
        if (!_budget.TryTake(sums.Last - sums.First + 1))
        {
            return false;
        }

        if (!_next.TryGetValue(state, out var target))
        {
            target = new(new ulong[_largest + 1], sums.First + gained);
            _next.Add(state, target);
        }

        target.First = Math.Min(target.First, sums.First + gained);
        target.Last = Math.Max(target.Last, sums.Last + gained);
        var from = sums.Counts.AsSpan(sums.First..(sums.Last + 1));
        var to = target.Counts.AsSpan(sums.First + gained, from.Length);
        for (var i = 0; i < from.Length; i++)
        {
            to[i] += ways * from[i];
        }

        return true;
    }

    // Only asked where the result counts some of all arrangements, which 64 bits hold: the smaller of k and n - k is below 64 then.
    private static ulong Choose(int n, int k)
    {
        var ways = UInt128.One;
        for (var i = 0; i < Math.Min(k, n - k); i++)
        {
            ways = ways * (UInt128)(n - i) / (UInt128)(i + 1);
        }

        return (ulong)ways;
    }

    /// <summary>How many ways lead to each sum; none below the first or above the last.</summary>
    private sealed class Sums(ulong[] counts, int only)
    {
        public ulong[] Counts { get; } = counts;

        public int First { get; set; } = only;

        public int Last { get; set; } = only;
    }
}
