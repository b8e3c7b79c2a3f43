using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Stability;

/// <summary>Stable when the coefficient of variation changed, up or down, by less than a number: <see cref="AnswerPairs.ChangeOfVariation"/>.</summary>
/// <remarks>
/// Dajani, Sincoff and Talley (1979), "Stability and agreement criteria for the termination of Delphi studies", Technological Forecasting and Social
/// Change 13. Compared without rounding. All can turn their answers round while the coefficient stays. Not measurable below two people and where a
/// mean is not positive.
/// </remarks>
public sealed record VariationChangeBelow : StabilityMeasure
{
    /// <summary>What the change must stay below: above 0.</summary>
    public required Rational Below { get; init; }

    /// <inheritdoc />
    public override IEnumerable<string> Check() => MeasureCheck.Positive("below", Below);

    internal override StabilityFinding JudgeChecked(AnswerPairs pairs)
    {
        const string Name = "change of the coefficient of variation";
        var wanted = $"between -{Below} and {Below}, both excluded";
        return StabilityFinding.Of(
            (pairs.Before.SquaredVariation, pairs.After.SquaredVariation) is ({ } before, { } after) ? Root.DifferByLessThan(before, after, Below) : null,
            FindingFigure.Of(Name, pairs.ChangeOfVariation, pairs.Total < 2 ? "fewer than two people are in both rounds" : "a mean is not positive", wanted),
            People(pairs));
    }
}
