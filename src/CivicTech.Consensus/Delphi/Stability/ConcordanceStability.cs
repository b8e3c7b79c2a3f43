using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Stability;

/// <summary>A panel is stable when Kendall's W changed, up or down, by less than a number, on the people and items of both rounds.</summary>
/// <remarks>
/// In use with 0.2 and other numbers, none of which has a statistical base. W says how alike people order the items, not whether they keep their
/// answers: all can change their minds together while W stays. Not measurable where W is undefined in one of the rounds.
/// </remarks>
public sealed record ConcordanceStability : StabilityRule
{
    /// <summary>What the change must stay below: above 0, at most 1.</summary>
    public required Rational ChangeBelow { get; init; }

    /// <summary>Judges one panel.</summary>
    /// <param name="change">How W changed.</param>
    /// <exception cref="InvalidOperationException">The measure cannot be used: <see cref="Check"/> says why.</exception>
    public StabilityFinding Judge(ConcordanceChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (Check().FirstOrDefault() is { } problem)
        {
            throw new InvalidOperationException($"The measure cannot be used: {problem}.");
        }

        return StabilityFinding.Of(
            change.Change.Exact is { } exact ? Rational.Abs(exact) < ChangeBelow : null,
            FindingFigure.Of("W before", change.WBefore),
            FindingFigure.Of("W after", change.WAfter),
            FindingFigure.Of("change of W", change.Change, $"between -{ChangeBelow} and {ChangeBelow}, both excluded"),
            FindingFigure.Of("people in both rounds", RatingScale.Text(change.Raters.Count)),
            FindingFigure.Of("items in both rounds", RatingScale.Text(change.Items.Count)));
    }

    /// <inheritdoc />
    public override IEnumerable<string> Check() => MeasureCheck.Share("changeBelow", ChangeBelow);
}
