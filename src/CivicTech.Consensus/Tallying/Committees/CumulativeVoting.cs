using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>
/// Cumulative voting: voters divide their points between candidates as they like, also all to one; those with most points are elected.
/// </summary>
/// <remarks>
/// <para>Ballots are scores, none below 0; points that a ballot does not give are lost. Or approvals: then all points are divided equally
/// between the approved ("equal and even" cumulative voting). Points for candidates who do not stand are not given. O(e) for e scores on
/// distinct ballots.</para>
/// <para>Source: R. L. Cole, R. L. Engstrom, R. L. Taebel, Cumulative Voting in a Municipal Election (Western Political Quarterly 43, 1990);
/// equal and even: Peoria, Illinois, since 1991.</para>
/// </remarks>
public sealed class CumulativeVoting : ITallyRule
{
    /// <summary>The id of this version: <c>cumulative-voting@1</c>.</summary>
    public const string RuleId = "cumulative-voting@1";

    /// <inheritdoc />
    [JsonIgnore]
    public string Id => RuleId;

    /// <summary>How many points a voter has: above 0. Null for as many as there are seats.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public Rational? Points
    {
        get;
        init => field = value is { Sign: <= 0 } ? throw new ArgumentOutOfRangeException(nameof(value), value, "The option 'points' is above 0, or null.") : value;
    }

    /// <summary>What happens to ballots that give more points.</summary>
    public Overspending OnOverspending { get; init; } = Overspending.Void;

    /// <summary>How a tie is broken that decides who is elected: the figures are <c>points</c> and <c>supporters</c>.</summary>
    public TieChain Ties { get; init => field = value ?? TieChain.Refuse; } = TieChain.Refuse;

    /// <inheritdoc />
    /// <exception cref="ArgumentException">
    /// The ballots are neither scores nor approvals; a score is negative; or a ballot gives too many points and <see cref="OnOverspending"/>
    /// refuses it.
    /// </exception>
    public TallyResult Count(Contest contest, TallyRequest request)
    {
        ArgumentNullException.ThrowIfNull(contest);
        ArgumentNullException.ThrowIfNull(request);
        var profile = contest.Standing;
        var points = Points ?? contest.Seats;
        var order = profile switch
        {
            CardinalProfile scores => ByScores(scores, points),
            ApprovalProfile approvals => ByApprovals(approvals, points),
            _ => throw new ArgumentException($"Cumulative voting needs scores or approvals; these ballots are {profile.Kind}.", nameof(contest)),
        };
        return TallyRun.Count(this, contest, profile.Candidates, Ties, ["points", "supporters"], request, judge => OrderingRule.Elect(contest.Seats, profile, order, judge));
    }

    /// <inheritdoc />
    public JsonObject DescribeOptions() => RuleOptions.Write(this, RuleOptionsContext.Default.CumulativeVoting);

    private CandidateOrder ByScores(CardinalProfile profile, Rational points)
    {
        var units = CardinalScale.PowerOfTen(profile.Decimals);
        var has = points * units;
        var spent = new SpentBallots(profile.Candidates.Count, OnOverspending);
        var supporters = new long[profile.Candidates.Count];
        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            var total = BigInteger.Zero;
            var named = profile.CandidatesOf(ballot);
            var scores = profile.ScoresOf(ballot);
            for (var i = 0; i < scores.Length; i++)
            {
                if (scores[i] < 0)
                {
                    throw new ArgumentException("A ballot gives a candidate less than no points.", nameof(profile));
                }

                total += scores[i];
                supporters[named[i]] += scores[i] > 0 ? profile.WeightOf(ballot) : 0;
            }

            spent.Give(named, scores, total, has, profile.WeightOf(ballot));
        }

        return spent.Order("points", new Rational(1, units), [Supporters(supporters)]);
    }

    private CandidateOrder ByApprovals(ApprovalProfile profile, Rational points)
    {
        var spent = new SpentBallots(profile.Candidates.Count, OnOverspending);
        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            spent.Divide(profile.CandidatesOf(ballot), profile.WeightOf(ballot));
        }

        return spent.Order("points", points, [Supporters(profile.CountVoters())]);
    }

    private static CandidateFigures Supporters(long[] voters) => new("supporters", [.. voters.Select(count => (Rational)count)]);
}
