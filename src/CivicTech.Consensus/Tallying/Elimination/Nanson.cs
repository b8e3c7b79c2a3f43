using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Consensus.Tallying.Pairwise;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Elimination;

/// <summary>Nanson: everybody with fewer Borda points than the mean goes out, and points are counted anew, until one is left or all are equal.</summary>
/// <remarks>
/// <para>Points are counted as in <see cref="Baldwin"/>; their mean is half of the voters times the others who still count. Those who go out
/// together are ordered by their points in that round. When all who are left have the same points, they are tied. A Condorcet winner always
/// wins. O(e + m³).</para>
/// <para>Source: E. J. Nanson, Methods of election (Transactions and Proceedings of the Royal Society of Victoria 19, 1882), who takes out
/// everybody not above the mean; most later authors take out those below it (Niou, A note on Nanson's rule, Public Choice 54, 1987).</para>
/// </remarks>
public sealed class Nanson : OrderingRule
{
    /// <summary>The id of this version: <c>nanson@1</c>.</summary>
    public const string RuleId = "nanson@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    /// <summary>Who goes out. <see cref="NansonCut.BelowMean"/> unless said otherwise.</summary>
    public NansonCut Cut { get; init; } = NansonCut.BelowMean;

    private protected override IReadOnlyCollection<string> FigureNames => [BordaRounds.Figure];

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, EliminationOptionsContext.Default.Nanson);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation)
    {
        var pairwise = Majorities.Count(profile, Id);
        var log = new EliminationLog(profile.Candidates, countsVotes: false);
        var first = new CandidateFigures(BordaRounds.Figure, [.. BordaRounds.Points(pairwise, profile.Voters, log.Continuing)]);
        while (log.Continuing is { Count: > 0 } left)
        {
            cancellation.ThrowIfCancellationRequested();
            var points = BordaRounds.Points(pairwise, profile.Voters, left);
            var mean = new Rational(profile.Voters, 2) * (left.Count - 1);
            log.Begin(points, [], $"The mean is {mean}.");
            List<int> gone = [.. left.Where(candidate => points[candidate] < mean || (Cut == NansonCut.NotAboveMean && points[candidate] == mean))];
            var isEnd = gone.Count == 0 || gone.Count == left.Count;
            if (!isEnd)
            {
                foreach (var same in gone.GroupBy(candidate => points[candidate]).OrderBy(same => same.Key))
                {
                    log.Eliminate([.. same], $"Has {same.Key} points, {(same.Key < mean ? "fewer than" : "as many as")} the mean.", null);
                }
            }

            if (log.Continuing is [var winner])
            {
                log.Elect(winner, left.Count == 1 ? "Nobody else stands." : "Nobody else is left.");
                isEnd = true;
            }

            log.End();
            if (isEnd)
            {
                break;
            }
        }

        return log.Conclude(first, pairwise);
    }
}
