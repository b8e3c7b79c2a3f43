using CivicTech.Consensus.Concordance;

namespace CivicTech.Consensus.Coefficients;

/// <summary>Two items compared by the ranks that raters gave them. All tests are two-sided.</summary>
public sealed class FriedmanPair
{
    internal FriedmanPair(
        string first,
        string second,
        Statistic difference,
        SignificanceTest rankSum,
        Statistic rankSumAdjusted,
        SignificanceTest conover,
        Statistic conoverAdjusted,
        SignificanceTest nemenyi)
    {
        First = first;
        Second = second;
        Difference = difference;
        RankSum = rankSum;
        RankSumAdjusted = rankSumAdjusted;
        Conover = conover;
        ConoverAdjusted = conoverAdjusted;
        Nemenyi = nemenyi;
    }

    /// <summary>One item.</summary>
    public string First { get; }

    /// <summary>The other, which comes later in the ratings.</summary>
    public string Second { get; }

    /// <summary>The rank sum of the first less that of the second, exact; positive when the first was rated higher on the whole.</summary>
    public Statistic Difference { get; }

    /// <summary>
    /// The chance of a difference at least as large when raters rank at random, ties as they are (Eisinga et al. 2017): exact, or by the
    /// normal approximation where the exact distribution is too long. The statistic is the difference, or z.
    /// </summary>
    public SignificanceTest RankSum { get; }

    /// <summary>The p of <see cref="RankSum"/> adjusted for the number of pairs (Holm 1979).</summary>
    public Statistic RankSumAdjusted { get; }

    /// <summary>Student's t of Conover (1999), section 5.8, with (m - 1)(n - 1) degrees of freedom.</summary>
    public SignificanceTest Conover { get; }

    /// <summary>The p of <see cref="Conover"/> adjusted for the number of pairs (Holm 1979).</summary>
    public Statistic ConoverAdjusted { get; }

    /// <summary>
    /// The studentized range of Nemenyi (1963), with the variance that ties leave: without ties q = |difference| / √(m n (n + 1) / 12). It
    /// holds for all pairs at once and needs no adjustment.
    /// </summary>
    public SignificanceTest Nemenyi { get; }

    /// <summary>The items, their difference and p by rank sums.</summary>
    public override string ToString() => $"{First} - {Second}: {Difference}, {RankSum}, adjusted {RankSumAdjusted}";
}
