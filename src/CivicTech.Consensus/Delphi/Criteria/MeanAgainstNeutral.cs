using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Criteria;

/// <summary>To include when the mean is above a neutral point, to exclude when it is below.</summary>
/// <remarks>
/// It says which side prevails and nothing of agreement: half at each end of the scale but for one person have a side too. Combine it in
/// <see cref="AllOf"/> with a criterion of spread if consensus is meant.
/// </remarks>
public sealed record MeanAgainstNeutral : ConsensusCriterion
{
    /// <summary>The neutral point, such as 3 on 1 to 5; it need not be whole.</summary>
    public required Rational Neutral { get; init; }

    /// <summary>What a mean of exactly <see cref="Neutral"/> means.</summary>
    public required AtNeutral AtNeutral { get; init; }

    /// <inheritdoc />
    public override IEnumerable<string> Check(RatingScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return
        [
            .. CriterionCheck.OnScale("neutral", Neutral, scale),
            .. Enum.IsDefined(AtNeutral) ? [] : new[] { $"atNeutral: {AtNeutral}, expected {AtNeutral.Keep}, {AtNeutral.Drop} or {AtNeutral.Undecided}" },
        ];
    }

    internal override CriterionFinding JudgeChecked(ItemAnswers answers, IReadOnlyDictionary<string, IConsensusRule> rules)
    {
        var mean = answers.All.Mean;
        var verdict = mean.Exact is not { } exact ? ConsensusVerdict.TooFew
            : exact > Neutral ? ConsensusVerdict.In
            : exact < Neutral ? ConsensusVerdict.Out
            : AtNeutral switch
            {
                AtNeutral.Keep => ConsensusVerdict.In,
                AtNeutral.Drop => ConsensusVerdict.Out,
                _ => ConsensusVerdict.None,
            };
        return CriterionFinding.Of(verdict, FindingFigure.Of("mean", mean, $"above {Neutral} to include, below it to exclude, at it: {EnumNames.Of(AtNeutral)}"));
    }
}
