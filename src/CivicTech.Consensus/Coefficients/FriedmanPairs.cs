using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Distributions;
using CivicTech.Consensus.Permutations;
using CivicTech.Consensus.Ranks;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Coefficients;

/// <summary>Which items differ: every pair compared after a test of Kendall's W or of Friedman said that some do.</summary>
/// <remarks>
/// The exact test of rank sums is the one to trust with few raters. Conover's t is the most ready to find a difference, Nemenyi's range the
/// least. Raters who gave the same value to every item say nothing of pairs and are left out.
/// </remarks>
public sealed class FriedmanPairs
{
    private FriedmanPairs(IReadOnlyList<FriedmanPair> pairs, IReadOnlyList<string> raters, IReadOnlyList<string> constantRaters)
    {
        Pairs = pairs;
        Raters = raters;
        ConstantRaters = constantRaters;
    }

    /// <summary>All n (n - 1) / 2 pairs: the first item with all others, then the second with those after it, and so on.</summary>
    public IReadOnlyList<FriedmanPair> Pairs { get; }

    /// <summary>The raters that the comparisons are about.</summary>
    public IReadOnlyList<string> Raters { get; }

    /// <summary>Raters who were left out because they gave the same value to every item.</summary>
    public IReadOnlyList<string> ConstantRaters { get; }

    /// <summary>
    /// Compares every pair of items. Tests are undefined with fewer than two raters who tell items apart, and when raters have weights;
    /// Conover's also when all agree completely.
    /// </summary>
    /// <remarks>Work and memory grow with the square of the number of items.</remarks>
    /// <param name="ratings">Complete; of at least two items.</param>
    /// <exception cref="ArgumentException">A rating is missing, or there are fewer than two items.</exception>
    public static FriedmanPairs Of(Ratings ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        if (ratings.Items.Count < 2)
        {
            throw new ArgumentException($"A pair needs two items; there are {ratings.Items.Count}.", nameof(ratings));
        }

        for (var rater = 0; rater < ratings.Raters.Count; rater++)
        {
            if (RankSums.FirstNaN(ratings.Row(rater)) is >= 0 and var item)
            {
                throw new ArgumentException($"'{ratings.Raters[rater]}' did not rate '{ratings.Items[item]}': pairs are compared on complete ratings.", nameof(ratings));
            }
        }

        string[] constant = [.. ratings.Raters.Where((_, rater) => PreparedRatings.IsConstant(ratings.Row(rater)))];
        var telling = constant.Length == 0 ? ratings : ratings.Only(ratings.Raters.Except(constant, StringComparer.Ordinal), ratings.Items);
        return new(Compare(ratings.Items, PreparedRatings.Rank(telling)), telling.Raters, constant);
    }

    private static FriedmanPair[] Compare(IReadOnlyList<string> items, RankMatrix ranks)
    {
        var sums = ranks.ColumnSums();
        (int First, int Second)[] places =
            [.. Enumerable.Range(0, items.Count).SelectMany(first => Enumerable.Range(first + 1, items.Count - first - 1).Select(second => (first, second)))];
        var differences = Array.ConvertAll(places, pair => sums[pair.First] - sums[pair.Second]);
        var tests = new PairTests(ranks);
        var rankSum = Array.ConvertAll(differences, tests.RankSum);
        var conover = Array.ConvertAll(differences, tests.Conover);
        var rankSumAdjusted = Adjust(rankSum);
        var conoverAdjusted = Adjust(conover);
        return [.. places.Select((pair, i) => new FriedmanPair(
            items[pair.First],
            items[pair.Second],
            Statistic.Of(new Rational(differences[i], 2)),
            rankSum[i],
            rankSumAdjusted[i],
            conover[i],
            conoverAdjusted[i],
            tests.Nemenyi(differences[i])))];
    }

    // All are defined or none is.
    private static Statistic[] Adjust(SignificanceTest[] tests) => tests[0].P.IsDefined
        ? Array.ConvertAll(Holm.Adjust([.. tests.Select(test => test.P.Value)]), Statistic.Of)
        : Array.ConvertAll(tests, test => test.P);
}
