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
        Ways = 1;
        var items = 0;
        foreach (var (_, size) in Groups)
        {
            items += size;
            Ways *= Choices(items, size);
        }

        IsSymmetric = true;
        for (int low = 0, high = ascending.Length - 1; low <= high; low++, high--)
        {
            IsSymmetric &= ascending[low] + ascending[high] == ascending[0] + ascending[^1];
        }
    }

    internal int[] Ascending { get; }

    /// <summary>Equal values with their number, the largest value first.</summary>
    internal (int Value, int Size)[] Groups { get; }

    /// <summary>The number of distinct arrangements.</summary>
    internal BigInteger Ways { get; }

    /// <summary>Whether the reverse is an arrangement of the same values, moved.</summary>
    internal bool IsSymmetric { get; }

    /// <summary>In how many ways some of the items can be chosen.</summary>
    internal static BigInteger Choices(int items, int size)
    {
        var ways = BigInteger.One;
        for (var i = 1; i <= Math.Min(size, items - size); i++)
        {
            ways = ways * (items - i + 1) / i;
        }

        return ways;
    }
}
