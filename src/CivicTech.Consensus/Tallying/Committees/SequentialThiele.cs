using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>
/// Sequential Thiele rules: round by round the candidate is elected who adds most to the score of the committee. With harmonic weights this
/// is sequential proportional approval voting.
/// </summary>
/// <remarks>
/// <para>Formula: w and the score are those of <see cref="Thiele"/>. With W the elected so far, candidate c would add, summed over voters who
/// approve of it, w(|A ∩ W| + 1). The greatest sum elects.</para>
/// <para>The committee may score less than the best one, but at least 1 - 1/e of it; it satisfies fewer laws of representation (see
/// <see cref="Representation"/>). Candidates whom nobody approves can be elected when nobody else is left. O(e r) for e approvals on distinct
/// ballots and voters who approve of r candidates at most.</para>
/// <para>Source: T. N. Thiele, Om Flerfoldsvalg (1895); used in Sweden from 1909 to 1921, within party lists until later.</para>
/// </remarks>
public sealed class SequentialThiele : ITallyRule
{
    /// <summary>The id of this version: <c>sequential-thiele@1</c>.</summary>
    public const string RuleId = "sequential-thiele@1";

    /// <inheritdoc />
    [JsonIgnore]
    public string Id => RuleId;

    /// <summary>What members are worth to a voter.</summary>
    public ThieleWeights Weights { get; init => field = value ?? ThieleWeights.Harmonic; } = ThieleWeights.Harmonic;

    /// <summary>How ties of a round are broken: the figure is <c>approvals</c>.</summary>
    public TieChain Ties { get; init => field = value ?? TieChain.Refuse; } = TieChain.Refuse;

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The ballots are no approvals.</exception>
    public TallyResult Count(Contest contest, TallyRequest request)
    {
        ArgumentNullException.ThrowIfNull(contest);
        ArgumentNullException.ThrowIfNull(request);
        var ballots = ApprovalBallots.Of(contest.Standing);
        var seats = Math.Min(contest.Seats, ballots.Candidates);
        var sequence = new ThieleSequence(ballots, ThieleScale.Of(Weights, seats, ballots.Profile.Voters), Ties, request)
        {
            Turns = seats,
            Reverses = false,
        };
        return TallyRun.Count(this, contest, ballots.Profile.Candidates, Ties, ["approvals"], request, sequence.Play);
    }

    /// <inheritdoc />
    public JsonObject DescribeOptions() => RuleOptions.Write(this, RuleOptionsContext.Default.SequentialThiele);
}
