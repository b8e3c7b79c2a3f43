using System.Text.Json.Nodes;
using CivicTech.Budgeting.Allocation;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Budgeting;

public sealed class RuleOptionsTests
{
    private static readonly RuleRegistry Registry = new(new BudgetingRules());

    public static TheoryData<string> EveryRow => [.. RuleTable.All.Select(rule => rule.Name)];

    public static TheoryData<string> EveryChain =>
    [
        """["listed-order"]""", """["identifier"]""", """["refuse"]""", """["all-outcomes"]""", """["all-outcomes:7"]""",
        """["highest-votes","lowest-cost","lot:a:b \u0026 c"]""", """["lowest-cost","refuse"]""", """["highest-points","all-outcomes:1"]""",
    ];

    [Theory]
    [MemberData(nameof(EveryRow))]
    public void Create_FromDescribedOptions_IsTheSameRule(string row)
    {
        var rule = RuleTable.All.Single(lawful => lawful.Name == row).Make(["p0", "p1", "p2", "p3"]);
        var document = rule.DescribeOptions().ToJsonString();
        var again = Registry.Create<IAllocationRule>(rule.Id, document);
        Assert.Equal(rule.GetType(), again.GetType());
        Assert.Equal(document, again.DescribeOptions().ToJsonString());
    }

