using CivicTech.Consensus.Delphi.Answers;

namespace CivicTech.Consensus.Delphi.Criteria;

/// <summary>
/// The RAND/UCLA appropriateness method by counting: to include when the median is from 6.5 up, to exclude when it is below 3.5, both only
/// when few answer outside the third of the scale that holds the median. For the scale 1 to 9.
/// </summary>
/// <remarks>
/// Fitch et al. (2001), as for <see cref="RandUcla"/>: at most 2 outside in panels of 8 to 10, 3 of 11 to 13, 4 of 14 to 16. It is stricter
/// than the absence of disagreement. The manual has no numbers for other sizes: there the verdict is <see cref="ConsensusVerdict.TooFew"/>, in
/// larger panels too.
/// </remarks>
public sealed record RandUclaCounts : ConsensusCriterion
{
    /// <inheritdoc />
    public override IEnumerable<string> Check(RatingScale scale) => RandUclaScale.Check(scale);

    internal override CriterionFinding JudgeChecked(ItemAnswers answers, IReadOnlyDictionary<string, IConsensusRule> rules)
    {
        var people = FindingFigure.Of("answers", RatingScale.Text(answers.All.Total), "8 to 16");
        if (answers.All.Total is < 8 or > 16)
        {
            return CriterionFinding.Of(ConsensusVerdict.TooFew, people);
        }

        var median = answers.All.Median;
        var region = RandUclaScale.RegionOf(median.Exact!.Value);
        var outside = answers.All.Total - answers.All.CountIn(region.Lowest, region.Highest);
        var most = (answers.All.Total - 2) / 3;
        return CriterionFinding.Of(
            outside > most ? ConsensusVerdict.None : RandUclaScale.VerdictOf(region),
            people,
            FindingFigure.Of("median", median, "6.5 or more to include, below 3.5 to exclude"),
            FindingFigure.Of($"answers outside {region}", RatingScale.Text(outside), $"at most {RatingScale.Text(most)}"));
    }
}
