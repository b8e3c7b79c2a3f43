namespace CivicTech.Consensus.Concordance;

/// <summary>How one rater stands to the others.</summary>
public sealed class RaterContribution
{
    internal RaterContribution(string rater, Statistic meanSpearman, Statistic w, Statistic wWithout, SignificanceTest test, Statistic adjustedP)
    {
        Rater = rater;
        MeanSpearman = meanSpearman;
        W = w;
        WWithout = wWithout;
        Test = test;
        AdjustedP = adjustedP;
    }

    /// <summary>The rater's identifier.</summary>
    public string Rater { get; }

    /// <summary>The mean Spearman correlation with the other raters, by their weights: from -1 to 1. Negative: stands against the others.</summary>
    public Statistic MeanSpearman { get; }

    /// <summary>The same on the scale of W, ((m - 1) r + 1) / m (Legendre 2005).</summary>
    public Statistic W { get; }

    /// <summary>W of the others. Larger than W of all: the rater lowers agreement.</summary>
    public Statistic WWithout { get; }

    /// <summary>
    /// Whether this rater agrees with the others more than by chance: only the rater's own ranks are shuffled (Legendre 2005), and the
    /// statistic is the scalar product of their ranks with the rank sums of the others, a whole number.
    /// </summary>
    public SignificanceTest Test { get; }

    /// <summary>P of <see cref="Test"/> adjusted for looking at all raters (Holm 1979).</summary>
    public Statistic AdjustedP { get; }

    /// <summary>The rater and their mean correlation with the others.</summary>
    public override string ToString() => $"{Rater}: {MeanSpearman}";
}
