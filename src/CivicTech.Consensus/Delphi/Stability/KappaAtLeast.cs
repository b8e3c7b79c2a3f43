using CivicTech.Consensus.Coefficients;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Stability;

/// <summary>Stable when kappa between the rounds is at least a number: <see cref="AnswerPairs.Kappa"/>.</summary>
/// <remarks>
/// Holey et al. (2007), "An exploration of the use of simple statistics to measure consensus and stability in Delphi studies", BMC Medical
/// Research Methodology 7. When nearly all give one answer, kappa is low though nearly all repeat it; when all do, it is undefined and stability not
/// measurable by it.
/// </remarks>
public sealed record KappaAtLeast : StabilityMeasure
{
    /// <summary>How much agreement different answers have.</summary>
    public required KappaWeights Weights { get; init; }

    /// <summary>The kappa that is enough, itself included: above 0, at most 1.</summary>
    public required Rational AtLeast { get; init; }

    /// <inheritdoc />
    public override IEnumerable<string> Check() =>
    [
        .. Enum.IsDefined(Weights) ? [] : new[] { $"weights: {Weights}, expected {KappaWeights.Unweighted}, {KappaWeights.Linear} or {KappaWeights.Quadratic}" },
        .. MeasureCheck.Share("atLeast", AtLeast),
    ];

    internal override StabilityFinding JudgeChecked(AnswerPairs pairs)
    {
        var kappa = pairs.Kappa(Weights).Coefficient;
        return StabilityFinding.Of(
            kappa.Exact is { } exact ? exact >= AtLeast : null,
            // Of people, not of raters and items.
            FindingFigure.Of(
                $"kappa ({Weights})",
                kappa,
                pairs.Total < 2 ? "fewer than two people are in both rounds" : "all gave one and the same answer twice",
                $"at least {AtLeast}"),
            People(pairs));
    }
}
