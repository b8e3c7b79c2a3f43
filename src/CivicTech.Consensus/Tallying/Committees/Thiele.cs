using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>
/// Thiele's rules: the committee of the highest score is elected, where a voter scores a weight for the first member that it approves of, a
/// weight for the second, and so on. With harmonic weights this is proportional approval voting (PAV).
/// </summary>
/// <remarks>
/// <para>Formula: with A the approvals of a voter and w the weights, a committee W of all seats scores, summed over voters,
/// w(1) + … + w(|A ∩ W|). The result is the exact optimum, by branch and bound.</para>
/// <para>Ties are between whole committees. Members of all committees of the best score are elected in round 1. From round 2 on,
/// <see cref="Ties"/> orders the candidates who are members of some of these committees only; the first of them is elected, the committees
/// without it are out, and so on. So a chain that separates everybody elects, of the best committees, the first in lexicographic order of
/// the chain.</para>
/// <para>The problem is NP-hard for all weights that fall: time can grow exponentially with candidates and seats. A search that meets
/// <see cref="WorkLimit"/> ends as <see cref="TallyStatus.Stopped"/> with the best committee that it found, no ties settled, and a note of
/// how far from the best it may be; where candidates look equally good to the search, those that the chain prefers are tried first, and then
/// those listed first.</para>
/// <para>Source: T. N. Thiele, Om Flerfoldsvalg (1895); M. Lackner, P. Skowron, Multi-Winner Voting with Approval Preferences (2023),
/// chapter 2.</para>
/// </remarks>
public sealed class Thiele : ITallyRule
{
    /// <summary>The id of this version: <c>thiele@1</c>.</summary>
    public const string RuleId = "thiele@1";

    // Committees of the best score that are held at a time, at least and at most.
    private const int FewestHeld = 1_000;
    private const int MostHeld = 20_000;

    /// <inheritdoc />
    [JsonIgnore]
    public string Id => RuleId;

    /// <summary>What members are worth to a voter.</summary>
    public ThieleWeights Weights { get; init => field = value ?? ThieleWeights.Harmonic; } = ThieleWeights.Harmonic;

    /// <summary>How many committees, whole or in part, the search looks at before it stops: at least 1. The first committee is always finished.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public long WorkLimit
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The option 'workLimit' is at least 1.");
    } = 1_000_000;

    /// <summary>How ties between committees are broken: the figure is <c>approvals</c>.</summary>
    public TieChain Ties { get; init => field = value ?? TieChain.Refuse; } = TieChain.Refuse;

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The ballots are no approvals.</exception>
    public TallyResult Count(Contest contest, TallyRequest request)
    {
        ArgumentNullException.ThrowIfNull(contest);
        ArgumentNullException.ThrowIfNull(request);
        var ballots = ApprovalBallots.Of(contest.Standing);
        var seats = Math.Min(contest.Seats, ballots.Candidates);
        ThieleElection? election = null;
        return TallyRun.Count(this, contest, ballots.Profile.Candidates, Ties, ["approvals"], request, judge =>
        {
            // Not before the run has checked what it is given.
            election ??= new ThieleElection(ballots, Weights, new CommitteeSearchOptions
            {
                Seats = seats,
                WorkLimit = WorkLimit,
                Places = ThieleElection.Places(ballots, Ties),
                Cancellation = request.CancellationToken,
            }, held: Math.Clamp(Ties.OutcomeLimit, FewestHeld, MostHeld) + 1, ways: Math.Clamp(Ties.OutcomeLimit, 1, MostHeld) + 1);
            return election.Elect(judge);
        });
    }

    /// <inheritdoc />
    public JsonObject DescribeOptions() => RuleOptions.Write(this, RuleOptionsContext.Default.Thiele);
}
