using System.Globalization;
using CivicTech.Numerics;
using CivicTech.Receipts;

namespace CivicTech.Consensus.Concordance;

/// <summary>How much raters agree on the order of items, with everything that was set aside to say so.</summary>
public sealed class ConcordanceResult
{
    private static readonly Statistic Missing = Statistic.UndefinedFor(UndefinedReason.IncompleteRatings);

    private readonly ConcordanceFigures? _figures;
    private readonly ConcordancePanel _panel;
    private readonly ConcordanceOptions _options;
    private readonly Func<Digest> _input;

    internal ConcordanceResult(
        ConcordanceFigures? figures,
        ConcordancePanel panel,
        JackknifeEstimate meanSpearman,
        JackknifeEstimate wFromMeanSpearman,
        SignificanceTest test,
        IncompleteConcordance? incomplete,
        ConcordanceOptions options,
        Func<Digest> input)
    {
        _figures = figures;
        _panel = panel;
        MeanSpearman = meanSpearman;
        WFromMeanSpearman = wFromMeanSpearman;
        Test = test;
        Incomplete = incomplete;
        _options = options;
        _input = input;
    }

    /// <summary>m: how many raters the measures are about, by weight.</summary>
    public long RaterCount => _panel.RaterCount;

    /// <summary>Who they are; empty when only sums are known.</summary>
    public IReadOnlyList<string> Raters => _panel.Raters;

    /// <summary>The n items that the measures are about.</summary>
    public IReadOnlyList<string> Items => _panel.Items;

    /// <summary>How many raters gave the same value to every item, by weight; left out or counted, as the options say.</summary>
    public long ConstantRaterCount => _panel.ConstantRaterCount;

    /// <summary>Who they are; empty when only sums are known.</summary>
    public IReadOnlyList<string> ConstantRaters => _panel.ConstantRaters;

    /// <summary>How many raters were left out because ratings were missing, by weight.</summary>
    public long DroppedRaterCount => _panel.DroppedRaterCount;

    /// <summary>Who they are; empty when only sums are known.</summary>
    public IReadOnlyList<string> DroppedRaters => _panel.DroppedRaters;

    /// <summary>Items that were left out because ratings were missing.</summary>
    public IReadOnlyList<string> DroppedItems => _panel.DroppedItems;

    /// <summary>
    /// Kendall's coefficient of concordance, corrected for ties: W = S / (m ΣD), an exact fraction from 0 (rank sums all equal) to 1 (all
    /// rank alike, ties included). Kendall and Babington Smith (1939); Kendall, Rank Correlation Methods, chapter 6.
    /// </summary>
    public Statistic W => _figures?.W ?? Missing;

    /// <summary>The same as if there were no ties: 12 S / (m²(n³ - n)). Below <see cref="W"/> when there are; cannot reach 1 then.</summary>
    public Statistic UncorrectedW => _figures?.UncorrectedW ?? Missing;

    /// <summary>Σ over items of (rank sum minus its mean)².</summary>
    public Statistic S => _figures is { } figures ? Statistic.Of(figures.S) : Missing;

    /// <summary>Σ over raters of Σ(t³ - t) over their groups of t tied items.</summary>
    public Statistic TieSum => _figures is { } figures ? Statistic.Of(figures.TieSum) : Missing;

    /// <summary>
    /// The mean Spearman correlation of pairs of raters with its jackknife interval. Comparable between panels of different size, unlike
    /// W, which is 1/m on average when raters rank at random. Constant raters have no part in it.
    /// </summary>
    public JackknifeEstimate MeanSpearman { get; }

    /// <summary>
    /// ((m - 1) r + 1) / m with r <see cref="MeanSpearman"/>. Equals <see cref="W"/> without ties; with ties it differs a little, since
    /// each rater's ranks are scaled on their own.
    /// </summary>
    public JackknifeEstimate WFromMeanSpearman { get; }

    /// <summary>Mean ranks of the items, in the order of <see cref="Items"/>.</summary>
    public IReadOnlyList<ItemRank> ItemRanks => _panel.ItemRanks;

    /// <summary>
    /// The test to report: exact where that is affordable, otherwise by random permutations, otherwise F; <see cref="SignificanceTest.Method"/>
    /// says which. With incomplete ratings by permutations, otherwise chi-square.
    /// </summary>
    public SignificanceTest Test { get; }

    /// <summary>Friedman's chi-square m(n - 1)W, for comparison with other programs: too cautious for small panels.</summary>
    public SignificanceTest ChiSquare => Approximate(TestMethod.ChiSquare, _figures?.ChiSquare);

    /// <summary>F = (m - 1)W / (1 - W) with the degrees of freedom of Kendall and Babington Smith (1939).</summary>
    public SignificanceTest F => Approximate(TestMethod.F, _figures?.F);

    /// <summary>F with the continuity correction: S - 1 in place of S, and m ΣD + 2 in place of m ΣD.</summary>
    public SignificanceTest FWithContinuity => Approximate(TestMethod.FWithContinuity, _figures?.FWithContinuity);

    /// <summary>The same F with the degrees of freedom of Iman and Davenport (1980).</summary>
    public SignificanceTest ImanDavenport => Approximate(TestMethod.ImanDavenport, _figures?.ImanDavenport);

    /// <summary>(Σw)² / Σw²: how many equally weighted raters weigh as much; <see cref="RaterCount"/> when nobody has a weight.</summary>
    public Rational EffectiveRaters => _panel.EffectiveRaters;

    /// <summary>What is known when ratings are missing and all are kept; null when nothing is missing or incomplete ratings were left out.</summary>
    public IncompleteConcordance? Incomplete { get; }

    /// <summary>
    /// What was given, by which options, and what came out, in fractions: anyone with the same ratings can recompute it with
    /// <see cref="ConcordanceReceipt"/>. Made when it is asked for, in O(mn log n).
    /// </summary>
    public Receipt Receipt => ConcordanceReceipt.Of(this, _input(), _options);

    /// <summary>W with its test, in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Incomplete is { } incomplete ? $"generalized W = {incomplete.GeneralizedW}" : $"W = {W}")}, {Test}, {RaterCount} raters, {Items.Count} items");

    /// <summary>Everything as JSON; fractions and counts as strings, undefined statistics as objects with the reason.</summary>
    public string ToJson() => ConcordanceJson.Of(this).ToJsonString(ConcordanceJson.Layout);

    // Approximations know nothing of weights, nor of raters who rated different items.
    private SignificanceTest Approximate(TestMethod method, SignificanceTest? test) =>
        test is null ? ConcordanceFigures.NoTest(method, UndefinedReason.IncompleteRatings)
        : EffectiveRaters != RaterCount ? ConcordanceFigures.NoTest(method, UndefinedReason.WeightedRaters)
        : test;
}
