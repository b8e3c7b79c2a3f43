using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying;

/// <summary>A rule that orders all candidates at once; the seats go to the first of them.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public abstract class OrderingRule : ITallyRule, IRankingRule
{
    private protected OrderingRule()
    {
    }

    /// <inheritdoc />
    [JsonIgnore]
    public abstract string Id { get; }

    /// <summary>
    /// How a tie is broken that decides who is elected; <see cref="Ranking"/>s and <see cref="TallyResult.Order"/> keep tied candidates in one
    /// group. <see cref="TieChain.Refuse"/> unless said otherwise: such a tie stays open.
    /// </summary>
    public TieChain Ties { get; init => field = value ?? TieChain.Refuse; } = TieChain.Refuse;

    /// <summary>The figures that <see cref="Ties"/> can name.</summary>
    private protected virtual IReadOnlyCollection<string> FigureNames => [];

    /// <inheritdoc />
    public abstract JsonObject DescribeOptions();

    /// <inheritdoc />
    public Ranking Rank(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new Ranking(Order(profile, new TieJudge(Ties, profile.Candidates, TallyRequest.Default, new Choices()), CancellationToken.None).Groups);
    }

    /// <inheritdoc />
    public TallyResult Count(Contest contest, TallyRequest request)
    {
        ArgumentNullException.ThrowIfNull(contest);
        ArgumentNullException.ThrowIfNull(request);
        var profile = contest.Standing;
        CandidateOrder? certain = null;
        return TallyRun.Count(this, contest, profile.Candidates, Ties, FigureNames, request, judge =>
        {
            var order = certain ?? Order(profile, judge, request.CancellationToken);
            if (judge.Records.Count == 0)
            {
                // No tie was met on the way to it: it is the same however ties fall.
                certain = order;
            }

            return Elect(contest.Seats, profile, order, judge);
        });
    }

    /// <summary>Orders the candidates of a profile.</summary>
    /// <param name="profile">Ballots over candidates who can all be elected.</param>
    /// <param name="judge">Decides ties within the rule, where it must pick one candidate to go on. Ties of the result stay groups.</param>
    /// <param name="cancellation">Stops long work.</param>
    /// <exception cref="ArgumentException">The rule does not know ballots of this kind.</exception>
    private protected abstract CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation);

    /// <summary>Elects down an order.</summary>
    internal static TallyFindings Elect(int seats, Profile profile, CandidateOrder order, TieJudge judge)
    {
        // Nobody is certain to be elected before the rounds, and the ties met in them, are over.
        var lastRound = Math.Max(1, judge.Records.Select(record => record.Round).Append(order.Rounds.Count).Max());
        var elected = new List<(int Candidate, int Round)>();
        for (var place = 0; place < order.Groups.Count && elected.Count < seats; place++)
        {
            List<int> group = [.. order.Groups[place]];

            // Whoever is in a group that fits is elected in whatever order.
            while (group.Count > 0 && elected.Count < seats)
            {
                var next = group.Count <= seats - elected.Count
                    ? group[0]
                    : judge.First(lastRound + place, group, () => order.FiguresForTies, "They are tied for the last seats.");
                elected.Add((next, lastRound + place));
                group.Remove(next);
            }
        }

        return new TallyFindings
        {
            Candidates = profile.Candidates,
            Elected = elected,
            Order = order.Groups,
            Figures = order.Figures,
            Notes = order.Notes,
            Pairwise = order.Pairwise,
            IsStopped = order.IsStopped,
            Rounds = () => order.Rounds,
        };
    }
}
