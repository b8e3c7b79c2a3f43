using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Stability;

/// <summary>Stable when the signed-rank test does <b>not</b> find a shift: p above a level. See <see cref="AnswerPairs.WilcoxonSignedRank"/>.</summary>
/// <remarks>
/// That a test finds nothing is no evidence that there is nothing: a small panel passes it whatever it does (with four people who changed, p is never
/// below 1/8), and so do people who change in both directions alike.
/// </remarks>
public sealed record WilcoxonNoShift : StabilityMeasure
{
    /// <summary>The level that p must be above: above 0 and below 1.</summary>
    public required Rational Level { get; init; }

    /// <inheritdoc />
    public override IEnumerable<string> Check() => MeasureCheck.Level("level", Level);

    internal override StabilityFinding JudgeChecked(AnswerPairs pairs)
    {
        var test = pairs.WilcoxonSignedRank();
        return StabilityFinding.Of(
            PValue.Compare(test.P, Level) > 0,
            FindingFigure.Of("V of signed ranks", test.Statistic),
            FindingFigure.Of($"p of no shift ({test.Method})", test.P, $"above {Level}"),
            People(pairs));
    }
}
