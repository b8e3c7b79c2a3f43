using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Criteria;

/// <summary>
/// The RAND/UCLA appropriateness method: to include when the median is from 6.5 up, to exclude when it is below 3.5, both only without
/// disagreement, which is an interpercentile range larger than it may be so far from the middle. For the scale 1 to 9.
/// </summary>
/// <remarks>
/// Fitch et al. (2001), "The RAND/UCLA Appropriateness Method User's Manual". IPR is the 70th percentile less the 30th, IPRCP the middle of
/// both, the asymmetry index AI its distance from 5, and IPRAS = 2.35 + 1.5 AI. IPR > IPRAS is disagreement; equality is not. Both numbers were
/// fitted on this scale and do not carry over to others.
/// </remarks>
public sealed record RandUcla : ConsensusCriterion
{
    private static readonly Rational SymmetricRange = new(47, 20);
    private static readonly Rational Correction = new(3, 2);

    /// <summary>How percentiles are read between answers; not <see cref="QuantileRule.TukeyHinges"/>, which has none but quarters.</summary>
    public required QuantileRule Quantiles { get; init; }

    /// <inheritdoc />
    public override IEnumerable<string> Check(RatingScale scale) => [.. RandUclaScale.Check(scale), .. CriterionCheck.Rule("quantiles", Quantiles, quartersOnly: false)];

    internal override CriterionFinding JudgeChecked(ItemAnswers answers, IReadOnlyDictionary<string, IConsensusRule> rules)
    {
        var (low, high) = (answers.All.Quantile(new(3, 10), Quantiles), answers.All.Quantile(new(7, 10), Quantiles));
        if ((low.Exact, high.Exact) is not ({ } p30, { } p70))
        {
            return CriterionFinding.Of(ConsensusVerdict.TooFew, FindingFigure.Of("median", answers.All.Median));
        }

        var median = answers.All.Median.Exact!.Value;
        var (range, middle) = (p70 - p30, (p30 + p70) / 2);
        var asymmetry = Rational.Abs(middle - 5);
        var allowed = SymmetricRange + (Correction * asymmetry);
        return CriterionFinding.Of(
            range > allowed ? ConsensusVerdict.None : RandUclaScale.VerdictOf(RandUclaScale.RegionOf(median)),
            FindingFigure.Of("median", Statistic.Of(median), "6.5 or more to include, below 3.5 to exclude"),
            FindingFigure.Of($"30th percentile ({Quantiles})", low),
            FindingFigure.Of($"70th percentile ({Quantiles})", high),
            FindingFigure.Of("interpercentile range", Statistic.Of(range), $"at most {allowed}"),
            FindingFigure.Of("centre of the range", Statistic.Of(middle)),
            FindingFigure.Of("asymmetry index", Statistic.Of(asymmetry)),
            FindingFigure.Of("range adjusted for symmetry", Statistic.Of(allowed)));
    }
}
