using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Answers;

namespace CivicTech.Consensus.Delphi.Criteria;

/// <summary>Another criterion in every role by itself: a verdict stands when all roles come to it.</summary>
/// <remarks>
/// As core outcome sets ask of every group of stakeholders (see <see cref="CometCriterion"/>). Too few if a role has too few, one that is named
/// and did not answer among them, and if there are no roles; otherwise none when roles differ.
/// </remarks>
public sealed record EveryRole : ConsensusCriterion
{
    /// <summary>What is asked of each role.</summary>
    public required ConsensusCriterion Criterion { get; init; }

    /// <summary>The roles, all different; empty for all that <see cref="ItemAnswers.ByRole"/> has: in a study, all roles of the panels that rate the item. Their order counts for equality.</summary>
    public ImmutableArray<string> Roles { get => field.IsDefault ? [] : field; init; }

    internal override bool SaysWhichWay => Criterion.SaysWhichWay;

    internal override IEnumerable<string> RulesAskedFor => Criterion.RulesAskedFor;

    internal override bool JudgesRole(string role) => Roles.IsEmpty || Roles.Contains(role, StringComparer.Ordinal);

    internal override IEnumerable<string> RolesAskedFor => Roles.Concat(Criterion.RolesAskedFor);

    /// <inheritdoc />
    public override IEnumerable<string> Check(RatingScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return
        [
            .. Roles.Index().Where(role => string.IsNullOrWhiteSpace(role.Item)).Select(role => $"roles[{RatingScale.Text(role.Index)}]: empty, expected a role"),
            .. Roles.CountBy(role => role, StringComparer.Ordinal).Where(role => role.Value > 1).Select(role => $"roles: '{role.Key}' {RatingScale.Text(role.Value)} times, expected once"),
            .. CriterionCheck.Within("criterion", Criterion, scale),
        ];
    }

    /// <inheritdoc />
    public bool Equals(EveryRole? other) => other is not null && Criterion == other.Criterion && Roles.AsSpan().SequenceEqual(other.Roles.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Criterion, Roles.Length);

    internal override CriterionFinding JudgeChecked(ItemAnswers answers, IReadOnlyDictionary<string, IConsensusRule> rules)
    {
        string[] roles = Roles.IsEmpty ? [.. answers.ByRole.Keys] : [.. Roles];
        if (roles.Length == 0)
        {
            return CriterionFinding.Of(ConsensusVerdict.TooFew, FindingFigure.Of("roles", "none", "at least one"));
        }

        CriterionFinding[] findings = [.. roles.Select(role => Criterion.JudgeChecked(answers.Only(role), rules))];
        var verdict = findings.Any(finding => finding.Verdict is ConsensusVerdict.TooFew) ? ConsensusVerdict.TooFew
            : findings.All(finding => finding.Verdict == findings[0].Verdict) ? findings[0].Verdict
            : ConsensusVerdict.None;
        return new()
        {
            Verdict = verdict,
            Figures = [.. roles.Zip(findings).SelectMany(one => one.Second.Figures.Select(figure => figure with { Name = $"{one.First}: {figure.Name}" }))],
        };
    }
}
