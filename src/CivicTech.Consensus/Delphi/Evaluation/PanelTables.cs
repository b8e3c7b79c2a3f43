using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Ranks;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Evaluation;

/// <summary>Kendall's W of the answers of a panel.</summary>
internal static class PanelTables
{
    // Of less, W is not defined.
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
        Complete(table, missing) is { } complete ? ConcordanceFigures.Of(ConcordanceState.Of(complete), Options(missing).ConstantRaters).W.Exact : null;

    /// <summary>How W changed on the experts and items of both rounds; null where fewer than two of either are left.</summary>
    internal static ConcordanceChange? Compare(Ratings before, Ratings after, MissingAnswers missing) => ConcordanceChange.TryBetween(before, after, Options(missing));

    /// <summary>What is left when missing answers are left out; null when that is too little for W.</summary>
    internal static Ratings? Complete(Ratings table, MissingAnswers missing)
    {
        string[] raters = missing is MissingAnswers.LeaveOutExperts ? [.. table.Raters.Where((_, rater) => RankSums.FirstNaN(table.Row(rater)) < 0)] : [.. table.Raters];
        string[] items = missing is MissingAnswers.LeaveOutItems ? [.. table.Items.Where((_, item) => PreparedRatings.IsRatedByAll(table, item))] : [.. table.Items];
        return raters.Length < Fewest || items.Length < Fewest ? null : table.Only(raters, items);
    }
}
