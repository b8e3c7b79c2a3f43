using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>
/// Reverse sequential Thiele rules: all candidates are the committee at first; round by round goes out whose leaving takes least from its
/// score, until there are as many as seats.
/// </summary>
/// <remarks>
/// <para>Formula: w and the score are those of <see cref="Thiele"/>. With W those who are still in, the leaving of c takes away, summed over
/// voters who approve of it, w(|A ∩ W|). The least sum goes out.</para>
/// <para>Weights are those of committees as large as the list of candidates. O(e m) for e approvals on distinct ballots and m candidates.</para>
/// <para>Source: T. N. Thiele, Om Flerfoldsvalg (1895); M. Lackner, P. Skowron, Multi-Winner Voting with Approval Preferences (2023),
/// chapter 2.</para>
/// </remarks>
public sealed class ReverseSequentialThiele : ITallyRule
{
    /// <summary>The id of this version: <c>reverse-sequential-thiele@1</c>.</summary>
    public const string RuleId = "reverse-sequential-thiele@1";

    /// <inheritdoc />
    [JsonIgnore]
    public string Id => RuleId;

    /// <summary>What members are worth to a voter.</summary>
    public ThieleWeights Weights { get; init => field = value ?? ThieleWeights.Harmonic; } = ThieleWeights.Harmonic;

    /// <summary>How ties of a round are broken, the last goes out: the figure is <c>approvals</c>.</summary>
    public TieChain Ties { get; init => field = value ?? TieChain.Refuse; } = TieChain.Refuse;

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The ballots are no approvals.</exception>
    public TallyResult Count(Contest contest, TallyRequest request)
    {
        ArgumentNullException.ThrowIfNull(contest);
        ArgumentNullException.ThrowIfNull(request);
        var ballots = ApprovalBallots.Of(contest.Standing);
        var sequence = new ThieleSequence(ballots, ThieleScale.Of(Weights, ballots.Candidates, ballots.Profile.Voters), Ties, request)
        {
            Turns = Math.Max(0, ballots.Candidates - contest.Seats),
            Reverses = true,
        };
        return TallyRun.Count(this, contest, ballots.Profile.Candidates, Ties, ["approvals"], request, sequence.Play);
    }

    /// <inheritdoc />
    public JsonObject DescribeOptions() => RuleOptions.Write(this, RuleOptionsContext.Default.ReverseSequentialThiele);
}
