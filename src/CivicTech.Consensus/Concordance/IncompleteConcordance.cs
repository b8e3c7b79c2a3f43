namespace CivicTech.Consensus.Concordance;

/// <summary>Agreement of raters who did not rate all items.</summary>
public sealed class IncompleteConcordance
{
    internal IncompleteConcordance(Statistic generalizedW, Statistic meanSpearman, SignificanceTest chiSquare, int degreesOfFreedom, int components)
    {
        GeneralizedW = generalizedW;
        MeanSpearman = meanSpearman;
        ChiSquare = chiSquare;
        DegreesOfFreedom = degreesOfFreedom;
        Components = components;
    }

    /// <summary>
    /// ((k - 1) r + 1) / k with k the mean number of raters of an item and r <see cref="MeanSpearman"/> (Taylor 1987, Brückl 2011). Not
    /// Kendall's W: it equals the mean-Spearman variant when nothing is missing.
    /// </summary>
    public Statistic GeneralizedW { get; }

    /// <summary>
    /// The mean Spearman correlation of pairs of raters with three or more items in common, each computed on those and weighted by their
    /// number less one.
    /// </summary>
    public Statistic MeanSpearman { get; }

    /// <summary>
    /// T = A'V⁺A, with A the weighted sums of centred ranks and V their covariance, corrected for ties, against chi-square with the rank
    /// of V as degrees of freedom. Rough for small panels: the permutation test is better.
    /// </summary>
    public SignificanceTest ChiSquare { get; }

    /// <summary>The rank of the covariance: items less <see cref="Components"/>.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>Groups of items that raters connect; more than 1: nobody compared the items of one group with those of another.</summary>
    public int Components { get; }
}
