using System.Text.Json.Serialization;
using CivicTech.Consensus.Delphi.Answers;

namespace CivicTech.Consensus.Delphi.Stability;

/// <summary>When the answers to an item have settled between two rounds.</summary>
/// <remarks>
/// The cases are <see cref="UnchangedShare"/>, <see cref="KappaAtLeast"/>, <see cref="WilcoxonNoShift"/>, <see cref="ChaffinTalleyDependence"/>,
/// <see cref="NetChangeBelow"/> and <see cref="VariationChangeBelow"/>. They ask different questions and can differ on the same answers. No
/// threshold has a default. Answers can settle without consensus: then dissent is stable. Immutable; equal are measures that say the same.
/// As JSON, <c>kind</c> says which case it is.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(UnchangedShare), "unchanged-share")]
[JsonDerivedType(typeof(KappaAtLeast), "kappa-at-least")]
[JsonDerivedType(typeof(WilcoxonNoShift), "wilcoxon-no-shift")]
[JsonDerivedType(typeof(ChaffinTalleyDependence), "chaffin-talley-dependence")]
[JsonDerivedType(typeof(NetChangeBelow), "net-change-below")]
[JsonDerivedType(typeof(VariationChangeBelow), "variation-change-below")]
public abstract record StabilityMeasure
{
    // The cases are closed: what can be stored can be read.
    private protected StabilityMeasure()
    {
    }

    /// <summary>Judges one item.</summary>
    /// <param name="pairs">The answers of the people of both rounds; without any it cannot be measured.</param>
    /// <exception cref="InvalidOperationException">The measure cannot be used: <see cref="Check"/> says why.</exception>
    public StabilityFinding Judge(AnswerPairs pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        return Check().FirstOrDefault() is { } problem ? throw new InvalidOperationException($"The measure cannot be used: {problem}.")
            : pairs.Total == 0 ? StabilityFinding.Of(null, People(pairs))
            : JudgeChecked(pairs);
    }

    /// <summary>What is wrong with the measure: sentences that name the member and what was expected; none when it can be used.</summary>
    public abstract IEnumerable<string> Check();

    /// <param name="pairs">Of at least one person.</param>
    internal abstract StabilityFinding JudgeChecked(AnswerPairs pairs);

    private protected static FindingFigure People(AnswerPairs pairs) => FindingFigure.Of("people in both rounds", RatingScale.Text(pairs.Total));
}
