using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Consensus.Tallying.Pairwise;

namespace CivicTech.Consensus.Tallying.Elimination;

/// <summary>Smith//IRV: everybody outside the Smith set goes out at once; then whoever has the fewest votes, until one is left.</summary>
/// <remarks>
/// <para>Votes are first preferences among those who still count; a rank that several share is shared equally among those of them who still
/// count. Candidates who are tied with the fewest votes go out together when they together have fewer than anybody else: then their order
/// could not matter. O(r e + m²) for r rounds and e entries.</para>
/// <para>Source: J. Green-Armytage, Four Condorcet-Hare hybrid methods for single-winner elections (Voting matters 29, 2011). The ordering of
/// those outside is ours: by the Smith set of the rest, and so on.</para>
/// </remarks>
public sealed class SmithIrv : OrderingRule
{
    /// <summary>The id of this version: <c>smith-irv@1</c>.</summary>
    public const string RuleId = "smith-irv@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    private protected override IReadOnlyCollection<string> FigureNames => [VoteRounds.Figure];

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, EliminationOptionsContext.Default.SmithIrv);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation)
    {
        var rounds = new VoteRounds(new RankedBallots(profile, Id));
        var pairwise = Majorities.Count(profile, Id);
        var layers = Majorities.SmithLayers(pairwise);
        if (layers.Count > 1)
        {
            rounds.Count();
            rounds.Eliminate(layers.Skip(1).Reverse(), "Is outside the Smith set.");
        }

        if (layers is not ([[_], _, ..]))
        {
            SingleWinner.Run(rounds, () => null, () => SingleWinner.Lowest(rounds, judge, _ => true), cancellation);
        }

        return rounds.Conclude(pairwise);
    }
}