    [Theory]
    [MemberData(nameof(EveryChain))]
    public void Create_TieChain_RoundTrips(string chain)
    {
        var rule = (Greedy)Registry.Create<IAllocationRule>("greedy@1", $$"""{"ties": {{chain}}}""");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(chain), rule.DescribeOptions()["ties"]));
    }

    [Fact]
    public void DescribeOptions_Defaults_AreAllExplicit() => Assert.Equal(
        """
        {"order":"votes","utility":"cost","minimumScore":null,"counts":"ballots","limits":{"onMisfit":"skip","overshootFrom":null,"maxWinners":null,"withdrawn":[],"exclusive":[],"groupBudgets":[],"leftoverIgnoresGroups":false},"ties":["listed-order"]}
        """,
        new Greedy().DescribeOptions().ToJsonString());

    [Fact]
    public void Create_EmptyOptions_IsTheDefaultRule()
    {
        Assert.Equal(new Greedy().DescribeOptions().ToJsonString(), Registry.Create<IAllocationRule>("greedy@1").DescribeOptions().ToJsonString());
        Assert.IsType<RankingByVotes>(Registry.Create<IRankingRule>("ranking-by-votes@1"));
    }

    [Fact]
    public void Create_Amounts_AreReadExactlyFromTextsAndNumbers()
    {
        var rule = (Greedy)Registry.Create<IAllocationRule>("greedy@1", """{"minimumScore": 0.1, "limits": {"overshootFrom": "4/5"}}""");
        Assert.Equal(new Rational(1, 10), rule.MinimumScore);
        Assert.Equal(new Rational(4, 5), rule.Limits.OvershootFrom);
        Assert.Equal("0.1", rule.DescribeOptions()["minimumScore"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"budget": 3}""", "budget")]
    [InlineData("""{"limits": {"maxWinner": 3}}""", "maxWinner")]
    [InlineData("""{"order": "cheapest"}""", "order")]
    [InlineData("""{"order": 1}""", "order")]
    [InlineData("""{"limits": {"onMisfit": 17}}""", "onMisfit")]
    [InlineData("""{"limits": {"maxWinners": -1}}""", "MaxWinners")]
    [InlineData("""{"limits": {"maxWinners": 1.5}}""", "maxWinners")]
    [InlineData("""{"limits": {"overshootFrom": "0"}}""", "OvershootFrom")]
    [InlineData("""{"limits": {"overshootFrom": "4:5"}}""", "overshootFrom")]
    [InlineData("""{"limits": null}""", "limits")]
    [InlineData("""{"limits": {"withdrawn": null}}""", "withdrawn")]
    [InlineData("""{"limits": {"groupBudgets": [{"by": "district"}]}}""", "limits")]
    [InlineData("""{"limits": {"groupBudgets": [{"by": "district", "limits": {"north": "-1"}}]}}""", "north")]
    [InlineData("""{"limits": {"groupBudgets": [{"by": "", "limits": {}}]}}""", "by")]
    [InlineData("""{"ties": ["coin"]}""", "coin")]
    [InlineData("""{"ties": ["listed-order", "identifier"]}""", "identifier")]
    [InlineData("""{"ties": ["refuse", "identifier"]}""", "refuse")]
    [InlineData("""{"ties": ["all-outcomes:0"]}""", "all-outcomes:0")]
    [InlineData("""{"ties": "listed-order"}""", "tie keys")]
    [InlineData("""{"order": "votes", "order": "points"}""", "order")]
    [InlineData("""{"limits": {"maxWinners": 1, "maxWinners": 2}}""", "maxWinners")]
    [InlineData("""{"limits": {"groupBudgets": [{"by": "d", "limits": {"north": "1", "north": "2"}}]}}""", "Duplicate")]
    [InlineData("""[]""", "JSON object")]
    [InlineData("""{""", "not JSON")]
    public void Create_WrongOptions_AreRefusedByName(string document, string named)
    {
        var exception = Assert.Throws<ArgumentException>(() => Registry.Create<IAllocationRule>("greedy@1", document));
        Assert.Contains(named, exception.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Create_EmptyTieChain_RefusesTies() =>
        Assert.Equal(TieChain.Refuse, ((Greedy)Registry.Create<IAllocationRule>("greedy@1", """{"ties": []}""")).Ties);

    [Theory]
    [InlineData("""{}""", "ranking")]
    [InlineData("""{"ranking": {}}""", "ranking")]
    [InlineData("""{"ranking": {"rule": "greedy@1"}}""", "greedy@1")]
    [InlineData("""{"ranking": {"rule": "nobody@1"}}""", "nobody@1")]
    [InlineData("""{"ranking": {"rule": "ranking-by-votes@1", "options": {"x": 1}}}""", "x")]
    [InlineData("""{"ranking": {"rule": "ranking-by-votes@1", "option": {}}}""", "option")]
    public void Create_FundInOrderWithoutARanking_IsRefused(string document, string named)
    {
        var exception = Assert.Throws<ArgumentException>(() => Registry.Create<IAllocationRule>("fund-in-order@1", document));
        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_UnknownRule_NamesThoseThereAre()
    {
        var exception = Assert.Throws<ArgumentException>(() => Registry.Create<IAllocationRule>("greedy@2"));
        Assert.Contains("fund-in-order@1, greedy@1, maximin-support@1, phragmen@1, ranking-by-votes@1", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"limits": {"groupBudgets": [null]}}""")]
    [InlineData("""{"limits": {"withdrawn": [null]}}""")]
    [InlineData("""{"limits": {"exclusive": [["a", null]]}}""")]
    public void Create_ListWithAnEmptyItem_IsRefused(string options) =>
        Assert.Throws<ArgumentException>(() => new RuleRegistry(new BudgetingRules()).Create<IAllocationRule>("greedy@1", options));

    [Fact]
    public void Create_OptionsLeftOut_AreThoseOfANewRule()
    {
        foreach (var fresh in new IRule[] { new Greedy(), new MaximinSupport(), new Phragmen(), new EqualShares(), new RankingByVotes() })
        {
            Assert.Equal(fresh.DescribeOptions().ToJsonString(), Registry.Create<IRule>(fresh.Id).DescribeOptions().ToJsonString());
        }

        var nested = (EqualShares)Registry.Create<IAllocationRule>(EqualShares.RuleId, """{"addOne": {"start": "fractional", "stopWhenExhaustive": true, "increment": "1"}}""");
        Assert.Equal(Overshoot.StepBefore, nested.AddOne!.OnOvershoot);
        var limits = Registry.Create<IAllocationRule>(Greedy.RuleId, """{"limits": {}}""");
        Assert.Equal(new Greedy().DescribeOptions().ToJsonString(), limits.DescribeOptions().ToJsonString());
    }
}
