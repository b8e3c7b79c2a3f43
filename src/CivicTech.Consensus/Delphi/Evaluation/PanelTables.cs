using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Ranks;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Evaluation;

/// <summary>Kendall's W of the answers of a panel.</summary>
internal static class PanelTables
{
    // Of less, neither W nor its change is defined.
    private const int Fewest = 2;

    internal static ConcordanceOptions Options(MissingAnswers missing) => new()
    {
        Missing = missing is MissingAnswers.LeaveOutExperts ? MissingRatings.ListwiseRaters : MissingRatings.ListwiseItems,
    };

    /// <summary>The same for figures alone: with the test that takes no time, whatever it says.</summary>
    internal static ConcordanceOptions Untested(MissingAnswers missing)
    {
        var options = Options(missing);
        (options.ExactSteps, options.Permutations) = (0, 0);
        return options;
    }

    /// <summary>W of a round, exact; null where it is undefined. No test is made: that is the report's.</summary>
    internal static Rational? W(Ratings table, MissingAnswers missing) =>
        Complete(table, missing) is { } complete ? ConcordanceFigures.Of(PreparedRatings.Of(complete, Options(missing)).Rank()).W.Exact : null;

    /// <summary>How W changed on the experts and items of both rounds; null where fewer than two of either are left.</summary>
    internal static ConcordanceChange? Compare(Ratings before, Ratings after, MissingAnswers missing)
    {
        string[] raters = [.. before.Raters.Where(rater => after.IndexOfRater(rater) >= 0)];
        string[] items = [.. before.Items.Where(item => after.IndexOfItem(item) >= 0)];
        if (raters.Length < Fewest || items.Length < Fewest)
        {
            return null;
        }

        var (first, second) = (before.Only(raters, items), after.Only(raters, items));
        if (missing is MissingAnswers.LeaveOutExperts)
        {
            raters = [.. raters.Where((_, rater) => RankSums.FirstNaN(first.Row(rater)) < 0 && RankSums.FirstNaN(second.Row(rater)) < 0)];
        }
        else
        {
            items = [.. items.Where((_, item) => PreparedRatings.IsRatedByAll(first, item) && PreparedRatings.IsRatedByAll(second, item))];
        }

        // The whole tables go in, so that it can say who and what was left out.
        return raters.Length < Fewest || items.Length < Fewest ? null : new KendallW(Options(missing)).Compare(before, after);
    }

    /// <summary>What is left when missing answers are left out; null when that is too little for W.</summary>
    internal static Ratings? Complete(Ratings table, MissingAnswers missing)
    {
        string[] raters = missing is MissingAnswers.LeaveOutExperts ? [.. table.Raters.Where((_, rater) => RankSums.FirstNaN(table.Row(rater)) < 0)] : [.. table.Raters];
        string[] items = missing is MissingAnswers.LeaveOutItems ? [.. table.Items.Where((_, item) => PreparedRatings.IsRatedByAll(table, item))] : [.. table.Items];
        return raters.Length < Fewest || items.Length < Fewest ? null : table.Only(raters, items);
    }
}
