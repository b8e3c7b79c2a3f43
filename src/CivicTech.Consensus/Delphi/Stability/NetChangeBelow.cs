using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Stability;

/// <summary>Stable when the net change of the group's distribution is below a share: <see cref="AnswerPairs.NetChange"/>.</summary>
/// <remarks>
/// Scheibe, Skutsch and Schofer (1975) in Linstone and Turoff, "The Delphi Method", propose 15 %, from the swings of their own students. With
/// fewer than seven people only no change at all is below it.
/// </remarks>
public sealed record NetChangeBelow : StabilityMeasure
{
    /// <summary>The share that the change must stay below: above 0, at most 1.</summary>
    public required Rational Below { get; init; }

    /// <inheritdoc />
    public override IEnumerable<string> Check() => MeasureCheck.Share("below", Below);

    internal override StabilityFinding JudgeChecked(AnswerPairs pairs) => StabilityFinding.Of(
        pairs.NetChange.Exact < Below,
        FindingFigure.Of("net change", pairs.NetChange, $"below {Below}"),
        People(pairs));
}
