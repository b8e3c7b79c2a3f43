using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>STAR voting: score, then automatic runoff. With several seats it is Bloc STAR.</summary>
/// <remarks>
/// <para>The two with the highest sums of scores go to a runoff, in which each ballot counts for the one whom it scores higher; ballots that
/// score both alike are reported as having no preference. For every further seat the same is done without those already elected. A missing
/// score is zero. <see cref="TieProtocol"/> says how ties are broken before <see cref="Ties"/> is asked.</para>
/// <para>Behind the elected, <see cref="TallyResult.Order"/> goes on in the same way without lots: all who may win a place, whichever way lots
/// fall, stand in one group. <see cref="Rank"/> orders all candidates so. Figures: <c>points</c>, <c>top-scores</c> (voters who give the
/// highest score).</para>
/// <para>O(d m² + entries) for d distinct ballots and m candidates.</para>
/// <para>Source: starvoting.org, "STAR Voting technical specifications" and "How are ties in STAR Voting broken?" (as of 2023).</para>
/// </remarks>
public sealed class Star : ITallyRule, IRankingRule
{
    /// <summary>The id of this version: <c>star@1</c>.</summary>
    public const string RuleId = "star@1";

    /// <inheritdoc />
    [JsonIgnore]
    public string Id => RuleId;

    /// <summary>The highest score that a ballot may give: above zero; ballots with higher or negative scores are refused.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above zero.</exception>
    public Rational MaximumScore { get; init => field = SequentialScoreRule.CheckMaximum(value); } = 5;

    /// <summary>What breaks ties before <see cref="Ties"/>.</summary>
    public StarTies TieProtocol { get; init; } = StarTies.Official;

    /// <summary>The lot at the end: what breaks the ties that the protocol leaves. Refused unless said otherwise.</summary>
    public TieChain Ties { get; init => field = value ?? TieChain.Refuse; } = TieChain.Refuse;

    /// <inheritdoc />
    public TallyResult Count(Contest contest, TallyRequest request)
    {
        ArgumentNullException.ThrowIfNull(contest);
        ArgumentNullException.ThrowIfNull(request);
        var table = new StarTable(new ScoreSheet(contest.Standing, MaximumScore));
        return TallyRun.Count(this, contest, table.Sheet.Candidates, Ties, ["points", "top-scores"], request,
            judge => new StarCount(table, TieProtocol, judge).Play(contest.Seats, request.CancellationToken));
    }

    /// <inheritdoc />
    public Ranking Rank(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new Ranking(StarCount.Order(new StarTable(new ScoreSheet(profile, MaximumScore)), TieProtocol, Enumerable.Range(0, profile.Candidates.Count)));
    }

    /// <inheritdoc />
    public JsonObject DescribeOptions() => RuleOptions.Write(this, ScoringOptionsContext.Default.Star);
}
