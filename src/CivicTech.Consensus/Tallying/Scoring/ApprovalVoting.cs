using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>Who is approved of by the most voters wins.</summary>
/// <remarks>
/// <para>Takes approval ballots; rankings and scores become some by <see cref="OrdinalProfile.ToApprovals"/> and
/// <see cref="CardinalProfile.ToApprovals"/>, which say where approval ends. Figure: <c>approvals</c>. O(entries + m log m) for m candidates.</para>
/// <para>Source: S. J. Brams and P. C. Fishburn, "Approval Voting", American Political Science Review 72 (1978).</para>
/// </remarks>
public sealed class ApprovalVoting : OrderingRule
{
    /// <summary>The id of this version: <c>approval-voting@1</c>.</summary>
    public const string RuleId = "approval-voting@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    private protected override IReadOnlyCollection<string> FigureNames => ["approvals"];

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, ScoringOptionsContext.Default.ApprovalVoting);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation)
    {
        if (profile is not ApprovalProfile)
        {
            throw new ArgumentException($"Approvals are counted from approval ballots, not from {profile.Kind} ballots.", nameof(profile));
        }

        Rational[] approvals = [.. profile.CountVoters().Select(voters => (Rational)voters)];
        return new CandidateOrder { Groups = CandidateOrder.ByHighest(approvals), Figures = [new("approvals", [.. approvals])] };
    }
}
