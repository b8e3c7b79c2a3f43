using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>
/// Warren's single transferable vote: an elected candidate keeps the same amount k of every vote that reaches it, or all that is left of it, and
/// the rest goes on. Each candidate has a price, and every supporter pays the same.
/// </summary>
/// <remarks>
/// <para>A rank with several candidates is an overvote.</para>
/// <para>Source: C. H. E. Warren, Counting in STV elections, Voting matters 1 (1994) 12-13.</para>
/// </remarks>
public sealed class WarrenStv : IteratedStv
{
    /// <summary>The id of this version: <c>warren-stv@1</c>.</summary>
    public const string RuleId = "warren-stv@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, IteratedOptionsContext.Default.WarrenStv);

    private protected override bool KeepsAmounts => true;
}
