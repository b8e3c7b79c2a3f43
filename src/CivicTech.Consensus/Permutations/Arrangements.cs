namespace CivicTech.Consensus.Permutations;

/// <summary>All distinct arrangements of a few values, one after another.</summary>
internal sealed class Arrangements
{
    private readonly short[] _values;
    private readonly int[] _left;
    private readonly int _items;

    private Arrangements(short[] values, int[] sizes, int count)
    {
        _values = values;
        _left = sizes;
        _items = sizes.Sum();
        Count = count;
    }

    internal int Count { get; }

    /// <summary>Null when there are more than so many.</summary>
    /// <param name="ascending">The values.</param>
    /// <param name="most">The largest number of arrangements.</param>
    internal static Arrangements? TryCreate(short[] ascending, int most)
    {
        var values = new List<short>();
        var sizes = new List<int>();
        var count = 1L;
        for (var i = 0; i < ascending.Length; i++)
        {
            if (i == 0 || ascending[i] != ascending[i - 1])
            {
                values.Add(ascending[i]);
                sizes.Add(0);
            }

            // Always whole, and it never falls.
            sizes[^1]++;
            count = count * (i + 1) / sizes[^1];
            if (count > most)
            {
                return null;
            }
        }

        return new([.. values], [.. sizes], (int)count);
    }

    /// <summary>How many have a dot product with the sums of at least the observed one.</summary>
    internal int CountAtLeast(ReadOnlySpan<long> sums, Int128 observed) => CountFrom(sums, 0, 0, observed);

    private int CountFrom(ReadOnlySpan<long> sums, int item, Int128 dot, Int128 observed)
    {
        if (item == _items)
        {
            return dot >= observed ? 1 : 0;
        }

        var count = 0;
        for (var value = 0; value < _left.Length; value++)
        {
            if (_left[value] > 0)
            {
                _left[value]--;
                count += CountFrom(sums, item + 1, dot + ((Int128)_values[value] * sums[item]), observed);
                _left[value]++;
            }
        }

        return count;
    }
}
