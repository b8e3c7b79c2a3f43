namespace CivicTech.Tests.Consensus.Auditing;

/// <summary>All that a few raters can make of a few items, listed one by one. Ranks are doubled and centred: items below less items above.</summary>
internal static class EveryRanking
{
    /// <summary>Every ranking of so many items, with or without ties.</summary>
    internal static List<int[]> Of(int items, bool ties)
    {
        var values = Enumerable.Range(0, (int)Math.Pow(items, items))
            .Select(number => Enumerable.Range(0, items).Select(item => number / (int)Math.Pow(items, item) % items).ToArray());
        return [.. values.Select(Ranks).DistinctBy(ranks => string.Join(' ', ranks)).Where(ranks => ties || ranks.Distinct().Count() == items)];
    }

    /// <summary>What so many raters can make of them: Q = Σ (Σ u)² and Σ u², and how many of the raters tell nothing apart.</summary>
    internal static IEnumerable<(int Q, int Squares, int Constant)> Tables(List<int[]> rankings, int raters)
    {
        foreach (var table in Tuples(rankings, raters))
        {
            yield return (
                Q(table),
                table.Sum(row => row.Sum(rank => rank * rank)),
                table.Count(row => row.All(rank => rank == 0)));
        }
    }

    /// <summary>Every choice of one ranking a rater.</summary>
    internal static IEnumerable<int[][]> Tuples(List<int[]> rankings, int raters) => raters == 0
        ? [[]]
        : Tuples(rankings, raters - 1).SelectMany(before => rankings.Select(last => (int[][])[.. before, last]));

    internal static int Q(int[][] table) => Enumerable.Range(0, table[0].Length).Sum(item =>
    {
        var sum = table.Sum(row => row[item]);
        return sum * sum;
    });

    private static int[] Ranks(int[] values) => [.. values.Select(value => values.Count(other => other < value) - values.Count(other => other > value))];
}
