namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>An order with ties from a relation without cycles.</summary>
internal static class Layers
{
    /// <summary>Those above whom nobody stands; then those above whom nobody stands who is left; and so on. O(m²) calls for each layer.</summary>
    /// <param name="count">How many candidates there are.</param>
    /// <param name="isAbove">Whether the first stands above the second. It has no cycles.</param>
    internal static IReadOnlyList<IReadOnlyList<int>> Of(int count, Func<int, int, bool> isAbove)
    {
        var above = new int[count];
        for (var candidate = 0; candidate < count; candidate++)
        {
            for (var other = 0; other < count; other++)
            {
                above[candidate] += isAbove(other, candidate) ? 1 : 0;
            }
        }

        List<int> rest = [.. Enumerable.Range(0, count)];
        var layers = new List<IReadOnlyList<int>>();
        while (rest.Count > 0)
        {
            List<int> layer = [.. rest.Where(candidate => above[candidate] == 0)];
            rest.RemoveAll(layer.Contains);
            foreach (var candidate in rest)
            {
                above[candidate] -= layer.Count(member => isAbove(member, candidate));
            }

            layers.Add(layer);
        }

        return layers;
    }
}
