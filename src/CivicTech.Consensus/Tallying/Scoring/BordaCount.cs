using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>Each position gives one point less than the one before it; who has the most points wins.</summary>
/// <remarks>
/// <para>Formula: with m candidates position p gives m - p points; those at one rank share the points of the positions that they take together.
/// Skipped ranks mean nothing. <see cref="Unranked"/> says what a short ballot gives. Figure: <c>points</c>.</para>
/// <para>O(entries), with shared points of the unranked O(d m) for d distinct ballots.</para>
/// <para>Source: J.-C. de Borda, "Mémoire sur les élections au scrutin" (1781); shared points: D. Black, "The Theory of Committees and
/// Elections" (1958).</para>
/// </remarks>
public sealed class BordaCount : OrderingRule
{
    /// <summary>The id of this version: <c>borda@1</c>.</summary>
    public const string RuleId = "borda@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    /// <summary>What a ballot gives that does not rank everybody.</summary>
    public BordaUnranked Unranked { get; init; } = BordaUnranked.Average;

    private protected override IReadOnlyCollection<string> FigureNames => ["points"];

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, ScoringOptionsContext.Default.BordaCount);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation)
    {
        var candidates = profile.Candidates.Count;
        return PositionalPoints.Order(
            profile,
            ranked => [.. Enumerable.Range(1, candidates).Select(position => (Rational)(Unranked == BordaUnranked.Modified ? Math.Max(0, ranked - position + 1) : candidates - position))],
            Unranked == BordaUnranked.Average ? UnrankedPoints.Average : UnrankedPoints.Zero,
            cancellation);
    }
}
