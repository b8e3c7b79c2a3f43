using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>Block voting: voters mark as many candidates as there are seats, or fewer; those with most marks are elected.</summary>
/// <remarks>
/// <para>The majority can fill every seat. With one seat this is plurality. O(e) for e marks on distinct ballots. Marks for candidates who do
/// not stand are no marks: they spend nothing.</para>
/// <para>Source: plurality-at-large voting, as in many local elections; D. M. Farrell, Electoral Systems (2nd ed. 2011), chapter 2.</para>
/// </remarks>
public sealed class BlockVoting : ITallyRule
{
    /// <summary>The id of this version: <c>block-voting@1</c>.</summary>
    public const string RuleId = "block-voting@1";

    /// <inheritdoc />
    [JsonIgnore]
    public string Id => RuleId;

    /// <summary>What happens to ballots with more marks than seats.</summary>
    public Overspending OnOverspending { get; init; } = Overspending.Void;

    /// <summary>How a tie is broken that decides who is elected: the figure is <c>votes</c>.</summary>
    public TieChain Ties { get; init => field = value ?? TieChain.Refuse; } = TieChain.Refuse;

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The ballots are no approvals; or one has too many marks and <see cref="OnOverspending"/> refuses it.</exception>
    public TallyResult Count(Contest contest, TallyRequest request)
    {
        ArgumentNullException.ThrowIfNull(contest);
        ArgumentNullException.ThrowIfNull(request);
        var profile = contest.Standing;
        var order = SpentBallots.ByMarks(profile, contest.Seats, OnOverspending);
        return TallyRun.Count(this, contest, profile.Candidates, Ties, ["votes"], request, judge => OrderingRule.Elect(contest.Seats, profile, order, judge));
    }

    /// <inheritdoc />
    public JsonObject DescribeOptions() => RuleOptions.Write(this, RuleOptionsContext.Default.BlockVoting);
}
