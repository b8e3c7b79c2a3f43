using System.Numerics;

namespace CivicTech.Consensus.Permutations;

/// <summary>What one rater hands out in every arrangement: whole numbers from 0, in groups of equal ones.</summary>
internal sealed class NullRow
{
    internal NullRow(int[] ascending)
    {
        Ascending = ascending;
        var groups = new List<(int Value, int Size)>();
        for (var end = ascending.Length; end > 0;)
        {
            var start = end;
            while (start > 0 && ascending[start - 1] == ascending[end - 1])
            {
                start--;
            }

            groups.Add((ascending[start], end - start));
            end = start;
        }

        Groups = [.. groups];
        WaysAfter = new BigInteger[Groups.Length];
        var ways = BigInteger.One;
        var items = 0;
        for (var group = Groups.Length - 1; group >= 0; group--)
        {
            WaysAfter[group] = ways;
            for (var i = 1; i <= Groups[group].Size; i++)
            {
                ways = ways * ++items / i;
            }
        }

        Ways = ways;
    }

    internal int[] Ascending { get; }

    /// <summary>Equal values with their number, the largest value first.</summary>
    internal (int Value, int Size)[] Groups { get; }

    /// <summary>The number of distinct arrangements.</summary>
    internal BigInteger Ways { get; }

    /// <summary>By group: in how many ways the later groups can be arranged on the items that are left.</summary>
    internal BigInteger[] WaysAfter { get; }
}
