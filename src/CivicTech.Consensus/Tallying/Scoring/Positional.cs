using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>Given points for each position: song contests, championships, veto.</summary>
/// <remarks>
/// Positions behind the last given one are worth nothing. Those at one rank share the points of the positions that they take together; skipped
/// ranks mean nothing. Figure: <c>points</c>. O(entries) for ballots that are not completed by <see cref="UnrankedPoints.Average"/>.
/// </remarks>
public sealed class Positional : OrderingRule
{
    /// <summary>The id of this version: <c>positional@1</c>.</summary>
    public const string RuleId = "positional@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    /// <summary>The points of the first position, the second, and so on: none is negative, none higher than the one before it.</summary>
    /// <exception cref="ArgumentException">There are none, or they rise, or one is negative.</exception>
    [JsonRequired]
    public required ImmutableArray<Rational> Points
    {
        get;
        init => field = !value.IsDefaultOrEmpty && value[^1].Sign >= 0 && value.Zip(value.Skip(1)).All(pair => pair.First >= pair.Second)
            ? value
            : throw new ArgumentException("Points of positions must not be negative and must not rise from a position to the next, and there must be some.");
    }

    /// <summary>What the unranked get.</summary>
    public UnrankedPoints Unranked { get; init; } = UnrankedPoints.Zero;

    private protected override IReadOnlyCollection<string> FigureNames => ["points"];

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, ScoringOptionsContext.Default.Positional);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation) =>
        PositionalPoints.Order(profile, _ => Points, Unranked, cancellation);
}
