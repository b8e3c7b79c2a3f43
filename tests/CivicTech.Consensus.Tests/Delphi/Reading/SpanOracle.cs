namespace CivicTech.Tests.Consensus.Delphi.Reading;

/// <summary>
/// What a reader can work out by adding, subtracting and multiplying published sums over groups: the span of the groups, by elimination modulo a prime. Tried out on every set of fewer
/// quantities than a limit.
/// </summary>
internal sealed class SpanOracle
{
    private const long Prime = 2_147_483_647;

    private readonly List<string> _names = [];
    private readonly List<long[]> _basis = [];
    private readonly List<int> _pivots = [];

    internal SpanOracle(IReadOnlyCollection<IReadOnlyCollection<string>> groups)
    {
        _names.AddRange(groups.SelectMany(group => group).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        foreach (var group in groups)
        {
            var row = Reduce(Row(group));
            var pivot = Array.FindIndex(row, entry => entry != 0);
            if (pivot >= 0)
            {
                var inverse = Power(row[pivot], Prime - 2);
                _basis.Add([.. row.Select(entry => entry * inverse % Prime)]);
                _pivots.Add(pivot);
            }
        }
    }

    /// <summary>A set of fewer quantities than the limit whose sum is known; null when there is none.</summary>
    internal IReadOnlyList<string>? Known(int limit) => Sets([], 0, limit - 1).FirstOrDefault(set => set.Count > 0 && Reduce(Row(set)).All(entry => entry == 0));

    private IEnumerable<IReadOnlyList<string>> Sets(IReadOnlyList<string> chosen, int from, int most)
    {
        yield return chosen;
        for (var i = from; most > 0 && i < _names.Count; i++)
        {
            foreach (var set in Sets([.. chosen, _names[i]], i + 1, most - 1))
            {
                yield return set;
            }
        }
    }

    private long[] Row(IEnumerable<string> group)
    {
        var row = new long[_names.Count];
        foreach (var name in group)
        {
            row[_names.IndexOf(name)] = 1;
        }

        return row;
    }

    private long[] Reduce(long[] row)
    {
        for (var i = 0; i < _basis.Count; i++)
        {
            if (row[_pivots[i]] is var factor && factor != 0)
            {
                row = [.. row.Zip(_basis[i], (entry, other) => (((entry - (factor * other)) % Prime) + Prime) % Prime)];
            }
        }

        return row;
    }

    private static long Power(long value, long exponent)
    {
        var result = 1L;
        for (; exponent > 0; exponent >>= 1, value = value * value % Prime)
        {
            result = (exponent & 1) == 1 ? result * value % Prime : result;
        }

        return result;
    }
}
