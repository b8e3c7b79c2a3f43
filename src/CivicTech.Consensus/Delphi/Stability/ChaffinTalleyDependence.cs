using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Stability;

/// <summary>Stable when the chi-square test <b>does</b> find that later answers depend on earlier ones: p below a level. See <see cref="AnswerPairs.ChaffinTalley"/>.</summary>
/// <remarks>
/// The direction is opposite to <see cref="WilcoxonNoShift"/>: here a small p is stable. Any dependence counts, even that all turned their
/// answers round. Not measurable when all gave one answer in one of the rounds. The p-value is a double, not a fraction.
/// </remarks>
public sealed record ChaffinTalleyDependence : StabilityMeasure
{
    /// <summary>The level that p must be below: above 0 and below 1.</summary>
    public required Rational Level { get; init; }

    /// <inheritdoc />
    public override IEnumerable<string> Check() => MeasureCheck.Level("level", Level);

    internal override StabilityFinding JudgeChecked(AnswerPairs pairs)
    {
        var test = pairs.ChaffinTalley();
        const string Undefined = "all gave one answer in one of the rounds";
        return StabilityFinding.Of(
            test.P.IsDefined ? PValue.Compare(test.P, Level) < 0 : null,
            FindingFigure.Of("chi-square", test.Statistic, Undefined, null),
            FindingFigure.Of("p of independent rounds", test.P, Undefined, $"below {Level}: here a small p is stable"),
            People(pairs));
    }
}
