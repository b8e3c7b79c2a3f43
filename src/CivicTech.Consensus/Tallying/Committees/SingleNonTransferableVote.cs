using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>Single non-transferable vote: voters mark one candidate; those with most marks are elected.</summary>
/// <remarks>
/// <para>Ballots are approvals of one candidate; of ranked ballots, <see cref="OrdinalProfile.ToApprovals"/> makes them. Marks for candidates
/// who do not stand are no marks: they spend nothing. O(e) for e marks on distinct ballots.</para>
/// <para>Source: as for <see cref="LimitedVoting"/>; the Japanese lower house until 1993, Vanuatu.</para>
/// </remarks>
public sealed class SingleNonTransferableVote : OrderingRule
{
    /// <summary>The id of this version: <c>sntv@1</c>.</summary>
    public const string RuleId = "sntv@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    /// <summary>What happens to ballots with more marks than one.</summary>
    public Overspending OnOverspending { get; init; } = Overspending.Void;

    private protected override IReadOnlyCollection<string> FigureNames => ["votes"];

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, RuleOptionsContext.Default.SingleNonTransferableVote);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation) =>
        SpentBallots.ByMarks(profile, 1, OnOverspending);
}
