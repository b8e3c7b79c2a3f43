using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>
/// Satisfaction approval voting: each voter's vote is divided equally between the candidates that it approves of, and those with most are
/// elected.
/// </summary>
/// <remarks>
/// <para>Formula: score(c) is the sum of 1 / |A| over voters who approve of c, with A all that the voter approves of. O(e) for e approvals
/// on distinct ballots.</para>
/// <para>Source: S. J. Brams, D. M. Kilgour, Satisfaction Approval Voting, in R. Fara et al. (eds.), Voting Power and Procedures (2014).</para>
/// </remarks>
public sealed class SatisfactionApproval : OrderingRule
{
    /// <summary>The id of this version: <c>satisfaction-approval@1</c>.</summary>
    public const string RuleId = "satisfaction-approval@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    private protected override IReadOnlyCollection<string> FigureNames => ["satisfaction", "approvals"];

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, RuleOptionsContext.Default.SatisfactionApproval);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation)
    {
        var ballots = ApprovalBallots.Check(profile);
        var spent = new SpentBallots(ballots.Candidates.Count, Overspending.Void);
        for (var ballot = 0; ballot < ballots.DistinctBallots; ballot++)
        {
            spent.Divide(ballots.CandidatesOf(ballot), ballots.WeightOf(ballot));
        }

        return spent.Order("satisfaction", Rational.One, [new CandidateFigures("approvals", [.. ballots.CountVoters().Select(count => (Rational)count)])]);
    }
}
