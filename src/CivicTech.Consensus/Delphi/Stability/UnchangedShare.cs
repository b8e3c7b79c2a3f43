using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Stability;

/// <summary>Stable when at least a share of people gave the same answer again: <see cref="AnswerPairs.Unchanged"/>.</summary>
public sealed record UnchangedShare : StabilityMeasure
{
    /// <summary>The share that is enough, itself included: above 0, at most 1.</summary>
    public required Rational AtLeast { get; init; }

    /// <inheritdoc />
    public override IEnumerable<string> Check() => MeasureCheck.Share("atLeast", AtLeast);

    internal override StabilityFinding JudgeChecked(AnswerPairs pairs) => StabilityFinding.Of(
        pairs.Unchanged.Exact >= AtLeast,
        FindingFigure.Of("unchanged share", pairs.Unchanged, $"at least {AtLeast}"),
        People(pairs));
}
