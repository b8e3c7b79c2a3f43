namespace CivicTech.Abstractions.Tests.Rules;

public sealed class RuleDefinitionTests
{
    [Theory]
    [InlineData("isfahan/by-district@2")]
    [InlineData("a/b@1")]
    [InlineData("0/1@9")]
    [InlineData("city-of-x/rule-7@999999")]
    [InlineData("a-/b--c-@10")]
    public void Id_OwnerNameVersion_IsTaken(string id)
    {
        var definition = ByDistrict.Define(id);

        Assert.Equal(id, definition.Id);
        Assert.Equal(typeof(IRankingRule), definition.RuleType);
        Assert.Equal("Ranks by voters.", definition.Summary);
        Assert.False(definition.IsBuiltIn);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("greedy@1")]
    [InlineData("isfahan/greedy")]
    [InlineData("isfahan/greedy@")]
    [InlineData("isfahan/greedy@0")]
    [InlineData("isfahan/greedy@01")]
    [InlineData("isfahan/greedy@1000000")]
    [InlineData("isfahan/greedy@-1")]
    [InlineData("isfahan/greedy@1.0")]
    [InlineData("isfahan/greedy@1 ")]
    [InlineData("isfahan/greedy@1\n")]
    [InlineData("isfahan/greedy@١")]
    [InlineData(" isfahan/greedy@1")]
    [InlineData("/greedy@1")]
    [InlineData("isfahan/@1")]
    [InlineData("-isfahan/greedy@1")]
    [InlineData("isfahan/-greedy@1")]
    [InlineData("Isfahan/greedy@1")]
    [InlineData("isfahan/Greedy@1")]
    [InlineData("łódź/greedy@1")]
    [InlineData("isfahan/sub/greedy@1")]
    [InlineData("isfahan/gre_edy@1")]
    [InlineData("isfahan/greedy@1@2")]
    public void Id_AnythingElse_IsRefusedByName(string? id)
    {
        var refused = Assert.Throws<ArgumentException>(() => ByDistrict.Define(id!));

        Assert.Contains($"'{id}' cannot name a rule: expected OWNER/NAME@VERSION", refused.Message, StringComparison.Ordinal);
        Assert.Equal("id", refused.ParamName);
    }

    [Fact]
    public void Id_WithoutOwner_IsForThePackages()
    {
        Assert.True(new RuleDefinition("greedy@1", typeof(IRankingRule), "s", (_, _) => new OtherRule(), isBuiltIn: true).IsBuiltIn);
        Assert.Throws<ArgumentException>(() => new RuleDefinition("isfahan/greedy@1", typeof(IRankingRule), "s", (_, _) => new OtherRule(), isBuiltIn: true));
    }

    [Fact]
    public void Definition_PartMissing_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new RuleDefinition("a/b@1", null!, "s", (_, _) => new OtherRule()));
        Assert.Throws<ArgumentNullException>(() => new RuleDefinition("a/b@1", typeof(IRankingRule), null!, (_, _) => new OtherRule()));
        Assert.Throws<ArgumentException>(() => new RuleDefinition("a/b@1", typeof(IRankingRule), "", (_, _) => new OtherRule()));
        Assert.Throws<ArgumentNullException>(() => new RuleDefinition("a/b@1", typeof(IRankingRule), "s", null!));
    }

    [Theory]
    [InlineData(typeof(string))]
    [InlineData(typeof(object))]
    [InlineData(typeof(Ranking))]
    public void RuleType_NoKindOfRule_IsRefused(Type type) =>
        Assert.Throws<ArgumentException>(() => new RuleDefinition("a/b@1", type, "s", (_, _) => new OtherRule()));
}
