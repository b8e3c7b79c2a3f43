using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Budgeting.Elections;

namespace CivicTech.Budgeting.Allocation;

/// <summary>Orders candidates by how many voters name them, the most first; where ballots are for some and against others, by how many are for them.</summary>
public sealed class RankingByVotes : IRankingRule
{
    /// <summary>The id of this version: <c>ranking-by-votes@1</c>.</summary>
    public const string RuleId = "ranking-by-votes@1";

    /// <inheritdoc />
    [JsonIgnore]
    public string Id => RuleId;

    /// <inheritdoc />
    public JsonObject DescribeOptions() => [];

    /// <inheritdoc />
    public Ranking Rank(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return Ranking.ByHighest(Supporters.Of(profile));
    }
}
