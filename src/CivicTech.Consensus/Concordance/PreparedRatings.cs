using CivicTech.Consensus.Ranks;

namespace CivicTech.Consensus.Concordance;

/// <summary>Ratings after the policies for missing ratings and constant raters: what is analysed, and what was set aside.</summary>
internal sealed class PreparedRatings
{
    private PreparedRatings(Ratings all, Ratings analysed, ConcordanceOptions options, string[] constant)
    {
        var set = constant.ToHashSet(StringComparer.Ordinal);
        All = all;
        Analysed = analysed;
        DroppedRaters = [.. all.Raters.Where(rater => analysed.IndexOfRater(rater) < 0 && !set.Contains(rater))];
        DroppedRaterCount = WeightOf(DroppedRaters);
        DroppedItems = [.. all.Items.Where(item => analysed.IndexOfItem(item) < 0)];
        ConstantRaters = constant;
        ConstantRaterCount = WeightOf(constant);
        Options = options;

        long WeightOf(IEnumerable<string> raters) => raters.Sum(rater => all.RaterWeights[all.IndexOfRater(rater)]);
    }

    internal ConcordanceOptions Options { get; }

    /// <summary>What came in.</summary>
    internal Ratings All { get; }

    /// <summary>What the measures are about.</summary>
    internal Ratings Analysed { get; }

    /// <summary>Left out because of missing ratings.</summary>
    internal IReadOnlyList<string> DroppedRaters { get; }

    /// <summary>The same by weight.</summary>
    internal long DroppedRaterCount { get; }

    /// <summary>Left out because of missing ratings.</summary>
    internal IReadOnlyList<string> DroppedItems { get; }

    /// <summary>Gave the same value to every item that is analysed.</summary>
    internal IReadOnlyList<string> ConstantRaters { get; }

    /// <summary>The same by weight.</summary>
    internal long ConstantRaterCount { get; }

    internal static PreparedRatings Of(Ratings ratings, ConcordanceOptions options)
    {
        var kept = options.Missing switch
        {
            _ when ratings.IsComplete => ratings,
            MissingRatings.Refuse => throw Gap(ratings),
            MissingRatings.ListwiseItems => ratings.Only(ratings.Raters, ratings.Items.Where((_, item) => IsRatedByAll(ratings, item))),
            MissingRatings.ListwiseRaters => ratings.Only(ratings.Raters.Where((_, rater) => RankSums.FirstNaN(ratings.Row(rater)) < 0), ratings.Items),
            _ => WithOpinions(ratings),
        };

        // With one item nobody can tell items apart, and nobody is to blame for it.
        string[] constant = kept.Items.Count < 2 ? [] : [.. kept.Raters.Where((_, rater) => IsConstant(kept.Row(rater)))];
        if (constant.Length > 0 && options.ConstantRaters is Concordance.ConstantRaters.Reject)
        {
            throw new ArgumentException($"These raters gave the same value to every item: {string.Join(", ", constant)}.", nameof(ratings));
        }

        // Incomplete blocks: a constant rater has no part in the statistic whatever the policy.
        var leavesOut = options.ConstantRaters is Concordance.ConstantRaters.Exclude || !kept.IsComplete;
        return leavesOut && constant.Length > 0
            ? new(ratings, kept.Only(kept.Raters.Except(constant, StringComparer.Ordinal), kept.Items), options, constant)
            : new(ratings, kept, options, constant);
    }

    /// <summary>Ranks of complete ratings.</summary>
    internal RankMatrix Rank() => Rank(Analysed);

    /// <summary>Ranks of complete ratings.</summary>
    internal static RankMatrix Rank(Ratings ratings)
    {
        var items = ratings.Items.Count;
        var values = new short[ratings.Raters.Count * items];
        for (var rater = 0; rater < ratings.Raters.Count; rater++)
        {
            Midranks.Of(ratings.Row(rater), values.AsSpan(rater * items, items));
        }

        return new(values, [.. ratings.RaterWeights], items);
    }

    internal static ArgumentException Gap(Ratings ratings)
    {
        var rater = Enumerable.Range(0, ratings.Raters.Count).First(row => RankSums.FirstNaN(ratings.Row(row)) >= 0);
        var item = RankSums.FirstNaN(ratings.Row(rater));
        return new(
            $"'{ratings.Raters[rater]}' did not rate '{ratings.Items[item]}': choose what happens with missing ratings ({nameof(ConcordanceOptions)}.{nameof(ConcordanceOptions.Missing)}).",
            nameof(ratings));
    }

    /// <summary>Whether all that was rated has the same value.</summary>
    internal static bool IsConstant(ReadOnlySpan<double> row)
    {
        var first = double.NaN;
        foreach (var value in row)
        {
            if (double.IsNaN(first))
            {
                first = value;
            }
            else if (!double.IsNaN(value) && value != first)
            {
                return false;
            }
        }

        return true;
    }

    internal static bool IsRatedByAll(Ratings ratings, int item) =>
        Enumerable.Range(0, ratings.Raters.Count).All(rater => !double.IsNaN(ratings[rater, item]));

    // Who rated fewer than two items compares nothing; what nobody else rated is compared with nothing.
    private static Ratings WithOpinions(Ratings ratings)
    {
        var kept = ratings.Only(ratings.Raters.Where((_, rater) => Rated(ratings.Row(rater)) >= 2), ratings.Items);
        return kept.Raters.Count == 0 ? kept : kept.Only(kept.Raters, kept.Items.Where((_, item) => Enumerable.Range(0, kept.Raters.Count).Any(rater => !double.IsNaN(kept[rater, item]))));
    }

    private static int Rated(ReadOnlySpan<double> row)
    {
        var count = 0;
        foreach (var value in row)
        {
            count += double.IsNaN(value) ? 0 : 1;
        }

        return count;
    }
}
