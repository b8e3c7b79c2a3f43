using CivicTech.Consensus.Distributions;
using CivicTech.Consensus.Ranks;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Concordance;

/// <summary>How agreement changed between two rounds, on the raters and items of both.</summary>
/// <remarks>
/// Raters who left, raters who came, and items that were dropped or added have no part in it: W over other items is no earlier value of
/// this W. W also falls when raters are added who rank at random and rises when they leave (its mean is 1/m then); the change of the mean
/// Spearman correlation does not.
/// </remarks>
public sealed class ConcordanceChange
{
    private ConcordanceChange(Ratings before, Ratings after, Ratings first, Ratings second, string[] constant, double level)
    {
        Raters = first.Raters;
        Items = first.Items;
        ConstantRaters = constant;
        RatersOnlyBefore = [.. before.Raters.Where(rater => after.IndexOfRater(rater) < 0)];
        RatersOnlyAfter = [.. after.Raters.Where(rater => before.IndexOfRater(rater) < 0)];
        ItemsOnlyBefore = [.. before.Items.Where(item => after.IndexOfItem(item) < 0)];
        ItemsOnlyAfter = [.. after.Items.Where(item => before.IndexOfItem(item) < 0)];
        IncompleteRaters = [.. before.Raters.Except(RatersOnlyBefore).Except(first.Raters).Except(constant)];
        IncompleteItems = [.. before.Items.Except(ItemsOnlyBefore).Except(first.Items)];

        var (ranksBefore, ranksAfter) = (PreparedRatings.Rank(first), PreparedRatings.Rank(second));
        var (earlier, later) = (new SpearmanJackknife(ranksBefore), new SpearmanJackknife(ranksAfter));
        WBefore = ConcordanceFigures.Of(ranksBefore).W;
        WAfter = ConcordanceFigures.Of(ranksAfter).W;
        MeanSpearmanBefore = earlier.Mean;
        MeanSpearmanAfter = later.Mean;
        MeanSpearmanChange = Paired(earlier, later, first.Raters.Count, level);
    }

    /// <summary>The raters compared: in both rounds.</summary>
    public IReadOnlyList<string> Raters { get; }

    /// <summary>The items compared: in both rounds.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>Raters of the earlier round only.</summary>
    public IReadOnlyList<string> RatersOnlyBefore { get; }

    /// <summary>Raters of the later round only.</summary>
    public IReadOnlyList<string> RatersOnlyAfter { get; }

    /// <summary>Items of the earlier round only.</summary>
    public IReadOnlyList<string> ItemsOnlyBefore { get; }

    /// <summary>Items of the later round only.</summary>
    public IReadOnlyList<string> ItemsOnlyAfter { get; }

    /// <summary>Raters of both rounds who gave the same value to every compared item in one of them; left out or counted, as the options say.</summary>
    public IReadOnlyList<string> ConstantRaters { get; }

    /// <summary>Raters of both rounds who were left out because a rating is missing in one of them.</summary>
    public IReadOnlyList<string> IncompleteRaters { get; }

    /// <summary>Items of both rounds that were left out because a rating is missing in one of them.</summary>
    public IReadOnlyList<string> IncompleteItems { get; }

    /// <summary>W of the earlier round, on these raters and items.</summary>
    public Statistic WBefore { get; }

    /// <summary>W of the later round, on these raters and items.</summary>
    public Statistic WAfter { get; }

    /// <summary>The later W less the earlier, an exact fraction from -1 to 1.</summary>
    public Statistic Change => (WBefore.Exact, WAfter.Exact) is ({ } before, { } after) ? Statistic.Of(after - before)
        : WBefore.IsDefined ? WAfter
        : WBefore;

    /// <summary>The mean Spearman correlation of the earlier round.</summary>
    public Statistic MeanSpearmanBefore { get; }

    /// <summary>The mean Spearman correlation of the later round.</summary>
    public Statistic MeanSpearmanAfter { get; }

    /// <summary>
    /// The later mean Spearman correlation less the earlier, with a paired jackknife interval: each rater is left out of both rounds at
    /// once, Student's t with m - 1 degrees of freedom.
    /// </summary>
    public JackknifeEstimate MeanSpearmanChange { get; }

    /// <summary>Both values of W and how many are compared.</summary>
    public override string ToString() => $"W from {WBefore} to {WAfter}, {Raters.Count} common raters, {Items.Count} common items";

    /// <exception cref="ArgumentException">As of <see cref="KendallW.Compare"/>.</exception>
    internal static ConcordanceChange Between(Ratings before, Ratings after, ConcordanceOptions options)
    {
        var (first, second) = Common(before, after, options.Missing, out var problem);
        return problem is null ? Between(before, after, first, second, options) : throw new ArgumentException(problem, nameof(after));
    }

