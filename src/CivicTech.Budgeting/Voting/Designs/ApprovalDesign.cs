using System.Text.Json.Serialization;
using CivicTech.Ballots;

namespace CivicTech.Budgeting.Voting.Designs;

/// <summary>The voter chooses projects, from <see cref="BallotDesign.Minimum"/> to <see cref="Maximum"/> (k-approval).</summary>
public sealed record ApprovalDesign : BallotDesign
{
    /// <summary>The most projects that a ballot names; 0 means none.</summary>
    public required int Maximum { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override ProfileKind Kind => ProfileKind.Approval;

    internal override int? Most => Maximum;

    internal override ProfileCounter NewCounter(CandidateList candidates) => new ApprovalCounter(candidates);
}
