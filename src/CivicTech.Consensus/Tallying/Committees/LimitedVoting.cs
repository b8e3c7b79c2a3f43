using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>Limited voting: voters mark fewer candidates than there are seats; those with most marks are elected.</summary>
/// <remarks>
/// <para>Marks for candidates who do not stand are no marks: they spend nothing. O(e) for e marks on distinct ballots.</para>
/// <para>Source: A. Lijphart, R. López Pintor, Y. Sone, The Limited Vote and the Single Nontransferable Vote, in B. Grofman, A. Lijphart
/// (eds.), Electoral Laws and Their Political Consequences (1986); the Spanish Senate.</para>
/// </remarks>
public sealed class LimitedVoting : OrderingRule
{
    /// <summary>The id of this version: <c>limited-voting@1</c>.</summary>
    public const string RuleId = "limited-voting@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    /// <summary>How many candidates a voter may mark: at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public required int Marks
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The option 'marks' is at least 1.");
    }

    /// <summary>What happens to ballots with more marks.</summary>
    public Overspending OnOverspending { get; init; } = Overspending.Void;

    private protected override IReadOnlyCollection<string> FigureNames => ["votes"];

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, RuleOptionsContext.Default.LimitedVoting);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation) =>
        SpentBallots.ByMarks(profile, Marks, OnOverspending);
}
