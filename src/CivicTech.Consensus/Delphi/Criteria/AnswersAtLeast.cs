using CivicTech.Consensus.Delphi.Answers;

namespace CivicTech.Consensus.Delphi.Criteria;

/// <summary>Another criterion, but only with enough answers; with fewer the verdict is <see cref="ConsensusVerdict.TooFew"/>.</summary>
public sealed record AnswersAtLeast : ConsensusCriterion
{
    /// <summary>How many answers are enough: 1 or more. Within <see cref="EveryRole"/>, of each role.</summary>
    public required int Fewest { get; init; }

    /// <summary>What then decides.</summary>
    public required ConsensusCriterion Criterion { get; init; }

    internal override bool SaysWhichWay => Criterion.SaysWhichWay;

    internal override IEnumerable<string> RulesAskedFor => Criterion.RulesAskedFor;

    internal override bool JudgesRole(string role) => Criterion.JudgesRole(role);

    internal override IEnumerable<string> RolesAskedFor => Criterion.RolesAskedFor;

    /// <inheritdoc />
    public override IEnumerable<string> Check(RatingScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return
        [
            .. Fewest < 1 ? [$"fewest: {RatingScale.Text(Fewest)}, expected 1 or more"] : Array.Empty<string>(),
            .. CriterionCheck.Within("criterion", Criterion, scale),
        ];
    }

    internal override CriterionFinding JudgeChecked(ItemAnswers answers, IReadOnlyDictionary<string, IConsensusRule> rules) => answers.All.Total >= Fewest
        ? Criterion.JudgeChecked(answers, rules)
        : CriterionFinding.Of(ConsensusVerdict.TooFew, FindingFigure.Of("answers", RatingScale.Text(answers.All.Total), $"at least {RatingScale.Text(Fewest)}"));
}
