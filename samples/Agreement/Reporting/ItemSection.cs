using CivicTech.Consensus.Concordance;

namespace Agreement.Reporting;

/// <summary>Where the panel puts each item.</summary>
internal static class ItemSection
{
    internal static string Of(ConcordanceResult result)
    {
        if (result.ItemRanks.Count == 0)
        {
            return "Items\n  They have no mean ranks: raters ranked different ones, or there are no raters.\n";
        }

        // Equal means share a place: the sort is stable, and fractions are compared exactly.
        var ranks = result.ItemRanks.OrderByDescending(rank => rank.MeanRank).ToArray();
        var table = new TextTable(0, 1);
        table.Add("place", "mean rank", "item");
        var place = 0;
        for (var i = 0; i < ranks.Length; i++)
        {
            place = IsSame(i, i - 1) ? place : i + 1;
            var isShared = IsSame(i, i - 1) || IsSame(i, i + 1);
            table.Add($"{place}{(isShared ? "=" : " ")}", Figures.Short(ranks[i].MeanRank.ToDouble()), ranks[i].Item);
        }

        return $"Items, the highest rated first (mean rank: 1 where all put it last, {ranks.Length} where all put it first)\n{table}";

        bool IsSame(int i, int other) => other >= 0 && other < ranks.Length && ranks[i].MeanRank == ranks[other].MeanRank;
    }
}
