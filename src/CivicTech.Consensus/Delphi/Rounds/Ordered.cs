using System.Collections.Immutable;

namespace CivicTech.Consensus.Delphi.Rounds;

/// <summary>Lists in the ordinal order of ids.</summary>
internal static class Ordered
{
    /// <summary>The thing of an id; null when there is none. O(log n).</summary>
    internal static T? Find<T>(ImmutableArray<T> things, Func<T, string> idOf, string id)
        where T : class
    {
        var (low, high) = (0, things.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (string.CompareOrdinal(idOf(things[middle]), id))
            {
                case 0: return things[middle];
                case < 0: low = middle + 1; break;
                default: high = middle - 1; break;
            }
        }

        return null;
    }
}
