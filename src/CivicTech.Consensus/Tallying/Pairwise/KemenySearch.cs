using System.Numerics;

namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>Branch and bound over who is first, with what is known of each set of candidates kept. For at most 64 of them.</summary>
internal sealed class KemenySearch(KemenyLosses losses, long known, int workLimit, CancellationToken cancellation)
{
    // What is known of the least loss of a set: the loss itself, or that it is at least so much.
    private readonly Dictionary<ulong, (long Loss, bool IsExact)> _known = [];
    private int _nodes;
    private bool _isStopped;

    /// <summary>The least loss; null when the search was stopped.</summary>
    internal long? Best { get; private set; }

    /// <summary>Who is first in a best order, then who is first in one of the rest, and so on; false when the search was stopped.</summary>
    internal bool TryGroups(out IReadOnlyList<IReadOnlyList<int>> groups)
    {
        var found = new List<IReadOnlyList<int>>();
        groups = found;
        var limit = known;
        for (var set = ulong.MaxValue >> (64 - losses.Count); set != 0;)
        {
            var best = Solve(set, limit);
            Best ??= best;
            List<int> first = [.. Members(set).Where(candidate => IsFirst(candidate, set, best))];
            if (_isStopped)
            {
                Best = null;
                return false;
            }

            found.Add(first);
            set = first.Aggregate(set, (rest, candidate) => rest & ~(1UL << candidate));

            // Leaving candidates out only saves.
            limit = best;
        }

        return true;
    }

    private bool IsFirst(int candidate, ulong set, long best)
    {
        var left = best - Above(candidate, set);
        return !_isStopped && left >= 0 && Solve(set & ~(1UL << candidate), left) <= left;
    }

    // The least loss of the set if it is at most the limit; otherwise something above the limit.
    private long Solve(ulong set, long limit)
    {
        if ((set & (set - 1)) == 0 || _isStopped)
        {
            return 0;
        }

        if (_known.TryGetValue(set, out var entry) && (entry.IsExact || entry.Loss > limit))
        {
            return entry.Loss;
        }

        var loss = Parts(set) is { Count: > 1 } parts ? SolveParts(parts, limit) : SolveWhole(set, limit);
        if (!_isStopped)
        {
            _known[set] = (loss, loss <= limit);
        }

        return loss;
    }

    private long SolveParts(List<ulong> parts, long limit)
    {
        var loss = 0L;
        foreach (var part in parts)
        {
            if (loss <= limit)
            {
                loss += Solve(part, limit - loss);
            }
        }

        return loss;
    }

    private long SolveWhole(ulong set, long limit)
    {
        cancellation.ThrowIfCancellationRequested();
        if (++_nodes > workLimit)
        {
            _isStopped = true;
            return 0;
        }

        var bound = KemenyBound.Of(losses, Members(set), cancellation);
        if (bound > limit)
        {
            return bound;
        }

        var (best, within) = (long.MaxValue, limit);
        foreach (var (loss, candidate) in Members(set).Select(candidate => (Above(candidate, set), candidate)).Order())
        {
            if (loss > within)
            {
                break;
            }

            var total = loss + Solve(set & ~(1UL << candidate), within - loss);
            if (total <= within)
            {
                // Only a better one is of interest from here.
                best = total;
                within = total - 1;
            }
        }

        return best <= limit ? best : limit + 1;
    }

    // The loss of putting a candidate above everybody else of a set.
    private long Above(int candidate, ulong set) => Members(set).Sum(other => losses[candidate, other]);

    // The sets of which everybody beats everybody of the later ones, as in Majorities.SmithLayers.
    private List<ulong> Parts(ulong set)
    {
        var parts = new List<ulong>();
        while (set != 0)
        {
            // The smallest set around somebody that nobody outside reaches; who has the fewest victors is in the first one.
            var part = 1UL << Members(set).MinBy(candidate => (Members(set).Sum(other => Sign(candidate, other)), candidate));
            for (var before = 0UL; before != part;)
            {
                var fresh = part & ~before;
                before = part;
                foreach (var member in Members(fresh))
                {
                    foreach (var other in Members(set & ~part))
                    {
                        part |= losses[other, member] > 0 ? 0 : 1UL << other;
                    }
                }
            }

            parts.Add(part);
            set &= ~part;
        }

        return parts;
    }

    // 1 where the other one beats the candidate.
    private int Sign(int candidate, int other) => Math.Sign(losses[candidate, other]) - Math.Sign(losses[other, candidate]);

    private static IEnumerable<int> Members(ulong set)
    {
        for (; set != 0; set &= set - 1)
        {
            yield return BitOperations.TrailingZeroCount(set);
        }
    }
}