    /// <summary>The same, but null when fewer than two raters or items are in common, or are complete in both rounds.</summary>
    /// <exception cref="ArgumentException">A common rater has two weights, or the options refuse what they find.</exception>
    internal static ConcordanceChange? TryBetween(Ratings before, Ratings after, ConcordanceOptions options)
    {
        var (first, second) = Common(before, after, options.Missing, out var problem);
        return problem is null ? Between(before, after, first, second, options) : null;
    }

    private static ConcordanceChange Between(Ratings before, Ratings after, Ratings first, Ratings second, ConcordanceOptions options)
    {
        string[] constant = [.. first.Raters.Where((_, rater) => PreparedRatings.IsConstant(first.Row(rater)) || PreparedRatings.IsConstant(second.Row(rater)))];
        if (constant.Length > 0 && options.ConstantRaters is Concordance.ConstantRaters.Reject)
        {
            throw new ArgumentException($"These raters gave the same value to every item in one of the rounds: {string.Join(", ", constant)}.", nameof(before));
        }

        if (constant.Length > 0 && options.ConstantRaters is Concordance.ConstantRaters.Exclude)
        {
            var telling = first.Raters.Except(constant, StringComparer.Ordinal).ToArray();
            (first, second) = (first.Only(telling, first.Items), second.Only(telling, second.Items));
        }

        return new(before, after, first, second, constant, options.ConfidenceLevel);
    }

    private static JackknifeEstimate Paired(SpearmanJackknife earlier, SpearmanJackknife later, int raters, double level)
    {
        if ((earlier.Mean.Undefined ?? later.Mean.Undefined) is { } reason)
        {
            return JackknifeEstimate.UndefinedFor(reason);
        }

        var change = Statistic.Of(later.Mean.Value - earlier.Mean.Value);
        double[] without = [.. Enumerable.Range(0, raters)
            .Where(rater => earlier.HasPart(rater) && later.HasPart(rater))
            .Select(rater => later.Without(rater) - earlier.Without(rater))];
        if (without.Length < SpearmanJackknife.FewestRaters)
        {
            return new(change, Statistic.UndefinedFor(UndefinedReason.TooFewRaters), null, UndefinedReason.TooFewRaters);
        }

        var error = Jackknife.StandardError(without);
        if (error < Jackknife.Nothing)
        {
            return new(change, Statistic.Of(error), null, UndefinedReason.NoSpread);
        }

        var half = error * Tails.StudentQuantile((1 + level) / 2, without.Length - 1);
        return new(change, Statistic.Of(error), new(Math.Max(-2, change.Value - half), Math.Min(2, change.Value + half), level), null);
    }

    private static (Ratings Before, Ratings After) Common(Ratings before, Ratings after, MissingRatings missing, out string? problem)
    {
        var raters = before.Raters.Where(rater => after.IndexOfRater(rater) >= 0).ToArray();
        var items = before.Items.Where(item => after.IndexOfItem(item) >= 0).ToArray();
        problem = TooFew(raters.Length, items.Length, "in common");
        if (problem is not null)
        {
            return (before, after);
        }

        var (first, second) = (before.Only(raters, items), after.Only(raters, items));
        for (var rater = 0; rater < raters.Length; rater++)
        {
            if (first.RaterWeights[rater] != second.RaterWeights[rater])
            {
                throw new ArgumentException($"'{raters[rater]}' weighs {first.Weights[rater]} before and {second.Weights[rater]} after.", nameof(after));
            }
        }

        if (first.IsComplete && second.IsComplete)
        {
            return (first, second);
        }

        switch (missing)
        {
            case MissingRatings.ListwiseRaters:
                raters = [.. raters.Where((_, rater) => RankSums.FirstNaN(first.Row(rater)) < 0 && RankSums.FirstNaN(second.Row(rater)) < 0)];
                break;
            case MissingRatings.ListwiseItems:
                items = [.. items.Where((_, item) => PreparedRatings.IsRatedByAll(first, item) && PreparedRatings.IsRatedByAll(second, item))];
                break;
            default:
                throw PreparedRatings.Gap(first.IsComplete ? second : first);
        }

        problem = TooFew(raters.Length, items.Length, "that are complete in both rounds");
        return (first.Only(raters, items), second.Only(raters, items));
    }

    private static string? TooFew(int raters, int items, string which) =>
        raters < 2 || items < 2 ? $"Raters {which}: {raters}, items: {items}. A change needs two of each." : null;
}
