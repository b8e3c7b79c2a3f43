using System.Globalization;
using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>Orders by winners under all orders of equally strong victories: the winners, the winners among the rest, and so on.</summary>
/// <remarks>
/// Winners are in the Smith set, and victories within it never depend on anybody outside, so only the Smith set of those who are left is
/// searched. Candidates are searched in the order of their identifiers: where the search stops, that does not depend on the listed order.
/// </remarks>
internal static class PairPeeling
{
    internal static CandidateOrder Order(
        PairwiseMatrix pairwise, PairStrength strength, Func<int, LockedPairs> nothing, int workLimit, CancellationToken cancellation)
    {
        var groups = new List<IReadOnlyList<int>>();
        var isStopped = false;
        foreach (var layer in Majorities.SmithLayers(pairwise))
        {
            var rest = ByIdentifier(layer, pairwise.Candidates);
            while (rest.Count > 0)
            {
                // Without the winners the others of the layer may fall into several.
                foreach (var part in Parts(pairwise, rest))
                {
                    var search = new AllOrders(Victories.Among(pairwise, part, strength), part.Count, workLimit, cancellation);
                    List<int> winners = [.. search.Winners(nothing(part.Count)).Select(winner => part[winner]).Order()];
                    isStopped |= search.IsStopped;
                    groups.Add(winners);
                    rest.RemoveAll(winners.Contains);
                    if (winners.Count < part.Count)
                    {
                        break;
                    }
                }
            }
        }

        return new CandidateOrder
        {
            Groups = groups,
            Pairwise = pairwise,
            IsStopped = isStopped,
            Notes = isStopped
                ? [string.Create(CultureInfo.InvariantCulture, $"The search through orders of equally strong victories stopped at {workLimit} states: others may be tied with those found.")]
                : [],
        };
    }

    private static List<int> ByIdentifier(IEnumerable<int> members, CandidateList candidates) =>
        [.. members.OrderBy(member => candidates[member], StringComparer.Ordinal)];

    private static IEnumerable<List<int>> Parts(PairwiseMatrix pairwise, List<int> rest) =>
        Majorities.SmithLayers(pairwise, rest).Select(part => ByIdentifier(part, pairwise.Candidates));
}
