using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Consensus.Tallying.Pairwise;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Elimination;

/// <summary>Baldwin: whoever has the fewest Borda points goes out, and points are counted anew, until one is left.</summary>
/// <remarks>
/// <para>Points: from each voter one for everybody who still counts and is ranked below, and half a point for everybody at the same rank.
/// Whom a ballot does not rank is below all whom it ranks, and at one rank with the others; so everybody there gets the average of the
/// points left, and an empty ballot gives all the same. A Condorcet winner always wins. Candidates who are tied with the fewest points and
/// tie with each other go out together when nobody else could get as few before they are out: their order could not matter. When all
/// who are left tie with each other, they are tied. O(e + m³).</para>
/// <para>Source: J. M. Baldwin, The technique of the Nanson preferential majority system of election (Proceedings of the Royal Society of
/// Victoria 39, 1926).</para>
/// </remarks>
public sealed class Baldwin : OrderingRule
{
    /// <summary>The id of this version: <c>baldwin@1</c>.</summary>
    public const string RuleId = "baldwin@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    private protected override IReadOnlyCollection<string> FigureNames => [BordaRounds.Figure];

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, EliminationOptionsContext.Default.Baldwin);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation)
    {
        var pairwise = Majorities.Count(profile, Id);
        var log = new EliminationLog(profile.Candidates, countsVotes: false);
        var first = new CandidateFigures(BordaRounds.Figure, [.. BordaRounds.Points(pairwise, profile.Voters, log.Continuing)]);
        while (log.Continuing is { Count: > 0 } left)
        {
            cancellation.ThrowIfCancellationRequested();
            var points = BordaRounds.Points(pairwise, profile.Voters, left);
            log.Begin(points, [], "");
            if (left.Count > 1 && AllTie(pairwise, left))
            {
                log.Say("All who are left tie with each other.");
                log.End();
                break;
            }

            if (left.Count > 1)
            {
                var fewest = left.Select(candidate => points[candidate]).Min();
                List<int> tied = [.. left.Where(candidate => points[candidate] == fewest)];
                if (GoTogether(pairwise, points, left, tied))
                {
                    log.Eliminate(tied, $"All who have the fewest points, {fewest}, go out before anybody else can.", null);
                }
                else
                {
                    var loser = tied.Count == 1 ? tied[0] : judge.Last(log.Round, tied, () => ForTies(first), "They are tied with the fewest points; one of them goes out.");
                    log.Eliminate([loser], $"Has the fewest points: {fewest}.", null);
                }
            }

            if (log.Continuing is [var winner])
            {
                log.Elect(winner, left.Count == 1 ? "Nobody else stands." : "Nobody else is left.");
                log.End();
                break;
            }

            log.End();
        }

        return log.Conclude(first, pairwise);
    }

    private static Dictionary<string, IReadOnlyList<Rational>> ForTies(CandidateFigures first) => new(StringComparer.Ordinal) { [first.Name] = first.Values };

    private static bool AllTie(PairwiseMatrix pairwise, List<int> among) => among.TrueForAll(one => among.TrueForAll(other => pairwise.Margin(one, other) == 0));

    // When somebody goes out, others lose what they had of it. Those who tie with each other lose nothing then; the others must not fall so far.
    private static bool GoTogether(PairwiseMatrix pairwise, Rational[] points, List<int> left, List<int> tied)
    {
        if (tied.Count == 1 || tied.Count == left.Count || !AllTie(pairwise, tied))
        {
            return false;
        }

        return left.Except(tied).All(candidate =>
            points[candidate] - tied.Aggregate(Rational.Zero, (sum, gone) => sum + new Rational(Math.Max(0, pairwise.Margin(candidate, gone)), 2)) > points[tied[0]]);
    }
}
