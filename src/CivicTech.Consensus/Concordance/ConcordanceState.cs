using CivicTech.Ballots;
using CivicTech.Consensus.Ranks;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Concordance;

/// <summary>
/// All that Kendall's W needs to know of any number of raters: exact sums of their ranks. Raters are added one by one or in blocks
/// and forgotten; states from threads, files or machines are merged in any order to the same state; what was added can be subtracted.
/// </summary>
/// <remarks>
/// Holds n + 4 whole numbers for n items. With u = 2 times the midrank minus (n + 1), it keeps Σu of each item and Σu² of all.
/// A weight stands for so many people who answered alike. Not safe for several threads at once: give each its own and merge.
/// </remarks>
public sealed partial class ConcordanceState : IEquatable<ConcordanceState>
{
    private readonly CandidateList _items;
    private readonly long[] _sums;
    private Int128 _squares;

    /// <summary>Starts with no raters.</summary>
    /// <param name="items">Identifiers of the items, 1 to 32,767 of them: not empty, all different.</param>
    /// <exception cref="ArgumentException">An identifier is empty or occurs twice, or there are none or too many.</exception>
    public ConcordanceState(params IEnumerable<string> items)
    {
        _items = new CandidateList("item", items);
        if (_items.Count is 0 or > Midranks.MaxItems)
        {
            throw new ArgumentException($"There are {_items.Count} items: expected 1 to {Midranks.MaxItems}.", nameof(items));
        }

        _sums = new long[_items.Count];
    }

    /// <summary>Identifiers of the items, in order.</summary>
    public IReadOnlyList<string> Items => _items;

    /// <summary>How many raters are in the sums, constant ones among them.</summary>
    public long Raters { get; private set; }

    /// <summary>How many of the raters gave the same value to every item.</summary>
    public long ConstantRaters { get; private set; }

    /// <summary>How many more were left out because ratings were missing.</summary>
    public long IncompleteRaters { get; private set; }

    /// <summary>Σ over items of (rank sum minus its mean)²: Kendall's S.</summary>
    public Rational S => ConcordanceFigures.Of(this, Concordance.ConstantRaters.Count).S;

    /// <summary>Σ over raters of Σ(t³ - t) over their groups of t tied items: Kendall's T.</summary>
    public Rational TieSum => ConcordanceFigures.Of(this, Concordance.ConstantRaters.Count).TieSum;

    internal System.Numerics.BigInteger SumOfSquares
    {
        get
        {
            var total = System.Numerics.BigInteger.Zero;
            foreach (var sum in _sums)
            {
                total += (Int128)sum * sum;
            }

            return total;
        }
    }

    /// <summary>Σ over raters of Σu²: four times the sum of their D.</summary>
    internal System.Numerics.BigInteger Squares => _squares;

    internal ReadOnlySpan<long> Sums => _sums;

    /// <summary>How many raters a policy counts.</summary>
    internal long RatersBy(ConstantRaters policy) => policy is Concordance.ConstantRaters.Count ? Raters : Raters - ConstantRaters;

    /// <summary>Σ over raters of the midrank of an item; rank 1 is the lowest value.</summary>
    /// <param name="item">The place in <see cref="Items"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public Rational RankSum(int item)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(item);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(item, _items.Count);
        return (_sums[item] + ((Rational)Raters * (_items.Count + 1))) / 2;
    }

    /// <summary>Adds the sums of another state. Its items may stand in another order.</summary>
    /// <param name="other">Holds raters of the same items; not changed.</param>
    /// <exception cref="ArgumentException">It is about other items.</exception>
    /// <exception cref="OverflowException">The sums are beyond 64 bits (some 10^14 raters).</exception>
    public ConcordanceState Merge(ConcordanceState other)
    {
        Combine(other, 1);
        return this;
    }

    /// <summary>Takes the sums of another state away.</summary>
    /// <param name="other">Holds raters of the same items who were added here before; not changed.</param>
    /// <exception cref="ArgumentException">It is about other items.</exception>
    /// <exception cref="InvalidOperationException">Its raters cannot be among those here; nothing is changed.</exception>
    public ConcordanceState Subtract(ConcordanceState other)
    {
        Combine(other, -1);
        return this;
    }

    /// <summary>A copy that changes on its own.</summary>
    public ConcordanceState Clone()
    {
        var copy = new ConcordanceState(_items);
        copy.Combine(this, 1);
        return copy;
    }

    /// <summary>Whether both hold the same numbers about the same items in the same order.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ConcordanceState? left, ConcordanceState? right) => left is null ? right is null : left.Equals(right);

    /// <summary>The opposite of equality.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ConcordanceState? left, ConcordanceState? right) => !(left == right);

    /// <inheritdoc />
    public bool Equals(ConcordanceState? other) =>
        other is not null && (Raters, ConstantRaters, IncompleteRaters, _squares) == (other.Raters, other.ConstantRaters, other.IncompleteRaters, other._squares)
        && _sums.AsSpan().SequenceEqual(other._sums) && _items.Equals(other._items);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ConcordanceState);

    /// <summary>A state changes; its hash code tells only its items.</summary>
    public override int GetHashCode() => _items.GetHashCode();

    /// <summary>How many raters and items.</summary>
    public override string ToString() => $"{Raters} raters, {_items.Count} items";

    private void Combine(ConcordanceState other, int sign)
    {
        ArgumentNullException.ThrowIfNull(other);
        Change(PlacesOf(other), other._sums, other._squares, sign, other.Raters, other.ConstantRaters, other.IncompleteRaters);
    }

    // Everything is worked out, then checked, then taken over: an error leaves the state as it was.
    private void Change(ReadOnlySpan<int> places, ReadOnlySpan<long> sums, Int128 squares, long weight, long raters, long constant, long incomplete)
    {
        checked
        {
            var changed = new long[_sums.Length];
            for (var i = 0; i < changed.Length; i++)
            {
                changed[i] = _sums[i] + (weight * sums[places.IsEmpty ? i : places[i]]);
            }

            var (newSquares, newRaters) = (_squares + (weight * squares), Raters + (weight * raters));
            var (newConstant, newIncomplete) = (ConstantRaters + (weight * constant), IncompleteRaters + (weight * incomplete));
            if (weight < 0 && !ConcordanceSums.CanBe(changed, newSquares, newRaters, newConstant, newIncomplete))
            {
                throw new InvalidOperationException("What is subtracted was not all added before.");
            }

            changed.CopyTo(_sums, 0);
            (_squares, Raters, ConstantRaters, IncompleteRaters) = (newSquares, newRaters, newConstant, newIncomplete);
        }
    }

    private int[] PlacesOf(ConcordanceState other)
    {
        if (_items.Equals(other._items))
        {
            return [];
        }

        var places = _items.Select(other._items.IndexOf).ToArray();
        if (_items.Count != other._items.Count || places.Contains(-1))
        {
            throw new ArgumentException("The states are about different items.", nameof(other));
        }

        return places;
    }
}
