using CivicTech.Consensus.Ranks;

namespace CivicTech.Consensus.Concordance;

public sealed partial class ConcordanceState
{
    /// <summary>The state of all raters of a table.</summary>
    /// <param name="ratings">A weight counts as so many people.</param>
    /// <param name="missing">As for <see cref="Add(ReadOnlySpan{double}, long, MissingRatings)"/>.</param>
    /// <exception cref="ArgumentException">A rating is missing and refused, or the policy needs all ratings.</exception>
    public static ConcordanceState Of(Ratings ratings, MissingRatings missing = MissingRatings.Refuse)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var state = new ConcordanceState(ratings.Items);
        for (var rater = 0; rater < ratings.Raters.Count; rater++)
        {
            state.Add(ratings.Row(rater), ratings.RaterWeights[rater], missing);
        }

        return state;
    }

    /// <summary>Adds one rater, or several who answered alike.</summary>
    /// <param name="ratings">One number an item, in the order of <see cref="Items"/>; higher ranks higher; NaN means not rated.</param>
    /// <param name="weight">How many answered so, at least 1.</param>
    /// <param name="missing">
    /// <see cref="MissingRatings.Refuse"/>, or <see cref="MissingRatings.ListwiseRaters"/> to leave a rater with a missing rating out and
    /// count them in <see cref="IncompleteRaters"/>.
    /// </param>
    /// <exception cref="ArgumentException">There is not one number an item, or one is NaN and refused, or the policy needs all ratings.</exception>
    /// <exception cref="OverflowException">The sums are beyond 64 bits.</exception>
    public void Add(ReadOnlySpan<double> ratings, long weight = 1, MissingRatings missing = MissingRatings.Refuse) =>
        AddRow(ratings, weight, missing, 1);

    /// <summary>Takes one rater away, or several who answered alike.</summary>
    /// <param name="ratings">As they were added.</param>
    /// <param name="weight">How many, at least 1.</param>
    /// <param name="missing">As they were added.</param>
    /// <exception cref="ArgumentException">As for <see cref="Add(ReadOnlySpan{double}, long, MissingRatings)"/>.</exception>
    /// <exception cref="InvalidOperationException">The rater cannot be among those here; nothing is changed.</exception>
    public void Subtract(ReadOnlySpan<double> ratings, long weight = 1, MissingRatings missing = MissingRatings.Refuse) =>
        AddRow(ratings, weight, missing, -1);

    /// <summary>Adds a ranking of all items, ties allowed.</summary>
    /// <param name="weight">How many ranked so, at least 1.</param>
    /// <param name="tiers">From first place down, identifiers of the items of each place. First place counts as the value 1, the next as 2.</param>
    /// <remarks>
    /// First place has the lowest rank here, the best rating has the highest: W is about either, but within one state raters must answer
    /// the same way round.
    /// </remarks>
    /// <exception cref="ArgumentException">An item is missing, unknown or named twice.</exception>
    public void AddRanking(long weight, params IEnumerable<IEnumerable<string>> tiers)
    {
        ArgumentNullException.ThrowIfNull(tiers);
        var places = new double[_items.Count];
        Array.Fill(places, double.NaN);
        var place = 0;
        foreach (var tier in tiers)
        {
            place++;
            foreach (var index in _items.IndexesOf(tier))
            {
                if (!double.IsNaN(places[index]))
                {
                    throw new ArgumentException($"'{_items[index]}' is ranked twice.", nameof(tiers));
                }

                places[index] = place;
            }
        }

        Add(places, weight);
    }

    /// <summary>Adds many raters, row by row.</summary>
    /// <param name="ratings">One row a rater, each with one number an item in the order of <see cref="Items"/>; NaN means not rated.</param>
    /// <param name="missing">As for <see cref="Add(ReadOnlySpan{double}, long, MissingRatings)"/>.</param>
    /// <exception cref="ArgumentException">The last row is not full, or a rating is missing and refused; nothing is added then.</exception>
    public void AddRows(ReadOnlySpan<double> ratings, MissingRatings missing = MissingRatings.Refuse)
    {
        var rows = RowsOf(ratings.Length, nameof(ratings));
        ThrowUnlessStreamable(missing);
        var sums = new long[_sums.Length];
        Int128 squares = 0;
        long constant = 0, incomplete = 0;
        for (var rest = ratings; !rest.IsEmpty;)
        {
            rest = rest[(RankSums.AddComplete(rest, _items.Count, sums, ref squares, ref constant) * _items.Count)..];
            if (rest.IsEmpty)
            {
                break;
            }

            if (missing is MissingRatings.Refuse)
            {
                throw Missing((ratings.Length - rest.Length) / _items.Count, RankSums.FirstNaN(rest), nameof(ratings));
            }

            incomplete++;
            rest = rest[_items.Count..];
        }

        Change([], sums, squares, 1, rows - incomplete, constant, incomplete);
    }

    /// <summary>Adds many raters whose ratings are small whole numbers, such as a Likert scale, row by row.</summary>
    /// <param name="ratings">One row a rater, each with one number an item in the order of <see cref="Items"/>.</param>
    /// <exception cref="ArgumentException">The last row is not full; nothing is added then.</exception>
    public void AddRows(ReadOnlySpan<byte> ratings)
    {
        var rows = RowsOf(ratings.Length, nameof(ratings));
        var sums = new long[_sums.Length];
        Int128 squares = 0;
        var constant = RankSums.Add(ratings, _items.Count, sums, ref squares);
        Change([], sums, squares, 1, rows, constant, 0);
    }

    private void AddRow(ReadOnlySpan<double> ratings, long weight, MissingRatings missing, int sign)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weight, 1);
        ThrowUnlessStreamable(missing);
        if (ratings.Length != _items.Count)
        {
            throw new ArgumentException($"There are {ratings.Length} ratings for {_items.Count} items.", nameof(ratings));
        }

        var gap = RankSums.FirstNaN(ratings);
        if (gap >= 0 && missing is MissingRatings.Refuse)
        {
            throw new ArgumentException($"There is no rating of '{_items[gap]}': expected one of every item.", nameof(ratings));
        }

        var sums = new long[_sums.Length];
        Int128 squares = 0;
        var constant = gap < 0 ? RankSums.Add(ratings, _items.Count, sums, ref squares) : 0;
        Change([], sums, squares, sign * weight, gap < 0 ? 1 : 0, constant, gap < 0 ? 0 : 1);
    }

    private int RowsOf(int length, string parameter) => length % _items.Count == 0
        ? length / _items.Count
        : throw new ArgumentException($"{length} ratings are not full rows of {_items.Count} items.", parameter);

    private ArgumentException Missing(int row, int item, string parameter) =>
        new($"In row {row} there is no rating of '{_items[item]}': expected one of every item.", parameter);

    private static void ThrowUnlessStreamable(MissingRatings missing)
    {
        if (missing is not (MissingRatings.Refuse or MissingRatings.ListwiseRaters))
        {
            throw new ArgumentException($"{missing} needs all ratings at once: only Refuse and ListwiseRaters work rater by rater.", nameof(missing));
        }
    }
}
