using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>Split Cycle: in each cycle of victories those with the smallest margin count for nothing; whom nobody defeats then wins.</summary>
/// <remarks>
/// <para>Formula: a defeats b when a beats b, and the margin is greater than the smallest margin of every path of victories from b back to a.
/// This relation has no cycles. First are those whom nobody defeats; behind them those whom nobody defeats who is left, and so on. Equal
/// margins need no tie-break: where several victories of a cycle share the smallest margin, none of them counts. So there may be several
/// winners. O(m³) behind the comparisons.</para>
/// <para>Source: W. H. Holliday, E. Pacuit, Split Cycle: a new Condorcet-consistent voting method independent of clones and immune to spoilers
/// (Public Choice 197, 2023). The ordering behind the winners is ours.</para>
/// </remarks>
public sealed class SplitCycle : OrderingRule
{
    /// <summary>The id of this version: <c>split-cycle@1</c>.</summary>
    public const string RuleId = "split-cycle@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, PairwiseOptionsContext.Default.SplitCycle);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation)
    {
        var pairwise = Majorities.Count(profile, Id);
        var count = profile.Candidates.Count;
        var victories = Victories.Of(pairwise, PairStrength.Margins);
        var paths = new StrongestPaths(victories, count, cancellation);
        return new CandidateOrder
        {
            // A path as strong as the victory makes it the smallest, or one of the smallest, of a cycle.
            Groups = Layers.Of(count, (candidate, other) => victories[candidate, other] > 0 && victories[candidate, other] > paths[other, candidate]),
            Pairwise = pairwise,
        };
    }
}
