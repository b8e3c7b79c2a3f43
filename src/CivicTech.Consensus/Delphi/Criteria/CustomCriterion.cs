using CivicTech.Consensus.Delphi.Answers;

namespace CivicTech.Consensus.Delphi.Criteria;

/// <summary>A rule that the host brings. A study keeps its id; the rule itself is given when judging.</summary>
public sealed record CustomCriterion : ConsensusCriterion
{
    /// <summary>The id of the rule: <see cref="IConsensusRule.Id"/>.</summary>
    public required string Rule { get; init; }

    internal override IEnumerable<string> RulesAskedFor => [Rule];

    /// <inheritdoc />
    public override IEnumerable<string> Check(RatingScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return string.IsNullOrWhiteSpace(Rule) ? ["rule: empty, expected the id of a rule"] : [];
    }

    internal override CriterionFinding JudgeChecked(ItemAnswers answers, IReadOnlyDictionary<string, IConsensusRule> rules) => rules.TryGetValue(Rule, out var rule)
        ? rule.Judge(answers)
        : throw new InvalidOperationException(
            $"The criterion asks for the rule '{Rule}', which is none of the rules given: {(rules.Count == 0 ? "there are none" : string.Join(", ", rules.Keys.Order(StringComparer.Ordinal)))}.");
}
