using System.Text.Json;
using System.Text.Json.Nodes;
using CivicTech.Ballots;

namespace CivicTech.Abstractions.Tests.Rules;

/// <summary>Ranks by how many voters name a candidate, as a host would write it.</summary>
internal sealed class ByDistrict(JsonElement options) : IRankingRule
{
    public const string RuleId = "isfahan/by-district@2";

    public string Id => RuleId;

    public static RuleDefinition Definition { get; } = Define(RuleId);

    public static RuleDefinition Define(string id) => new(id, typeof(IRankingRule), "Ranks by voters.", (options, _) => new ByDistrict(options));

    public JsonObject DescribeOptions() => JsonObject.Create(options)!;

    public Ranking Rank(Profile profile) => Ranking.ByHighest(profile.CountVoters());
}

/// <summary>A kind of rule that ranks nothing.</summary>
internal interface IOtherRule : IRule;

internal sealed class OtherRule : IOtherRule
{
    public string Id => "isfahan/other@1";

    public JsonObject DescribeOptions() => [];
}

internal sealed class Rules(params RuleDefinition[] rules) : IRuleSource
{
    IEnumerable<RuleDefinition> IRuleSource.Rules => rules;
}

/// <summary>A source that the container makes.</summary>
internal sealed class CityRules : IRuleSource
{
    IEnumerable<RuleDefinition> IRuleSource.Rules =>
    [
        ByDistrict.Definition,
        new("isfahan/other@1", typeof(IOtherRule), "Ranks nothing.", (_, _) => new OtherRule()),
    ];
}
