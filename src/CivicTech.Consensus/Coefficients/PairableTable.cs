using CivicTech.Consensus.Concordance;

namespace CivicTech.Consensus.Coefficients;

/// <summary>How often each value was given, item by item, for items with at least two ratings.</summary>
internal sealed class PairableTable
{
    internal PairableTable(Ratings ratings)
    {
        RaterCount = ratings.RaterWeights.ToArray().Aggregate(0L, (sum, weight) => checked(sum + weight));
        var units = new List<SortedDictionary<double, long>>();
        var items = new List<string>();
        var totals = new SortedDictionary<double, long>();
        for (var item = 0; item < ratings.Items.Count; item++)
        {
            var counts = new SortedDictionary<double, long>();
            var given = 0L;
            for (var rater = 0; rater < ratings.Raters.Count; rater++)
            {
                var value = ratings.Row(rater)[item];
                if (!double.IsNaN(value))
                {
                    Add(counts, value, ratings.RaterWeights[rater]);
                    given += ratings.RaterWeights[rater];
                }
            }

            if (given >= 2)
            {
                units.Add(counts);
                items.Add(ratings.Items[item]);
                Count = checked(Count + given);
                foreach (var (value, count) in counts)
                {
                    Add(totals, value, count);
                }
            }
        }

        Items = items;
        Values = [.. totals.Keys];
        Totals = [.. totals.Values.Select((count, place) => (place, count))];
        Units = [.. units.Select(unit => unit.Select(pair => (Array.BinarySearch(Values, pair.Key), pair.Value)).ToArray())];
    }

    /// <summary>By weight.</summary>
    internal long RaterCount { get; }

    internal IReadOnlyList<string> Items { get; }

    /// <summary>How many ratings there are.</summary>
    internal long Count { get; }

    /// <summary>The different values, ascending.</summary>
    internal double[] Values { get; }

    /// <summary>By place in <see cref="Values"/>: how often in all.</summary>
    internal (int Value, long Count)[] Totals { get; }

    /// <summary>By item: the places of its values and how often each was given.</summary>
    internal IReadOnlyList<(int Value, long Count)[]> Units { get; }

    private static void Add(SortedDictionary<double, long> counts, double value, long count) =>
        counts[value] = counts.GetValueOrDefault(value) + count;
}
