using System.Numerics;

namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>The least loss of every set of candidates, by dynamic programming over sets: O(2ⁿ n) time, 8 · 2ⁿ bytes.</summary>
internal sealed class KemenyTable
{
    // The loss of putting a candidate above a set is looked up in two halves.
    private const int HalfBits = 10;
    private const int HalfSize = 1 << HalfBits;

    private readonly int _count;
    private readonly long[] _low;
    private readonly long[] _high;
    private readonly long[] _best;

    internal KemenyTable(KemenyLosses losses, CancellationToken cancellation)
    {
        _count = losses.Count;
        _low = Half(losses, 0);
        _high = Half(losses, HalfBits);
        _best = new long[1 << _count];
        for (var set = 1; set < _best.Length; set++)
        {
            if ((set & 0xFFFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            var low = _low.AsSpan((set & (HalfSize - 1)) * _count, _count);
            var high = _high.AsSpan((set >> HalfBits) * _count, _count);
            var best = long.MaxValue;
            for (var rest = set; rest != 0; rest &= rest - 1)
            {
                var first = BitOperations.TrailingZeroCount(rest);
                best = Math.Min(best, low[first] + high[first] + _best[set & ~(1 << first)]);
            }

            _best[set] = best;
        }
    }

    internal long Best => _best[^1];

    internal IReadOnlyList<IReadOnlyList<int>> Groups()
    {
        var groups = new List<IReadOnlyList<int>>();
        for (var set = _best.Length - 1; set != 0;)
        {
            List<int> first = [.. Enumerable.Range(0, _count).Where(candidate => IsFirst(candidate, set))];
            groups.Add(first);
            set = first.Aggregate(set, (rest, candidate) => rest & ~(1 << candidate));
        }

        return groups;
    }

    private bool IsFirst(int candidate, int set) => (set & (1 << candidate)) != 0
        && _low[((set & (HalfSize - 1)) * _count) + candidate] + _high[((set >> HalfBits) * _count) + candidate] + _best[set & ~(1 << candidate)] == _best[set];

    // For each set of ten candidates, what it costs to put each candidate above all of the set.
    private static long[] Half(KemenyLosses losses, int from)
    {
        var count = losses.Count;
        var sums = new long[HalfSize * count];
        var sets = 1 << Math.Clamp(count - from, 0, HalfBits);
        for (var set = 1; set < sets; set++)
        {
            var below = BitOperations.TrailingZeroCount(set);
            for (var above = 0; above < count; above++)
            {
                sums[(set * count) + above] = sums[((set & (set - 1)) * count) + above] + losses[above, from + below];
            }
        }

        return sums;
    }
}
