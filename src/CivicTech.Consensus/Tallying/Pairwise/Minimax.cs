using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>Minimax (Simpson, Kramer): candidates are ordered by their worst comparison, the least bad first.</summary>
/// <remarks>
/// <para>Formula: score(c) = the maximum over all others d of how bad the comparison with d is for c, see <see cref="Score"/>; the lowest score
/// wins. O(m²) behind the comparisons.</para>
/// <para>Source: P. B. Simpson, On defining areas of voter choice (Quarterly Journal of Economics 1969); G. H. Kramer, A dynamical model of
/// political equilibrium (Journal of Economic Theory 1977).</para>
/// </remarks>
public sealed class Minimax : OrderingRule
{
    /// <summary>The id of this version: <c>minimax@1</c>.</summary>
    public const string RuleId = "minimax@1";

    private const string Worst = "worst-comparison";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    /// <summary>How bad a comparison is. <see cref="MinimaxScore.Margins"/> unless said otherwise.</summary>
    public MinimaxScore Score { get; init; } = MinimaxScore.Margins;

    private protected override IReadOnlyCollection<string> FigureNames => [Worst];

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, PairwiseOptionsContext.Default.Minimax);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation)
    {
        var pairwise = Majorities.Count(profile, Id);
        var scores = new Rational[profile.Candidates.Count];
        for (var candidate = 0; candidate < scores.Length; candidate++)
        {
            long? worst = null;
            for (var other = 0; other < scores.Length; other++)
            {
                if (other != candidate)
                {
                    worst = Math.Max(worst ?? long.MinValue, Badness(pairwise, candidate, other));
                }
            }

            // Who stands alone has no comparison.
            scores[candidate] = worst ?? 0;
        }

        return new CandidateOrder
        {
            Groups = CandidateOrder.ByHighest([.. scores.Select(score => -score)]),
            Figures = [new(Worst, [.. scores])],
            Pairwise = pairwise,
        };
    }

    private long Badness(PairwiseMatrix pairwise, int candidate, int other) => Score switch
    {
        MinimaxScore.Margins => pairwise.Margin(other, candidate),
        MinimaxScore.WinningVotes => pairwise.Beats(other, candidate) ? pairwise[other, candidate] : 0,
        _ => pairwise[other, candidate],
    };
}
