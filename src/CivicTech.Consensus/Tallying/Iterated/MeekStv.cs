using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>
/// Meek's single transferable vote: an elected candidate keeps the part k of whatever reaches it of a ballot, and the part 1 - k goes on to the
/// next candidate.
/// </summary>
/// <remarks>
/// <para>Proportional for solid coalitions: whoever has more than m quotas of voters behind a set of candidates gets m of them, as far as there
/// are so many. Fails monotonicity. <see cref="MeekRules"/> has the options of statutes and reference rules.</para>
/// <para>Source: B. L. Meek, Une nouvelle approche du scrutin transférable, Mathématiques et sciences humaines 25 and 29 (1969, 1970);
/// I. D. Hill, B. A. Wichmann, D. R. Woodall, Algorithm 123, The Computer Journal 30 (1987) 277-281.</para>
/// </remarks>
public sealed class MeekStv : IteratedStv
{
    /// <summary>The id of this version: <c>meek-stv@1</c>.</summary>
    public const string RuleId = "meek-stv@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    /// <summary>What a rank with several candidates means.</summary>
    public EqualRanks EqualRanks { get; init; }

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, IteratedOptionsContext.Default.MeekStv);

    private protected override EqualRanks Equality => EqualRanks;
}
