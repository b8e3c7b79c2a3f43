using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Delphi.Studies;

/// <summary>Kendall's W from its definition, by whole numbers and one division at the end: no code of the package has a part in it.</summary>
internal static class Oracle
{
    /// <summary>W of a complete table, raters in rows, corrected for ties; constant raters are left out. Null where it is undefined.</summary>
    internal static Rational? W(IEnumerable<int[]> rows)
    {
        var raters = rows.Where(row => row.Distinct().Count() > 1).Select(DoubledRanks).ToList();
        if (raters.Count < 2)
        {
            return null;
        }

        long above = 0, below = 0;
        for (var item = 0; item < raters[0].Length; item++)
        {
            var sum = raters.Sum(ranks => ranks[item]);
            above += sum * sum;
            below += raters.Sum(ranks => ranks[item] * ranks[item]);
        }

        return new Rational(above, raters.Count * below);
    }

    // Twice the midrank less n + 1: how many are below, less how many are above.
    private static long[] DoubledRanks(int[] row) => [.. row.Select(one => (long)row.Count(other => other < one) - row.Count(other => other > one))];
}
