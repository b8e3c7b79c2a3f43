using System.Text.Json.Nodes;
using CivicTech.Consensus;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Committees;
using CivicTech.Consensus.Tallying.Scoring;
using CivicTech.Consensus.Tallying.Seats;

namespace CivicTech.Tests.Consensus;

public sealed class ConsensusRulesTests
{
    private static readonly RuleRegistry Registry = new(new ConsensusRules());

    // Options without a default.
    private static readonly Dictionary<string, string> Needed = new()
    {
        [LimitedVoting.RuleId] = """{"marks": 2}""",
        [Positional.RuleId] = """{"points": ["2", "1"]}""",
    };

    public static TheoryData<string> Ids => [.. Registry.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Create_OptionsLeftOut_AreThoseOfANewRule(string id)
    {
        var rule = Registry.Create<IRule>(id, Needed.GetValueOrDefault(id, "{}"));

        if (!Needed.ContainsKey(id))
        {
            var fresh = (IRule)Activator.CreateInstance(rule.GetType())!;
            Assert.Equal(fresh.DescribeOptions().ToJsonString(), rule.DescribeOptions().ToJsonString());
        }

        Assert.Equal(id, rule.Id);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void DescribeOptions_ReadAgain_IsTheSame(string id)
    {
        var options = Registry.Create<IRule>(id, Needed.GetValueOrDefault(id, "{}")).DescribeOptions().ToJsonString();

        Assert.Equal(options, Registry.Create<IRule>(id, options).DescribeOptions().ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Create_UnknownOption_IsRefused(string id)
    {
        var options = (JsonObject)JsonNode.Parse(Needed.GetValueOrDefault(id, "{}"))!;
        options["nonsense"] = 1;

        var refused = Assert.Throws<ArgumentException>(() => Registry.Create<IRule>(id, options.ToJsonString()));

        Assert.Contains("nonsense", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_AsShipped_CountOrDivideSeats() =>
        Assert.All(Registry.All, rule => Assert.True(typeof(ITallyRule).IsAssignableFrom(rule.RuleType) || typeof(ISeatRule).IsAssignableFrom(rule.RuleType), rule.Id));
}
