using System.Collections.Immutable;

namespace CivicTech.Processes;

/// <summary>
/// The many like things of a state (pledges, proposals, answers), by key. A state loaded from a store has only those that were asked for; asking for another ends the decision with a
/// <see cref="PartsMissingException"/>, and the runner decides again with it loaded. So a decision about one pledge reads and writes one pledge, however many there are.
/// </summary>
/// <typeparam name="T">Immutable.</typeparam>
/// <remarks>Immutable. Keys are compared ordinally; finding and setting take O(log n).</remarks>
public sealed class Parts<T>
    where T : class
{
    private readonly ImmutableSortedDictionary<string, T> _items;

    // Of a state in memory everything is known. Of a loaded one: these keys, and all keys of these ranges.
    private readonly ImmutableSortedSet<string>? _known;
    private readonly ImmutableArray<PartRange> _ranges;

    // What a store must write: kept only where a store is.
    private readonly ImmutableSortedSet<string> _changed;

    internal Parts(string prefix, ImmutableSortedDictionary<string, T> items, ImmutableSortedSet<string>? known, ImmutableArray<PartRange> ranges, ImmutableSortedSet<string> changed)
    {
        Prefix = prefix;
        _items = items;
        _known = known;
        _ranges = ranges;
        _changed = changed;
    }

    /// <summary>What the names of their documents begin with, such as <c>pledge/</c>.</summary>
    public string Prefix { get; }

    /// <summary>All of them, in the order of their keys.</summary>
    /// <exception cref="PartsMissingException">Not all are loaded.</exception>
    public IEnumerable<KeyValuePair<string, T>> All => _known is null || _ranges.Any(range => range.After is null && range.Through is null)
        ? _items
        : throw new PartsMissingException(new PartPage(Prefix, null, int.MaxValue));

    /// <summary>The keys that were set or removed since they were loaded, in order; of a state that was never loaded, none.</summary>
    public ImmutableSortedSet<string> Changed => _changed;

    // Whether it came from a store, and knows what must go back there.
    internal bool IsLoaded => _known is not null;

    /// <summary>The part of a key; null when there is none.</summary>
    /// <param name="key">Its key; any text: under one that <see cref="Set"/> does not take there is nothing.</param>
    /// <exception cref="PartsMissingException">It is not loaded.</exception>
    public T? Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _items.TryGetValue(key, out var part) || IsKnown(key) ? part : throw new PartsMissingException(Prefix + key);
    }

    /// <summary>Says that several parts will be asked for: those that are not loaded are then loaded at once, and not one after the other, with a decision begun anew for each.</summary>
    /// <param name="keys">Their keys.</param>
    /// <exception cref="PartsMissingException">Some are not loaded.</exception>
    public void Foresee(IEnumerable<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var missing = keys.Where(key => !_items.ContainsKey(key) && !IsKnown(key)).Distinct(StringComparer.Ordinal).Select(key => Prefix + key).ToImmutableArray();
        if (!missing.IsEmpty)
        {
            throw new PartsMissingException(missing);
        }
    }

    /// <summary>The part of a key that is known to be there.</summary>
    /// <param name="key">Its key.</param>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    /// <exception cref="PartsMissingException">It is not loaded.</exception>
    public T this[string key] => Find(key) ?? throw new KeyNotFoundException($"There is no '{Prefix}{key}'.");

    /// <summary>The next parts in the order of their keys.</summary>
    /// <param name="key">After this key; null from the first.</param>
    /// <param name="count">At most so many.</param>
    /// <returns>Fewer than <paramref name="count"/> only when there are no more.</returns>
    /// <exception cref="PartsMissingException">They are not loaded.</exception>
    public ImmutableArray<KeyValuePair<string, T>> After(string? key, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (_known is null)
        {
            return [.. Following(key).Take(count)];
        }

        // What is missing begins where the loaded runs end: with it loaded they reach further, also when the decision itself took parts out of them.
        var isToTheEnd = Reach(key, out var through);
        var page = Following(key).TakeWhile(item => isToTheEnd || (through is not null && string.CompareOrdinal(item.Key, through) <= 0)).Take(count).ToImmutableArray();
        return page.Length == count || isToTheEnd ? page : throw new PartsMissingException(new PartPage(Prefix, through, count - page.Length));
    }

    /// <summary>With a part added or in place of the one before.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="part">The part.</param>
    /// <exception cref="ArgumentException">The key is not one that a document can be named by: control characters, characters beyond U+FFFD, empty or too long.</exception>
    public Parts<T> Set(string key, T part)
    {
        ProcessName.Check(key, ProcessName.LongestName - Prefix.Length, nameof(key));
        ArgumentNullException.ThrowIfNull(part);
        return With(_items.SetItem(key, part), key);
    }

    /// <summary>Without a part.</summary>
    /// <param name="key">Its key; nothing happens when there is none.</param>
    /// <exception cref="PartsMissingException">It is not loaded.</exception>
    public Parts<T> Remove(string key) => Find(key) is null ? this : With(_items.Remove(key), key);

    private Parts<T> With(ImmutableSortedDictionary<string, T> items, string key) => _known is null
        ? new Parts<T>(Prefix, items, null, _ranges, _changed)
        : new Parts<T>(Prefix, items, _known.Add(key), _ranges, _changed.Add(key));

    // Under a key that no document can have there is nothing, and no store is asked about it.
    private bool IsKnown(string key) => _known is null || _known.Contains(key) || _ranges.Any(range => range.Contains(key)) || !ProcessName.IsValid(key, ProcessName.LongestName - Prefix.Length);

    // How far the loaded runs go on from a key without a gap.
    private bool Reach(string? key, out string? through)
    {
        through = key;
        while (RangeFrom(through) is { } range)
        {
            if (range.Through is null)
            {
                return true;
            }

            through = range.Through;
        }

        return false;

        PartRange? RangeFrom(string? after) => _ranges.FirstOrDefault(range => range.StartsBy(after));
    }

    // O(n): a loaded state has little else than the page itself.
    private IEnumerable<KeyValuePair<string, T>> Following(string? key) => key is null
        ? _items
        : _items.SkipWhile(item => string.CompareOrdinal(item.Key, key) <= 0);
}
