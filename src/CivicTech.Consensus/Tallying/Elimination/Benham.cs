using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Consensus.Tallying.Pairwise;

namespace CivicTech.Consensus.Tallying.Elimination;

/// <summary>Benham: whoever has the fewest votes goes out, until one of those left beats every other one of them.</summary>
/// <remarks>
/// <para>Votes are first preferences among those who still count; a rank that several share is shared equally among those of them who still
/// count. Candidates who are tied with the fewest votes go out together when they together have fewer than anybody else and none of them
/// could win: then their order could not matter. O(r e + m³) for r rounds and e entries.</para>
/// <para>Source: J. Green-Armytage, Four Condorcet-Hare hybrid methods for single-winner elections (Voting matters 29, 2011). The ordering
/// behind the winner is ours: those left by their votes in the last round, then who went out last.</para>
/// </remarks>
public sealed class Benham : OrderingRule
{
    /// <summary>The id of this version: <c>benham@1</c>.</summary>
    public const string RuleId = "benham@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    private protected override IReadOnlyCollection<string> FigureNames => [VoteRounds.Figure];

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, EliminationOptionsContext.Default.Benham);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation)
    {
        var rounds = new VoteRounds(new RankedBallots(profile, Id));
        var pairwise = Majorities.Count(profile, Id);
        SingleWinner.Run(rounds, () => SingleWinner.BeatsAll(rounds, pairwise), () => SingleWinner.Lowest(rounds, judge, CannotWin), cancellation);
        return rounds.Conclude(pairwise);

        // While somebody who stays beats or ties with each of them, none of them can come to beat everybody.
        bool CannotWin(List<int> tied)
        {
            var others = rounds.Continuing.Except(tied);
            return tied.TrueForAll(candidate => others.Any(other => !pairwise.Beats(candidate, other)));
        }
    }
}
