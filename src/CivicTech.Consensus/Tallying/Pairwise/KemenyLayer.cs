namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>The best orders of candidates that stand in cycles with each other.</summary>
/// <param name="Groups">Who is first in a best order, then who is first in one of the rest, and so on; each group ascending.</param>
/// <param name="Excess">By how many preferences the order goes against majorities: the sum of margins that it turns around.</param>
/// <param name="LowerBound">No order has less.</param>
/// <param name="IsStopped">Whether a limit of work ended the search: then the order is the best that was found, without ties.</param>
internal sealed record KemenyLayer(IReadOnlyList<IReadOnlyList<int>> Groups, long Excess, long LowerBound, bool IsStopped)
{
    private const int TableLimit = 20;
    private const int SearchLimit = 64;

    /// <exception cref="OverflowException">All margins together exceed <see cref="long.MaxValue"/>.</exception>
    internal static KemenyLayer Solve(PairwiseMatrix pairwise, IReadOnlyList<int> layer, int workLimit, CancellationToken cancellation)
    {
        if (layer.Count == 1)
        {
            return new([layer], 0, 0, false);
        }

        // By identifiers: where a search stops does not depend on the listed order.
        int[] members = [.. layer.OrderBy(member => pairwise.Candidates[member], StringComparer.Ordinal)];
        var losses = new KemenyLosses(pairwise, members);
        if (members.Length <= TableLimit)
        {
            var table = new KemenyTable(losses, cancellation);
            return new(Named(table.Groups()), table.Best, table.Best, false);
        }

        var found = KemenyHeuristic.Improve(losses, cancellation);
        var best = losses.Of(found);
        var bound = KemenyBound.Of(losses, Enumerable.Range(0, members.Length), cancellation);
        if (members.Length <= SearchLimit && new KemenySearch(losses, best, workLimit, cancellation) is var search && search.TryGroups(out var groups))
        {
            return new(Named(groups), search.Best!.Value, search.Best.Value, false);
        }

        return new(Named([.. found.Select(member => (IReadOnlyList<int>)[member])]), best, bound, true);

        IReadOnlyList<IReadOnlyList<int>> Named(IReadOnlyList<IReadOnlyList<int>> groups) =>
            [.. groups.Select(group => (IReadOnlyList<int>)[.. group.Select(member => members[member]).Order()])];
    }
}
