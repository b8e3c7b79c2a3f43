using System.Text.Json;
using CivicTech.Ballots;

namespace CivicTech.Abstractions.Tests.Rules;

public sealed class RuleRegistryTests
{
    private static readonly RuleRegistry Registry = new(new CityRules());

    [Fact]
    public void All_SeveralSources_IsOrderedById()
    {
        var registry = new RuleRegistry(
            new Rules(ByDistrict.Define("b/b@2"), ByDistrict.Define("b/b@10")),
            new Rules(),
            new Rules(ByDistrict.Define("a/z@1"), ByDistrict.Define("b/b-c@1")));

        Assert.Equal(["a/z@1", "b/b-c@1", "b/b@10", "b/b@2"], registry.All.Select(rule => rule.Id));
        Assert.All(registry.All, rule => Assert.Same(rule, registry[rule.Id]));
        Assert.Empty(new RuleRegistry().All);
    }

    [Fact]
    public void Registry_IdTwice_IsRefusedByName()
    {
        var refused = Assert.Throws<ArgumentException>(() => new RuleRegistry(new CityRules(), new Rules(ByDistrict.Define(ByDistrict.RuleId))));

        Assert.Contains("'isfahan/by-district@2'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_FactoryThatReadsOptionsPlainly_RefusesWrongOnesAsArguments()
    {
        var registry = new RuleRegistry(new Rules(
            new RuleDefinition("a/missing@1", typeof(IRule), "Reads a member.", (options, _) => throw new FormatException(options.GetProperty("seats").GetRawText())),
            new RuleDefinition("a/wrong@1", typeof(IRule), "Reads a date.", (options, _) => throw new FormatException("no date"))));

        Assert.Throws<ArgumentException>(() => registry.Create<IRule>("a/missing@1"));
        Assert.Contains("no date", Assert.Throws<ArgumentException>(() => registry.Create<IRule>("a/wrong@1")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Registry_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new RuleRegistry((IEnumerable<IRuleSource>)null!));
        Assert.Throws<ArgumentNullException>(() => Registry[null!]);
        Assert.Throws<ArgumentNullException>(() => Registry.Create<IRankingRule>(null!));
        Assert.Throws<ArgumentNullException>(() => Registry.Create<IRankingRule>(null!, "{}"));
        Assert.Throws<ArgumentNullException>(() => Registry.Create<IRankingRule>(ByDistrict.RuleId, null!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("isfahan/by-district@1")]
    [InlineData("isfahan/by-district")]
    [InlineData("Isfahan/by-district@2")]
    public void Item_UnknownId_NamesThoseThereAre(string id)
    {
        foreach (var look in new Action[] { () => _ = Registry[id], () => Registry.Create<IRankingRule>(id), () => Registry.Create<IRankingRule>(id, "{}") })
        {
            Assert.Contains(
                $"There is no rule '{id}'; there are: isfahan/by-district@2, isfahan/other@1.",
                Assert.Throws<ArgumentException>(look).Message,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Create_Rule_RanksAProfile()
    {
        var builder = new ApprovalProfileBuilder(new CandidateList("a", "b", "c"));
        builder.Add([1], 3);
        builder.Add([0, 2], 2);

        var ranking = Registry.Create<IRankingRule>(ByDistrict.RuleId).Rank(builder.Build());

        Assert.Equal(["1", "02"], ranking.Groups.Select(group => string.Concat(group)));
        Assert.IsType<ByDistrict>(Registry.Create<IRule>(ByDistrict.RuleId));
        Assert.IsType<OtherRule>(Registry.Create<IOtherRule>("isfahan/other@1"));
    }

    [Fact]
    public void Create_WrongKind_IsRefusedNamingBoth()
    {
        var refused = Assert.Throws<ArgumentException>(() => Registry.Create<IRankingRule>("isfahan/other@1"));

        Assert.Contains("'isfahan/other@1' is of the kind IOtherRule; expected one of the kind IRankingRule.", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Registry.Create<ByDistrict>(ByDistrict.RuleId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"a\":}")]
    [InlineData("{} {}")]
    [InlineData("limit=1")]
    public void Create_OptionsNoJson_AreRefused(string options)
    {
        var refused = Assert.Throws<ArgumentException>(() => Registry.Create<IRankingRule>(ByDistrict.RuleId, options));

        Assert.Contains("The options of 'isfahan/by-district@2' are not JSON", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("\"{}\"")]
    [InlineData("true")]
    public void Create_OptionsNoObject_AreRefused(string options)
    {
        var refused = Assert.Throws<ArgumentException>(() => Registry.Create<IRankingRule>(ByDistrict.RuleId, options));

        Assert.Contains("The options of 'isfahan/by-district@2' are not a JSON object.", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Registry.Create<IRankingRule>(ByDistrict.RuleId, JsonElement.Parse(options)));
    }

    [Fact]
    public void Create_NoElement_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Registry.Create<IRankingRule>(ByDistrict.RuleId, default(JsonElement)));

    [Fact]
    public void Create_OptionsMemberTwice_AreRefused()
    {
        // Which of the two counts would depend on how a rule reads its options.
        var refused = Assert.Throws<ArgumentException>(() => Registry.Create<IRankingRule>(ByDistrict.RuleId, """{"limit":1,"limit":2}"""));

        Assert.Contains("'isfahan/by-district@2'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_WrongOptions_SaysWhereAndWhy()
    {
        var registry = new RuleRegistry(new Rules(
            Define("a/json@1", (options, _) => throw new JsonException("'limit' must be a number.")),
            Define("a/argument@1", (_, _) => throw new ArgumentException("The limit is negative."))));

        Assert.Contains("The options of 'a/json@1' are wrong: 'limit' must be a number.", Refused("a/json@1", "{}"), StringComparison.Ordinal);
        Assert.Contains("The limit is negative.", Refused("a/argument@1", "{}"), StringComparison.Ordinal);

        string Refused(string id, string options) => Assert.ThrowsAny<ArgumentException>(() => registry.Create<IRankingRule>(id, options)).Message;
    }

    [Fact]
    public void Create_RuleThatKeepsItsOptions_ReadsThemLater()
    {
        var rule = Registry.Create<IRankingRule>(ByDistrict.RuleId, """{"limit":5}""");

        Assert.Equal("""{"limit":5}""", rule.DescribeOptions().ToJsonString());
        Assert.Equal("{}", Registry.Create<IRankingRule>(ByDistrict.RuleId).DescribeOptions().ToJsonString());
    }

    [Fact]
    public void Create_RuleMadeOfAnotherKindThanDefined_IsTheDefinitionsFault()
    {
        var registry = new RuleRegistry(new Rules(Define("a/other@1", (_, _) => new OtherRule()), Define("a/nothing@1", (_, _) => null!)));

        Assert.Contains("'a/other@1' was defined as IRankingRule but made OtherRule.", Fault("a/other@1"), StringComparison.Ordinal);
        Assert.Contains("'a/nothing@1' was defined as IRankingRule but made nothing.", Fault("a/nothing@1"), StringComparison.Ordinal);

        string Fault(string id) => Assert.Throws<InvalidOperationException>(() => registry.Create<IRankingRule>(id)).Message;
    }

    [Fact]
    public void Create_RuleOfAnotherRule_GetsTheRegistry()
    {
        var registry = new RuleRegistry(new CityRules(), new Rules(Define("a/outer@1", (options, rules) =>
            rules.Create<IRankingRule>(options.GetProperty("inner").GetString()!, options.GetProperty("options")))));

        var rule = registry.Create<IRankingRule>("a/outer@1", """{"inner":"isfahan/by-district@2","options":{"x":1}}""");

        Assert.Equal("""{"x":1}""", rule.DescribeOptions().ToJsonString());
        Assert.Contains(
            "There is no rule 'x'",
            Assert.Throws<ArgumentException>(() => registry.Create<IRankingRule>("a/outer@1", """{"inner":"x","options":{}}""")).Message,
            StringComparison.Ordinal);
    }

    private static RuleDefinition Define(string id, Func<JsonElement, RuleRegistry, IRule> create) => new(id, typeof(IRankingRule), "Summary.", create);
}
