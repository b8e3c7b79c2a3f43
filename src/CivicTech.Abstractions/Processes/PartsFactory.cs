using System.Collections.Immutable;

namespace CivicTech.Processes;

/// <summary>Makes <see cref="Parts{T}"/>.</summary>
public static class Parts
{
    private static readonly ImmutableSortedSet<string> NoKeys = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>None yet, and no others anywhere: the parts of a state in memory.</summary>
    /// <param name="prefix">What the names of their documents begin with.</param>
    /// <typeparam name="T">Immutable.</typeparam>
    public static Parts<T> Whole<T>(string prefix)
        where T : class
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        return new Parts<T>(prefix, ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal), null, [], NoKeys);
    }

    /// <summary>Some of the parts in a store.</summary>
    /// <param name="prefix">What the names of their documents begin with.</param>
    /// <param name="items">Those that were found.</param>
    /// <param name="known">The keys that were looked up, also those that were not found.</param>
    /// <param name="ranges">The runs of keys that were read whole.</param>
    /// <typeparam name="T">Immutable.</typeparam>
    public static Parts<T> Loaded<T>(string prefix, IEnumerable<KeyValuePair<string, T>> items, IEnumerable<string> known, ImmutableArray<PartRange> ranges)
        where T : class
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        return new Parts<T>(prefix, items.ToImmutableSortedDictionary(StringComparer.Ordinal), known.ToImmutableSortedSet(StringComparer.Ordinal), ranges, NoKeys);
    }
}
