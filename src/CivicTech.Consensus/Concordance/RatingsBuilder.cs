using CivicTech.Ballots;

namespace CivicTech.Consensus.Concordance;

/// <summary>Collects ratings as they come, by the identifiers of raters and items.</summary>
/// <remarks>Raters and items stand in the order in which they were first named. Not safe for several threads at once.</remarks>
public sealed class RatingsBuilder
{
    private readonly List<string> _raters = [];
    private readonly List<string> _items = [];
    private readonly Dictionary<string, int> _raterIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _itemIndex = new(StringComparer.Ordinal);
    private readonly List<long> _weights = [];
    private readonly Dictionary<(int Rater, int Item), double> _values = [];
    private readonly bool _itemsAreFixed;

    /// <summary>Starts without knowing the items: each is added when it is first named.</summary>
    public RatingsBuilder()
    {
    }

    /// <summary>Starts with the items; others are refused.</summary>
    /// <param name="items">Identifiers, not empty, all different.</param>
    /// <exception cref="ArgumentException">An identifier is empty or occurs twice.</exception>
    public RatingsBuilder(params IEnumerable<string> items)
    {
        foreach (var item in new CandidateList("item", items))
        {
            _itemIndex.Add(item, _items.Count);
            _items.Add(item);
        }

        _itemsAreFixed = true;
    }

    /// <summary>Adds one rating.</summary>
    /// <param name="rater">Who.</param>
    /// <param name="item">Of what.</param>
    /// <param name="value">Higher ranks higher; NaN says that there is no rating, but names the rater and the item.</param>
    /// <exception cref="ArgumentException">The rater has rated the item before, or the item is not one of those fixed at the start.</exception>
    public RatingsBuilder Rate(string rater, string item, double value)
    {
        ArgumentException.ThrowIfNullOrEmpty(rater);
        ArgumentException.ThrowIfNullOrEmpty(item);
        var column = ItemOf(item);
        var cell = (Index(_raters, _raterIndex, rater), column);
        if (_weights.Count < _raters.Count)
        {
            _weights.Add(1);
        }

        if (!_values.TryAdd(cell, value))
        {
            throw new ArgumentException($"'{rater}' has rated '{item}' before.", nameof(item));
        }

        return this;
    }

    /// <summary>Adds a ranking, which may leave items out and hold several in one place.</summary>
    /// <param name="rater">Who; not named before.</param>
    /// <param name="tiers">From first place down; items of one tier are tied. Values are places: 1 for the first tier, 2 for the second.</param>
    /// <exception cref="ArgumentException">The rater was named before, an item occurs twice, or is not one of those fixed at the start.</exception>
    public RatingsBuilder Rank(string rater, params IEnumerable<IEnumerable<string>> tiers)
    {
        ArgumentException.ThrowIfNullOrEmpty(rater);
        ArgumentNullException.ThrowIfNull(tiers);
        if (_raterIndex.ContainsKey(rater))
        {
            throw new ArgumentException($"'{rater}' was named before.", nameof(rater));
        }

        // All is looked at before anything is added.
        var ranking = tiers.Select(tier => tier.ToArray()).ToArray();
        _ = new CandidateList("item", ranking.SelectMany(tier => tier));
        foreach (var item in ranking.SelectMany(tier => tier))
        {
            ThrowIfUnknown(item);
        }

        SetWeight(rater, 1);
        for (var place = 0; place < ranking.Length; place++)
        {
            foreach (var item in ranking[place])
            {
                Rate(rater, item, place + 1);
            }
        }

        return this;
    }

    /// <summary>Says how often a rater counts.</summary>
    /// <param name="rater">Who.</param>
    /// <param name="weight">At least 1; 1 unless said.</param>
    public RatingsBuilder SetWeight(string rater, long weight)
    {
        ArgumentException.ThrowIfNullOrEmpty(rater);
        ArgumentOutOfRangeException.ThrowIfLessThan(weight, 1);
        var row = Index(_raters, _raterIndex, rater);
        if (row == _weights.Count)
        {
            _weights.Add(weight);
        }
        else
        {
            _weights[row] = weight;
        }

        return this;
    }

    /// <summary>The ratings so far; the builder can go on.</summary>
    /// <exception cref="ArgumentException">There are more than 32,767 items.</exception>
    public Ratings Build()
    {
        var values = new double[checked(_raters.Count * _items.Count)];
        Array.Fill(values, double.NaN);
        foreach (var ((rater, item), value) in _values)
        {
            values[(rater * _items.Count) + item] = value;
        }

        return new(new CandidateList("rater", _raters), new CandidateList("item", _items), values, [.. _weights]);
    }

    private int ItemOf(string item)
    {
        ThrowIfUnknown(item);
        return Index(_items, _itemIndex, item);
    }

    private void ThrowIfUnknown(string item)
    {
        if (_itemsAreFixed && !_itemIndex.ContainsKey(item))
        {
            throw new ArgumentException($"There is no item '{item}'.", nameof(item));
        }
    }

    private static int Index(List<string> ids, Dictionary<string, int> index, string id)
    {
        if (!index.TryGetValue(id, out var place))
        {
            place = ids.Count;
            index.Add(id, place);
            ids.Add(id);
        }

        return place;
    }
}
