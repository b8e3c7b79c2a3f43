namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>A good order to begin with: by the sum of margins, then single candidates are moved as long as that helps.</summary>
internal static class KemenyHeuristic
{
    internal static int[] Improve(KemenyLosses losses, CancellationToken cancellation)
    {
        var all = Enumerable.Range(0, losses.Count);
        List<int> order = [.. all.OrderBy(candidate => all.Aggregate(Int128.Zero, (sum, other) => sum + losses[candidate, other] - losses[other, candidate]))];
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var helped = false;
            for (var at = 0; at < order.Count; at++)
            {
                var to = BestPlace(losses, order, at);
                if (to != at)
                {
                    var moved = order[at];
                    order.RemoveAt(at);
                    order.Insert(to, moved);
                    helped = true;
                }
            }

            if (!helped)
            {
                return [.. order];
            }
        }
    }

    private static int BestPlace(KemenyLosses losses, List<int> order, int at)
    {
        var (best, place) = (0L, at);
        var change = 0L;
        for (var to = at - 1; to >= 0; to--)
        {
            change += losses[order[at], order[to]] - losses[order[to], order[at]];
            (best, place) = change < best ? (change, to) : (best, place);
        }

        change = 0;
        for (var to = at + 1; to < order.Count; to++)
        {
            change += losses[order[to], order[at]] - losses[order[at], order[to]];
            (best, place) = change < best ? (change, to) : (best, place);
        }

        return place;
    }
}
