using CivicTech.Ballots;
using CivicTech.Consensus.Ranks;
using CivicTech.Receipts;

namespace CivicTech.Consensus.Concordance;

/// <summary>
/// What raters said of items: a table of numbers, one row a rater, one column an item. NaN means not rated. A larger number ranks
/// higher; where numbers are positions (1 = first), that holds for all raters alike and no coefficient changes by it.
/// </summary>
/// <remarks>Immutable and safe to share between threads. Ordinary numbers and infinities are compared as <see cref="double"/> compares them.</remarks>
public sealed class Ratings
{
    private readonly CandidateList _raters;
    private readonly CandidateList _items;
    private readonly double[] _values;
    private readonly long[] _weights;

    internal Ratings(CandidateList raters, CandidateList items, double[] values, long[] weights)
    {
        if (items.Count > Midranks.MaxItems)
        {
            throw new ArgumentException($"There are {items.Count} items; at most {Midranks.MaxItems} can be ranked.", nameof(items));
        }

        _raters = raters;
        _items = items;
        _values = values;
        _weights = weights;
        IsComplete = !Array.Exists(values, double.IsNaN);
        IsWeighted = weights.AsSpan().ContainsAnyExcept(1L);
    }

    /// <summary>Identifiers of the raters, in order.</summary>
    public IReadOnlyList<string> Raters => _raters;

    /// <summary>Identifiers of the items, in order.</summary>
    public IReadOnlyList<string> Items => _items;

    /// <summary>How often each rater counts, at least 1: 3 is the same as three raters who answered alike.</summary>
    public IReadOnlyList<long> Weights => Array.AsReadOnly(_weights);

    /// <summary>Whether every rater rated every item.</summary>
    public bool IsComplete { get; }

    /// <summary>Whether some weight is not 1.</summary>
    public bool IsWeighted { get; }

    /// <summary>
    /// The digest of the ranks that these ratings give: the same for ratings that rank alike. The SHA-256 of the canonical JSON (RFC 8785)
    /// of an object with <c>items</c>, <c>raters</c>, <c>weights</c> (texts) and <c>ranks</c>: a row a rater, for each item twice the
    /// midrank among the k items that the rater rated, less k + 1; null where there is no rating.
    /// </summary>
    public Digest RanksDigest => RatingsDigest.Of(this);

    /// <summary>What a rater said of an item; NaN when nothing.</summary>
    /// <param name="rater">The place in <see cref="Raters"/>.</param>
    /// <param name="item">The place in <see cref="Items"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public double this[int rater, int item]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(item);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(item, _items.Count);
            return Row(rater)[item];
        }
    }

    /// <summary>Ratings from a table.</summary>
    /// <param name="raters">Identifiers of the rows: not empty, all different.</param>
    /// <param name="items">Identifiers of the columns: not empty, all different; at most 32,767.</param>
    /// <param name="values">One row a rater, one column an item; NaN means not rated.</param>
    /// <param name="weights">How often each rater counts, at least 1; null means once.</param>
    /// <exception cref="ArgumentException">The sizes differ, an identifier is empty or occurs twice, a weight is below 1.</exception>
    public static Ratings Of(IEnumerable<string> raters, IEnumerable<string> items, double[,] values, IReadOnlyList<long>? weights = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        var raterList = new CandidateList("rater", raters);
        var itemList = new CandidateList("item", items);
        if (values.GetLength(0) != raterList.Count || values.GetLength(1) != itemList.Count)
        {
            throw new ArgumentException(
                $"The table has {values.GetLength(0)} rows and {values.GetLength(1)} columns for {raterList.Count} raters and {itemList.Count} items.",
                nameof(values));
        }

        var copy = new double[values.Length];
        var place = 0;
        foreach (var value in values)
        {
            copy[place++] = value;
        }

        return new(raterList, itemList, copy, WeightsOf(weights, raterList.Count));
    }

    /// <summary>Ratings from a table whose raters are called R1, R2, ... and its items I1, I2, ....</summary>
    /// <param name="values">One row a rater, one column an item; NaN means not rated.</param>
    /// <param name="weights">How often each rater counts, at least 1; null means once.</param>
    /// <exception cref="ArgumentException">There is not one weight a row, or a weight is below 1.</exception>
    public static Ratings Of(double[,] values, IReadOnlyList<long>? weights = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Of(Numbered("R", values.GetLength(0)), Numbered("I", values.GetLength(1)), values, weights);
    }

    /// <summary>All that one rater said, in the order of <see cref="Items"/>; NaN where nothing.</summary>
    /// <param name="rater">The place in <see cref="Raters"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public ReadOnlySpan<double> Row(int rater)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rater);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rater, _raters.Count);
        return _values.AsSpan(rater * _items.Count, _items.Count);
    }

    /// <summary>The place of a rater in <see cref="Raters"/>, or -1.</summary>
    /// <param name="id">Compared ordinally.</param>
    public int IndexOfRater(string id) => _raters.IndexOf(id);

    /// <summary>The place of an item in <see cref="Items"/>, or -1.</summary>
    /// <param name="id">Compared ordinally.</param>
    public int IndexOfItem(string id) => _items.IndexOf(id);

    /// <summary>The ratings of some raters about some items, in the order asked for.</summary>
    /// <param name="raters">Identifiers of raters who are here, each once.</param>
    /// <param name="items">Identifiers of items that are here, each once.</param>
    /// <exception cref="ArgumentException">One is not here, or is asked for twice.</exception>
    public Ratings Only(IEnumerable<string> raters, IEnumerable<string> items)
    {
        var raterList = new CandidateList("rater", raters);
        var itemList = new CandidateList("item", items);
        if (raterList == _raters && itemList == _items)
        {
            return this;
        }

        var rows = Places(_raters, raterList, "rater", nameof(raters));
        var columns = Places(_items, itemList, "item", nameof(items));
        var values = new double[rows.Length * columns.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            var source = Row(rows[row]);
            for (var column = 0; column < columns.Length; column++)
            {
                values[(row * columns.Length) + column] = source[columns[column]];
            }
        }

        return new(raterList, itemList, values, [.. rows.Select(row => _weights[row])]);
    }

    /// <summary>How many raters and items.</summary>
    public override string ToString() => $"{_raters.Count} raters, {_items.Count} items{(IsComplete ? "" : ", some ratings missing")}";

    internal ReadOnlySpan<long> RaterWeights => _weights;

    internal static long[] WeightsOf(IReadOnlyList<long>? weights, int count)
    {
        if (weights is null)
        {
            return [.. Enumerable.Repeat(1L, count)];
        }

        if (weights.Count != count)
        {
            throw new ArgumentException($"There are {weights.Count} weights for {count} raters.", nameof(weights));
        }

        for (var i = 0; i < count; i++)
        {
            if (weights[i] < 1)
            {
                throw new ArgumentException($"The weight of rater {i} is {weights[i]}: expected at least 1.", nameof(weights));
            }
        }

        return [.. weights];
    }

    private static IEnumerable<string> Numbered(string prefix, int count) =>
        Enumerable.Range(1, count).Select(number => FormattableString.Invariant($"{prefix}{number}"));

    private static int[] Places(CandidateList all, CandidateList some, string noun, string parameter) =>
        [.. some.Select(id => all.IndexOf(id) is >= 0 and var place ? place : throw new ArgumentException($"There is no {noun} '{id}'.", parameter))];
}
