using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying.Elimination;

/// <summary>Coombs: whoever has the most last places goes out, until somebody has more than half of the votes.</summary>
/// <remarks>
/// <para>Votes are first preferences among those who still count; a rank that several share is shared equally among those of them who still
/// count. The last place of a ballot belongs to those of them whom it does not rank, in equal shares; if it ranks all of them, to those
/// at its worst rank. Ballots that rank none of them have neither. All of it is exact; the last places stand in the note of each round.
/// Candidates who are tied because every ballot has all of them in last place go out together: their order could not matter.
/// O(r (e + m²)) for r rounds, e entries and m candidates.</para>
/// <para>Source: C. H. Coombs, A Theory of Data (1964); for truncated ballots and both ways to stop, B. Grofman, S. L. Feld, If you like the
/// alternative vote (a.k.a. the instant runoff), then you ought to know about the Coombs rule (Electoral Studies 23, 2004).</para>
/// </remarks>
public sealed class Coombs : OrderingRule
{
    /// <summary>The id of this version: <c>coombs@1</c>.</summary>
    public const string RuleId = "coombs@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    /// <summary>When it ends. <see cref="CoombsStop.Majority"/> unless said otherwise.</summary>
    public CoombsStop Stop { get; init; } = CoombsStop.Majority;

    private protected override IReadOnlyCollection<string> FigureNames => [VoteRounds.Figure];

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, EliminationOptionsContext.Default.Coombs);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation)
    {
        var ballots = new RankedBallots(profile, Id);
        var rounds = new VoteRounds(ballots);
        LastPlaces? last = null;
        SingleWinner.Run(rounds, Winner, Losers, cancellation);
        return rounds.Conclude(null);

        (int, string)? Winner()
        {
            last = LastPlaces.Count(ballots, rounds.Continues);
            rounds.Say("Last places: " + string.Join(", ", rounds.Continuing.Select(candidate => $"{profile.Candidates[candidate]} {last.Shares[candidate]}")) + ".");
            var winner = Stop == CoombsStop.Majority ? rounds.Continuing.FindIndex(candidate => rounds.Votes[candidate] * 2 > rounds.Active) : -1;
            return winner >= 0
                ? (rounds.Continuing[winner], FormattableString.Invariant($"Has {rounds.Votes[rounds.Continuing[winner]]} of {rounds.Active} votes that count: more than half."))
                : null;
        }

        (IReadOnlyList<int>, string) Losers()
        {
            var most = rounds.Continuing.Select(candidate => last!.Shares[candidate]).Max();
            List<int> tied = [.. rounds.Continuing.Where(candidate => last!.Shares[candidate] == most)];
            if (tied.Count > 1 && tied.Count < rounds.Continuing.Count && tied.TrueForAll(candidate => last!.Ballots[candidate] == rounds.Active))
            {
                return (tied, $"Every ballot that counts has all who have {most} in last place.");
            }

            var loser = tied.Count == 1
                ? tied[0]
                : judge.Last(rounds.Round, tied, rounds.FiguresForTies, "They are tied with the most last places; one of them goes out.");
            return ([loser], $"Has the most last places: {most}.");
        }
    }
}
