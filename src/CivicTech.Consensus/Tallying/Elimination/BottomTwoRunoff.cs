using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Consensus.Tallying.Pairwise;

namespace CivicTech.Consensus.Tallying.Elimination;

/// <summary>BTR-IRV: of the two candidates with the fewest votes, the one whom the other beats goes out, until one is left.</summary>
/// <remarks>
/// <para>Votes are first preferences among those who still count; a rank that several share is shared equally among those of them who still
/// count. Where the two tie with each other, the one with fewer votes goes out. Where equal votes leave it open who the two are or who of
/// them goes out, the tie chain decides among those who then could. As soon as one of those left beats every other one, it wins: it could
/// not go out any more. Candidates who are tied with the fewest votes go out together when they together have fewer
/// than anybody else and everybody else beats each of them: then their order could not matter. O(r e + m³) for r rounds and e entries.</para>
/// <para>Source: R. LeGrand, on the Election Methods list (2002). The ordering behind the winner is ours: those left by their votes in the
/// last round, then who went out last.</para>
/// </remarks>
public sealed class BottomTwoRunoff : OrderingRule
{
    /// <summary>The id of this version: <c>bottom-two-runoff@1</c>.</summary>
    public const string RuleId = "bottom-two-runoff@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    private protected override IReadOnlyCollection<string> FigureNames => [VoteRounds.Figure];

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, EliminationOptionsContext.Default.BottomTwoRunoff);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation)
    {
        var rounds = new VoteRounds(new RankedBallots(profile, Id));
        var pairwise = Majorities.Count(profile, Id);
        SingleWinner.Run(rounds, () => SingleWinner.BeatsAll(rounds, pairwise), Losers, cancellation);
        return rounds.Conclude(pairwise);

        (IReadOnlyList<int>, string) Losers()
        {
            var lowest = rounds.Lowest;
            if (rounds.AreHopeless(lowest) && rounds.Continuing.Except(lowest).All(other => lowest.TrueForAll(candidate => pairwise.Beats(other, candidate))))
            {
                return (lowest, $"All who have {rounds.Votes[lowest[0]]} together have fewer votes than anybody else, who all beat them.");
            }

            var losers = LosersOfLastTwo(rounds, lowest, pairwise);
            List<int> tied = [.. losers.Keys];
            var loser = tied.Count == 1
                ? tied[0]
                : judge.Last(rounds.Round, tied, rounds.FiguresForTies, "Ties of votes, or with each other, leave it open who of the last two goes out: one of them.");
            var winner = losers[loser];
            var why = pairwise.Beats(winner, loser) ? "loses to" : "ties with";
            return ([loser], $"Is one of the last two and {why} {profile.Candidates[winner]}: {pairwise[loser, winner]} against {pairwise[winner, loser]}.");
        }
    }

    // Who can go out, by which two are taken for the last ones, and who stays then.
    private static SortedDictionary<int, int> LosersOfLastTwo(VoteRounds rounds, List<int> lowest, PairwiseMatrix pairwise)
    {
        var losers = new SortedDictionary<int, int>();
        foreach (var last in lowest)
        {
            List<int> others = [.. rounds.Continuing.Where(candidate => candidate != last)];
            var least = others.Select(candidate => rounds.Votes[candidate]).Min();
            foreach (var other in others.Where(candidate => rounds.Votes[candidate] == least))
            {
                var margin = pairwise.Margin(last, other);
                if (margin <= 0)
                {
                    losers.TryAdd(last, other);
                }

                if (margin > 0 || (margin == 0 && rounds.Votes[last] == rounds.Votes[other]))
                {
                    losers.TryAdd(other, last);
                }
            }
        }

        return losers;
    }
}
