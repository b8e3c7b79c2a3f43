using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Answers;

namespace CivicTech.Consensus.Delphi.Criteria;

/// <summary>Several criteria at once: a verdict stands when all that can give it do.</summary>
/// <remarks>
/// To include: all say so. To exclude: all that tell including from excluding say so, at least one does, and those that look at the spread alone
/// find consensus. Too few if one says so; otherwise none.
/// </remarks>
public sealed record AllOf : ConsensusCriterion
{
    /// <summary>The criteria, at least one; their order counts for equality and for the figures of the finding.</summary>
    public required ImmutableArray<ConsensusCriterion> Criteria { get => field.IsDefault ? [] : field; init; }

    internal override bool SaysWhichWay => Criteria.Any(criterion => criterion.SaysWhichWay);

    internal override IEnumerable<string> RulesAskedFor => Criteria.SelectMany(criterion => criterion.RulesAskedFor);

    internal override bool JudgesRole(string role) => Criteria.Any(criterion => criterion.JudgesRole(role));

    internal override IEnumerable<string> RolesAskedFor => Criteria.SelectMany(criterion => criterion.RolesAskedFor);

    /// <inheritdoc />
    public override IEnumerable<string> Check(RatingScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return Criteria.IsEmpty
            ? ["criteria: none, expected at least one"]
            : Criteria.SelectMany((criterion, i) => CriterionCheck.Within($"criteria[{RatingScale.Text(i)}]", criterion, scale));
    }

    /// <inheritdoc />
    public bool Equals(AllOf? other) => other is not null && Criteria.AsSpan().SequenceEqual(other.Criteria.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => Criteria.Aggregate(EqualityContract.GetHashCode(), HashCode.Combine);

    internal override CriterionFinding JudgeChecked(ItemAnswers answers, IReadOnlyDictionary<string, IConsensusRule> rules)
    {
        CriterionFinding[] findings = [.. Criteria.Select(criterion => criterion.JudgeChecked(answers, rules))];
        bool All(Func<ConsensusCriterion, ConsensusVerdict> wanted) => Criteria.Zip(findings).All(one => one.Second.Verdict == wanted(one.First));
        var verdict = findings.Any(finding => finding.Verdict is ConsensusVerdict.TooFew) ? ConsensusVerdict.TooFew
            : All(_ => ConsensusVerdict.In) ? ConsensusVerdict.In
            : All(criterion => criterion.SaysWhichWay ? ConsensusVerdict.Out : ConsensusVerdict.In) ? ConsensusVerdict.Out
            : ConsensusVerdict.None;
        return new() { Verdict = verdict, Figures = [.. findings.SelectMany(finding => finding.Figures)] };
    }
}
