using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>Schulze (beat path): one candidate stands above another when its strongest path of victories to it is stronger than any way back.</summary>
/// <remarks>
/// <para>Formula: a path is as strong as its weakest victory; P(a, b) is the strength of the strongest path from a to b. a stands above b
/// when P(a, b) &gt; P(b, a); this relation has no cycles. First are those above whom nobody stands; behind them those above whom nobody
/// stands who is left, and so on. O(m³) behind the comparisons.</para>
/// <para>Source: M. Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method
/// (Social Choice and Welfare 36, 2011).</para>
/// </remarks>
public sealed class Schulze : OrderingRule
{
    /// <summary>The id of this version: <c>schulze@1</c>.</summary>
    public const string RuleId = "schulze@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    /// <summary>How strong a victory is. <see cref="PairStrength.WinningVotes"/>, as its author recommends, unless said otherwise.</summary>
    public PairStrength Strength { get; init; } = PairStrength.WinningVotes;

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, PairwiseOptionsContext.Default.Schulze);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation)
    {
        var pairwise = Majorities.Count(profile, Id);
        var count = profile.Candidates.Count;
        var paths = new StrongestPaths(Victories.Of(pairwise, Strength), count, cancellation);
        return new CandidateOrder
        {
            Groups = Layers.Of(count, (candidate, other) => candidate != other && paths[candidate, other] > paths[other, candidate]),
            Pairwise = pairwise,
        };
    }
}
