namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>The order in which a java.util.HashSet of strings, made from a list, hands them out.</summary>
internal static class JavaHashSet
{
    internal static IReadOnlyList<T> Order<T>(IReadOnlyList<T> list, Func<T, string> text)
    {
        var capacity = 16;
        while (capacity < Math.Max((int)(list.Count * 4L / 3) + 1, 16))
        {
            capacity *= 2;
        }

        // A stable sort: within a bucket the order of arrival stays.
        return [.. list.OrderBy(item => Spread(text(item)) & (uint)(capacity - 1))];
    }

    private static uint Spread(string text)
    {
        var hash = 0u;
        foreach (var unit in text)
        {
            hash = unchecked((31 * hash) + unit);
        }

        return hash ^ (hash >> 16);
    }
}
