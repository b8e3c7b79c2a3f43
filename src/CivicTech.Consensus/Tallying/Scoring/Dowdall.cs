using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>The first position gives 1 point, the second 1/2, the third 1/3: who has the most points wins, as in Nauru.</summary>
/// <remarks>
/// <para>Those at one rank share the points of the positions that they take together; skipped ranks mean nothing. Sums are exact fractions
/// (Nauru's count rounds to three decimals). Figure: <c>points</c>. O(entries) for ballots that are not completed by
/// <see cref="UnrankedPoints.Average"/>.</para>
/// <para>Source: J. Fraenkel and B. Grofman, "The Borda Count and its real-world alternatives", Australian Journal of Political Science 49
/// (2014).</para>
/// </remarks>
public sealed class Dowdall : OrderingRule
{
    /// <summary>The id of this version: <c>dowdall@1</c>.</summary>
    public const string RuleId = "dowdall@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    /// <summary>What the unranked get.</summary>
    public UnrankedPoints Unranked { get; init; } = UnrankedPoints.Zero;

    private protected override IReadOnlyCollection<string> FigureNames => ["points"];

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, ScoringOptionsContext.Default.Dowdall);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation) => PositionalPoints.Order(
        profile, _ => [.. Enumerable.Range(1, profile.Candidates.Count).Select(position => new Rational(1, position))], Unranked, cancellation);
}
