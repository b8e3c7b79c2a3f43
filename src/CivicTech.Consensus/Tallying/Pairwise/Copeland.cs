using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>Copeland: candidates are ordered by how many others they beat.</summary>
/// <remarks>
/// <para>Formula: score(c) = the number of candidates that c beats + <see cref="TieValue"/> times the number of those it ties with. O(m²)
/// behind the comparisons. It elects from the Smith set, and is often tied.</para>
/// <para>Source: A. H. Copeland, A "reasonable" social welfare function (1951); with other values for a tie (Copeland^α, Llull's rule is 1):
/// P. Faliszewski, E. Hemaspaandra, L. Hemaspaandra, J. Rothe, Llull and Copeland voting computationally resist bribery and constructive
/// control (JAIR 2009).</para>
/// </remarks>
public sealed class Copeland : OrderingRule
{
    /// <summary>The id of this version: <c>copeland@1</c>.</summary>
    public const string RuleId = "copeland@1";

    private const string Score = "copeland";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    /// <summary>What a tied comparison counts, where a victory counts 1: from 0 to 1. One half unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 0 or above 1.</exception>
    public Rational TieValue
    {
        get;
        init => field = value.Sign >= 0 && value <= Rational.One
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A tie counts from 0 to 1.");
    } = new(1, 2);

    private protected override IReadOnlyCollection<string> FigureNames => [Score];

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, PairwiseOptionsContext.Default.Copeland);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation)
    {
        var pairwise = Majorities.Count(profile, Id);
        var scores = new Rational[profile.Candidates.Count];
        for (var candidate = 0; candidate < scores.Length; candidate++)
        {
            var (wins, ties) = (0, -1);
            for (var other = 0; other < scores.Length; other++)
            {
                var margin = pairwise.Margin(candidate, other);
                wins += margin > 0 ? 1 : 0;
                ties += margin == 0 ? 1 : 0;
            }

            scores[candidate] = wins + (ties * TieValue);
        }

        return new CandidateOrder { Groups = CandidateOrder.ByHighest(scores), Figures = [new(Score, [.. scores])], Pairwise = pairwise };
    }
}
