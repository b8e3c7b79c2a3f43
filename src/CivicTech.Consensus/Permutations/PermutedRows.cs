using CivicTech.Consensus.Ranks;

namespace CivicTech.Consensus.Permutations;

/// <summary>
/// What a permutation test starts from: each rater's values ascending, and raters in the order of their weights, then of their values item by
/// item; so neither the order of the items nor that of the raters changes the outcome. Raters with one value for all items are left out:
/// nothing they do changes Q.
/// </summary>
internal sealed class PermutedRows
{
    internal PermutedRows(RankMatrix ranks)
    {
        Items = ranks.Items;
        Rows = [.. Enumerable.Range(0, ranks.Raters)
            .Select(rater => (Values: Sorted(ranks.Row(rater)), Weight: ranks.Weights[rater]))
            .Where(row => row.Values[0] != row.Values[^1])];
        Array.Sort(Rows, static (x, y) =>
            x.Weight != y.Weight ? x.Weight.CompareTo(y.Weight) : x.Values.AsSpan().SequenceCompareTo(y.Values));
        foreach (var (values, weight) in Rows)
        {
            LargestSum += (Int128)weight * Math.Max(-values[0], values[^1]);
        }
    }

    internal int Items { get; }

    /// <summary>The first stays fixed, the others are shuffled one after another.</summary>
    internal (short[] Values, long Weight)[] Rows { get; }

    /// <summary>No sum of an item is further from 0.</summary>
    internal Int128 LargestSum { get; }

    /// <summary>Whether the weights are 1 and every Q fits in 64 bits.</summary>
    internal bool AreNarrow => Array.TrueForAll(Rows, row => row.Weight == 1) && LargestSum <= int.MaxValue
        && LargestSum * LargestSum * Items <= long.MaxValue;

    private static short[] Sorted(ReadOnlySpan<short> row)
    {
        short[] values = [.. row];
        Array.Sort(values);
        return values;
    }
}
