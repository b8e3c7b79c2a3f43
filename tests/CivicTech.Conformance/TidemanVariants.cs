using CivicTech.Consensus.Tallying;

namespace CivicTech.Conformance;

/// <summary>What the PHP library Condorcet does otherwise than the rules here, written out to show that nothing else makes the difference.</summary>
/// <remarks>
/// <para>Schulze by winning votes: it compares winning votes alone; Schulze (2011) goes on to the votes against.</para>
/// <para>Ranked pairs: it tells equal margins apart by the smaller minority; and a victory that stronger ones already contradict still counts
/// as one that puts equally strong ones into a cycle, so that they are left out too. It then reads the order from what was locked directly.</para>
/// </remarks>
internal static class TidemanVariants
{
    internal static List<List<int>> Schulze(PairwiseMatrix pairwise)
    {
        var count = pairwise.Candidates.Count;
        var paths = new long[count, count];
        ForEachPair(count, (a, b) => paths[a, b] = pairwise.Margin(a, b) > 0 ? pairwise[a, b] : 0);
        for (var via = 0; via < count; via++)
        {
            ForEachPair(count, (a, b) => paths[a, b] = Math.Max(paths[a, b], Math.Min(paths[a, via], paths[via, b])));
        }

        return Peel(count, (a, b) => paths[a, b] > paths[b, a]);
    }

    internal static List<List<int>> RankedPairs(PairwiseMatrix pairwise, bool byMargins)
    {
        var count = pairwise.Candidates.Count;
        var victories = new List<(int Winner, int Loser)>();
        ForEachPair(count, (a, b) =>
        {
            if (pairwise.Margin(a, b) > 0)
            {
                victories.Add((a, b));
            }
        });
        var locked = new List<(int Winner, int Loser)>();
        foreach (var equal in victories
            .GroupBy(pair => (byMargins ? pairwise.Margin(pair.Winner, pair.Loser) : pairwise[pair.Winner, pair.Loser], -pairwise[pair.Loser, pair.Winner]))
            .OrderByDescending(equal => equal.Key))
        {
            List<(int Winner, int Loser)> together = [.. locked, .. equal];
            locked.AddRange(equal.Where(pair => !Reaches(together, pair.Loser, pair.Winner, count)));
        }

        return Peel(count, (a, b) => locked.Contains((a, b)));
    }

    private static void ForEachPair(int count, Action<int, int> action)
    {
        for (var a = 0; a < count; a++)
        {
            for (var b = 0; b < count; b++)
            {
                if (a != b)
                {
                    action(a, b);
                }
            }
        }
    }

    private static bool Reaches(List<(int Winner, int Loser)> arcs, int from, int to, int count)
    {
        var seen = new bool[count];
        var next = new Stack<int>([from]);
        while (next.TryPop(out var at))
        {
            foreach (var (_, loser) in arcs.Where(arc => arc.Winner == at && !seen[arc.Loser]))
            {
                seen[loser] = true;
                next.Push(loser);
            }
        }

        return seen[to];
    }

    private static List<List<int>> Peel(int count, Func<int, int, bool> isAbove)
    {
        var groups = new List<List<int>>();
        List<int> left = [.. Enumerable.Range(0, count)];
        while (left.Count > 0)
        {
            groups.Add([.. left.Where(one => !left.Exists(other => other != one && isAbove(other, one)))]);
            left.RemoveAll(groups[^1].Contains);
        }

        return groups;
    }
}
