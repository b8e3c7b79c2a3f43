using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>
/// Two rounds from one ranking (the contingent vote): the two with the most first preferences go to a runoff, which the rankings decide.
/// </summary>
/// <remarks>
/// <para>Who has more than half of the first preferences that count is elected without a runoff. In the runoff a ballot counts for the one of
/// the two whom it ranks better; one that ranks neither is exhausted, one that ranks both alike has no preference. Behind the two come the
/// others by their first preferences. A tie for the runoff goes to <see cref="OrderingRule.Ties"/>.</para>
/// <para>A real second ballot is another election: count it with <see cref="Plurality"/>. With several seats the first of the order are
/// elected, which few statutes mean. Figure: <c>votes</c>, the first preferences. O(entries + m log m) for m candidates.</para>
/// </remarks>
public sealed class TwoRound : OrderingRule
{
    /// <summary>The id of this version: <c>two-round@1</c>.</summary>
    public const string RuleId = "two-round@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    /// <summary>What several candidates at the first rank are, in the first round.</summary>
    public MultipleMarks MultipleMarks { get; init; } = MultipleMarks.Void;

    private protected override IReadOnlyCollection<string> FigureNames => ["votes"];

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, ScoringOptionsContext.Default.TwoRound);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation)
    {
        if (profile is not OrdinalProfile ordinal)
        {
            throw new ArgumentException($"Two rounds are counted from rankings, not from {profile.Kind} ballots.", nameof(profile));
        }

        var first = FirstVotes.Of(profile, MultipleMarks);
        var groups = CandidateOrder.ByHighest(first.Votes);
        ImmutableArray<CandidateFigures> figures = [new("votes", [.. first.Votes])];
        var hasMajority = groups is [[var leader], ..] && first.Votes[leader] * 2 > first.Valid;
        var opening = new TallyRound
        {
            Number = 1,
            Tallies = [.. first.Votes.Select((votes, candidate) => new CandidateTally(profile.Candidates[candidate], votes, true, null))],
            Inactive = first.Inactive,
            Threshold = (first.Valid / 2).Floor() + 1,
            Note = hasMajority ? "More than half of the votes: there is no runoff." : "",
        };
        if (hasMajority || profile.Candidates.Count < 2)
        {
            return new CandidateOrder { Groups = groups, Figures = figures, Rounds = [opening] };
        }

        var finalists = Finalists(groups, first.Votes, judge);
        var (runoff, votes) = Runoff(ordinal, finalists);
        IReadOnlyList<IReadOnlyList<int>> top = votes[0] == votes[1] ? [finalists] : votes[0] > votes[1] ? [[finalists[0]], [finalists[1]]] : [[finalists[1]], [finalists[0]]];
        return new CandidateOrder
        {
            Groups = [.. top, .. groups.Select(group => (IReadOnlyList<int>)[.. group.Except(finalists)]).Where(group => group.Count > 0)],
            Figures = figures,
            Rounds = [opening, runoff],
        };
    }

    private static int[] Finalists(IReadOnlyList<IReadOnlyList<int>> groups, Rational[] votes, TieJudge judge)
    {
        var finalists = new List<int>();
        for (var place = 0; finalists.Count < 2; place++)
        {
            List<int> group = [.. groups[place]];
            while (group.Count > 0 && finalists.Count < 2)
            {
                var next = group.Count <= 2 - finalists.Count
                    ? group[0]
                    : judge.First(1, group, () => new Dictionary<string, IReadOnlyList<Rational>> { ["votes"] = votes }, "They are tied for the runoff.");
                finalists.Add(next);
                group.Remove(next);
            }
        }

        return [.. finalists.Order()];
    }

    private static (TallyRound Round, long[] Votes) Runoff(OrdinalProfile profile, int[] finalists)
    {
        var votes = new long[2];
        var (blank, exhausted, indifferent) = (0L, 0L, 0L);
        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            var weight = profile.WeightOf(ballot);
            var named = profile.CandidatesOf(ballot);
            var at = (named.IndexOf(finalists[0]), named.IndexOf(finalists[1]));
            var rank = (Rank(ballot, at.Item1), Rank(ballot, at.Item2));
            checked
            {
                _ = rank.Item1 < rank.Item2 ? votes[0] += weight
                    : rank.Item1 > rank.Item2 ? votes[1] += weight
                    : at.Item1 >= 0 ? indifferent += weight
                    : named.IsEmpty ? blank += weight
                    : exhausted += weight;
            }
        }

        return (new TallyRound
        {
            Number = 2,
            Tallies = [.. finalists.Select((candidate, i) => new CandidateTally(profile.Candidates[candidate], votes[i], true, null))],
            Inactive =
            [
                .. new InactiveVotes[] { new(InactiveReason.NoRanking, blank), new(InactiveReason.ExhaustedChoices, exhausted), new(InactiveReason.NoPreference, indifferent) }
                    .Where(inactive => !inactive.Votes.IsZero),
            ],
        }, votes);

        // Ranks never fall along a ballot, so the first entry of a candidate is its best rank.
        long Rank(int ballot, int entry) => entry < 0 ? long.MaxValue : profile.RanksOf(ballot)[entry];
    }
}
