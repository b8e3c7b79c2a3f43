using CivicTech.Consensus.Ranks;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Concordance;

/// <summary>Who and what a result is about, and who and what was set aside.</summary>
internal sealed record ConcordancePanel(
    long RaterCount,
    IReadOnlyList<string> Raters,
    IReadOnlyList<string> Items,
    long ConstantRaterCount,
    IReadOnlyList<string> ConstantRaters,
    long DroppedRaterCount,
    IReadOnlyList<string> DroppedRaters,
    IReadOnlyList<string> DroppedItems,
    IReadOnlyList<ItemRank> ItemRanks,
    Rational EffectiveRaters)
{
    internal static ConcordancePanel Of(ConcordanceState state, ConstantRaters policy)
    {
        var raters = state.RatersBy(policy);
        return new(
            raters, [], state.Items, state.ConstantRaters, [], state.IncompleteRaters, [], [],
            RanksOf(state.Items, state.Sums, raters),
            raters);
    }

    /// <param name="prepared">What is analysed.</param>
    /// <param name="ranks">Its ranks; null when ratings are missing, for then raters ranked different items.</param>
    internal static ConcordancePanel Of(PreparedRatings prepared, RankMatrix? ranks)
    {
        var ratings = prepared.Analysed;
        var raters = 0L;
        Rational squares = 0;
        foreach (var weight in ratings.RaterWeights)
        {
            raters = checked(raters + weight);
            squares += (Rational)weight * weight;
        }

        return new(
            raters, ratings.Raters, ratings.Items,
            prepared.ConstantRaterCount, prepared.ConstantRaters,
            prepared.DroppedRaterCount, prepared.DroppedRaters, prepared.DroppedItems,
            ranks is null ? [] : RanksOf(ratings.Items, ranks.ColumnSums(), raters),
            squares.IsZero ? 0 : (Rational)raters * raters / squares);
    }

    // Nobody's ranks have no mean.
    private static ItemRank[] RanksOf(IReadOnlyList<string> items, ReadOnlySpan<long> sums, long raters)
    {
        var ranks = new ItemRank[raters == 0 ? 0 : items.Count];
        for (var i = 0; i < ranks.Length; i++)
        {
            var sum = (sums[i] + ((Rational)raters * (items.Count + 1))) / 2;
            ranks[i] = new(items[i], sum, sum / raters);
        }

        return ranks;
    }
}
