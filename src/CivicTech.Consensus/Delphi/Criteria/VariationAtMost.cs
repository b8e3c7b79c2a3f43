using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Criteria;

/// <summary>Consensus when the coefficient of variation (standard deviation / mean) is at most a number. It looks at the spread alone: it never excludes.</summary>
/// <remarks>
/// English and Keran (1976), "The prediction of air travel and aircraft technology to the year 2000 using the Delphi method", Transportation
/// Research 10, are cited for 0.5. The coefficient depends on where the scale begins: the same spread counts as less at higher means. Compared without
/// rounding. <see cref="ConsensusVerdict.TooFew"/> below two answers; <see cref="ConsensusVerdict.None"/> where the mean is not positive.
/// </remarks>
public sealed record VariationAtMost : ConsensusCriterion
{
    /// <summary>The largest coefficient, itself included: 0 or more.</summary>
    public required Rational AtMost { get; init; }

    internal override bool SaysWhichWay => false;

    /// <inheritdoc />
    public override IEnumerable<string> Check(RatingScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return CriterionCheck.NotNegative("atMost", AtMost);
    }

    internal override CriterionFinding JudgeChecked(ItemAnswers answers, IReadOnlyDictionary<string, IConsensusRule> rules)
    {
        const string Name = "coefficient of variation";
        if (answers.All.Total < 2)
        {
            return CriterionFinding.Of(ConsensusVerdict.TooFew, FindingFigure.Of("answers", RatingScale.Text(answers.All.Total), "at least 2"));
        }

        return answers.All.SquaredVariation is not { } squared
            ? CriterionFinding.Of(ConsensusVerdict.None, FindingFigure.Of(Name, "undefined, as the mean is not positive", $"at most {AtMost}"))
            : CriterionFinding.Of(
                squared <= AtMost * AtMost ? ConsensusVerdict.In : ConsensusVerdict.None,
                FindingFigure.Of(Name, answers.All.CoefficientOfVariation, $"at most {AtMost}"));
    }
}
