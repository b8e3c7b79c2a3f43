using System.Collections.Immutable;

namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>Whom pairwise comparisons alone put in front. One candidate beats another when more voters prefer it than the other way round.</summary>
public static class CondorcetSets
{
    /// <summary>The candidate who beats every other one, or null. O(m²).</summary>
    /// <param name="pairwise">The comparisons.</param>
    /// <returns>An index. A candidate who stands alone is the winner.</returns>
    public static int? Winner(PairwiseMatrix pairwise) => Only(pairwise, static (pairwise, candidate, other) => pairwise.Beats(candidate, other));

    /// <summary>The candidate whom every other one beats, or null. O(m²).</summary>
    /// <param name="pairwise">The comparisons.</param>
    /// <returns>An index. A candidate who stands alone is no loser.</returns>
    public static int? Loser(PairwiseMatrix pairwise) => pairwise?.Candidates.Count == 1
        ? null
        : Only(pairwise!, static (pairwise, candidate, other) => pairwise.Beats(other, candidate));

    /// <summary>The candidates whom nobody beats, ascending. O(m²).</summary>
    /// <param name="pairwise">The comparisons.</param>
    /// <returns>Indexes. Where there is a Condorcet winner, it alone; otherwise there may be none, or several who tie with each other.</returns>
    public static ImmutableArray<int> WeakWinners(PairwiseMatrix pairwise)
    {
        ArgumentNullException.ThrowIfNull(pairwise);
        var all = Enumerable.Range(0, pairwise.Candidates.Count);
        return [.. all.Where(candidate => !all.Any(other => pairwise.Beats(other, candidate)))];
    }

    /// <summary>The Smith set, ascending: the smallest set of which each member beats everybody outside. O(m²).</summary>
    /// <param name="pairwise">The comparisons.</param>
    /// <returns>Indexes; none when nobody stands.</returns>
    public static ImmutableArray<int> SmithSet(PairwiseMatrix pairwise)
    {
        ArgumentNullException.ThrowIfNull(pairwise);
        return [.. Majorities.SmithLayers(pairwise).FirstOrDefault([])];
    }

    /// <summary>
    /// The Schwartz set, ascending: everybody who is in a smallest set of which no member is beaten by anybody outside. A part of the Smith
    /// set; the same where no comparison is tied. O(m³ / 64).
    /// </summary>
    /// <param name="pairwise">The comparisons.</param>
    /// <returns>Indexes; none when nobody stands.</returns>
    public static ImmutableArray<int> SchwartzSet(PairwiseMatrix pairwise)
    {
        ArgumentNullException.ThrowIfNull(pairwise);
        var reach = new Reachability(pairwise.Candidates.Count);
        var all = Enumerable.Range(0, pairwise.Candidates.Count);
        foreach (var candidate in all)
        {
            foreach (var other in all.Where(other => pairwise.Beats(candidate, other)))
            {
                reach.Add(candidate, other);
            }
        }

        // Whoever reaches a member along victories is reached by it: nobody outside is above.
        return [.. all.Where(candidate => all.All(other => !reach.Has(other, candidate) || reach.Has(candidate, other)))];
    }

    private static int? Only(PairwiseMatrix pairwise, Func<PairwiseMatrix, int, int, bool> holds)
    {
        ArgumentNullException.ThrowIfNull(pairwise);
        for (var candidate = 0; candidate < pairwise.Candidates.Count; candidate++)
        {
            var others = 0;
            while (others < pairwise.Candidates.Count && (others == candidate || holds(pairwise, candidate, others)))
            {
                others++;
            }

            if (others == pairwise.Candidates.Count)
            {
                return candidate;
            }
        }

        return null;
    }
}
