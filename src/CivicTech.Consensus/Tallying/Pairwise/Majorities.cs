using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>What the rules of this room read from ballots and from comparisons.</summary>
internal static class Majorities
{
    /// <exception cref="ArgumentException">The ballots rank nobody.</exception>
    internal static PairwiseMatrix Count(Profile profile, string rule) => profile is OrdinalProfile rankings
        ? PairwiseMatrix.Of(rankings)
        : throw new ArgumentException($"'{rule}' compares candidates on rankings; these ballots are {profile.Kind}.", nameof(profile));

    internal static bool Beats(this PairwiseMatrix pairwise, int candidate, int other) => pairwise.Margin(candidate, other) > 0;

    /// <summary>
    /// The finest partition in which everybody of an earlier part beats everybody of a later one, the first part in front: the Smith set, the
    /// Smith set of the rest, and so on. O(m²).
    /// </summary>
    internal static List<List<int>> SmithLayers(PairwiseMatrix pairwise) => SmithLayers(pairwise, [.. Enumerable.Range(0, pairwise.Candidates.Count)]);

    /// <summary>The same among some of the candidates.</summary>
    internal static List<List<int>> SmithLayers(PairwiseMatrix pairwise, IReadOnlyList<int> among)
    {
        // Whoever has the most wins less defeats is in the Smith set. Those who are left lost to the same candidates, so they keep their order.
        List<int> rest = [.. among.OrderByDescending(candidate => among.Sum(other => Math.Sign(pairwise.Margin(candidate, other))))];
        var layers = new List<List<int>>();
        while (rest.Count > 0)
        {
            List<int> layer = [rest[0]];
            rest.RemoveAt(0);
            for (var i = 0; i < layer.Count; i++)
            {
                // Who is not beaten by all of the set belongs to it.
                var member = layer[i];
                layer.AddRange(rest.Where(other => !pairwise.Beats(member, other)));
                rest.RemoveAll(other => !pairwise.Beats(member, other));
            }

            layer.Sort();
            layers.Add(layer);
        }

        return layers;
    }
}
