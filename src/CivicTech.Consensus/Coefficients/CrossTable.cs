namespace CivicTech.Consensus.Coefficients;

/// <summary>Counts how often two rows put the same item in which categories.</summary>
internal static class CrossTable
{
    /// <exception cref="ArgumentException">The rows differ in length, a value is no category, a category occurs twice, or there are fewer than two.</exception>
    internal static long[,] Count<T>(ReadOnlySpan<T> first, ReadOnlySpan<T> second, IReadOnlyList<T> categories, Predicate<T> isMissing)
        where T : notnull
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"The rows have {first.Length} and {second.Length} values: expected as many.", nameof(second));
        }

        var places = new Dictionary<T, int>(categories.Count);
        foreach (var category in categories)
        {
            if (!places.TryAdd(category, places.Count))
            {
                throw new ArgumentException(FormattableString.Invariant($"The category {category} occurs twice."), nameof(categories));
            }
        }

        if (places.Count < 2)
        {
            throw new ArgumentException($"There are {places.Count} categories: expected at least 2.", nameof(categories));
        }

        var table = new long[places.Count, places.Count];
        for (var item = 0; item < first.Length; item++)
        {
            if (!isMissing(first[item]) && !isMissing(second[item]))
            {
                table[Place(places, first[item], item, nameof(first)), Place(places, second[item], item, nameof(second))]++;
            }
        }

        return table;
    }

    private static int Place<T>(Dictionary<T, int> places, T value, int item, string row)
        where T : notnull => places.TryGetValue(value, out var place)
        ? place
        : throw new ArgumentException(FormattableString.Invariant($"Value {item} is {value}, which is none of the categories."), row);
}
