using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Budgeting.Voting.Refusals;

namespace CivicTech.Budgeting.Voting.Designs;

/// <summary>The voter spends the area's budget: chooses projects that together cost at most that (knapsack voting).</summary>
public sealed record KnapsackDesign : BallotDesign
{
    /// <summary>The most projects that a ballot names; null when only the budget limits them, 0 means none.</summary>
    public int? Maximum { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override ProfileKind Kind => ProfileKind.Approval;

    internal override bool UsesCosts => true;

    internal override int? Most => Maximum;

    internal override ProfileCounter NewCounter(CandidateList candidates) => new ApprovalCounter(candidates);

    private protected override void CheckMore(in BallotDraft draft, ref RefusalList refusals) => CheckBudget(draft, ref refusals);

    internal static void CheckBudget(in BallotDraft draft, ref RefusalList refusals)
    {
        if (draft.Cost > draft.Budget!.Value.MinorUnits)
        {
            refusals.Add(VotingRefusals.OverBudget.With(("area", draft.Area), ("cost", draft.Show(draft.Cost)), ("budget", draft.Budget.Value.ToString())));
        }
    }
}
