using System.Numerics;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Budgeting.Voting.Refusals;
using CivicTech.Numerics;
using CivicTech.Processes.Checks;

namespace CivicTech.Budgeting.Voting.Designs;

/// <summary>The voter spends at least a share of the area's budget, and at most all of it.</summary>
public sealed record SpendDesign : BallotDesign
{
    /// <summary>The least share of the budget that a ballot uses, more than 0 and at most 1: <c>7/10</c>. Exact: no rounding decides.</summary>
    public required Rational Share { get; init; }

    /// <summary>The most projects that a ballot names; null when only the budget limits them, 0 means none.</summary>
    public int? Maximum { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override ProfileKind Kind => ProfileKind.Approval;

    internal override bool UsesCosts => true;

    internal override int? Most => Maximum;

    internal override IEnumerable<PlanProblem> Problems()
    {
        foreach (var problem in base.Problems())
        {
            yield return problem;
        }

        if (Share <= Rational.Zero || Share > Rational.One)
        {
            yield return new("share", "more than 0 and at most 1");
        }
    }

    internal override ProfileCounter NewCounter(CandidateList candidates) => new ApprovalCounter(candidates);

    private protected override void CheckMore(in BallotDraft draft, ref RefusalList refusals)
    {
        KnapsackDesign.CheckBudget(draft, ref refusals);
        var least = Share * new Rational(draft.Budget!.Value.MinorUnits);
        if (draft.IsComplete && new Rational((BigInteger)draft.Cost, BigInteger.One) < least)
        {
            refusals.Add(VotingRefusals.UnderSpent.With(("area", draft.Area), ("cost", draft.Show(draft.Cost)), ("least", draft.Show((Int128)least.Ceiling().Numerator))));
        }
    }
}
