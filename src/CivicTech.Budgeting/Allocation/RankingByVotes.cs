using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;

namespace CivicTech.Budgeting.Allocation;

/// <summary>Orders candidates by how many voters name them, the most first.</summary>
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
        return Ranking.ByHighest(profile.CountVoters());
    }
}
