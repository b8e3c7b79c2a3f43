using System.Text.Json.Nodes;
using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Ties;

namespace CivicTech.Tests.Budgeting;

public sealed class FundInOrderTests
{
    [Fact]
    public void Allocate_RankingByVotes_IsGreedyByVotes()
    {
        foreach (var kind in new[] { ProfileKind.Approval, ProfileKind.Ordinal, ProfileKind.Cardinal })
        {
            for (var n = 0; n < 200; n++)
            {
                var election = RandomElections.Make(kind, n).Build();
                FundingLimits limits = new() { OnMisfit = n % 2 == 0 ? Misfit.Skip : Misfit.Stop, MaxWinners = n % 3 == 0 ? 2 : null };
                var ties = n % 5 == 0 ? TieChain.AllOutcomes : n % 5 == 1 ? TieChain.Refuse : TieChain.Identifier;
                var greedy = new Greedy { Limits = limits, Ties = ties }.Allocate(election);
                var inOrder = new FundInOrder(new RankingByVotes()) { Limits = limits, Ties = ties }.Allocate(election);
                Assert.Equal(greedy.Projects.Select(result => result.ToString()), inOrder.Projects.Select(result => result.ToString()));
                Assert.Equal(greedy.Ties.AsEnumerable(), inOrder.Ties);
                Assert.Equal(Made.Funded(greedy), Made.Funded(inOrder));
            }
        }
    }

    [Fact]
    public void Allocate_HostsOwnRankingWithTies_BreaksThemByTheChain()
    {
        var election = Made.Approval(3, "A:2 B:2 C:1", "9*A", "1*B", "5*C");
        var rule = new FundInOrder(new JuryList([2], [0, 1])) { Ties = TieChain.By(TieKey.Lowest("votes"), TieKey.ListedOrder) };
        var allocation = rule.Allocate(election);
        Assert.Equal("C B", Made.Funded(allocation));
        var tie = Assert.Single(allocation.Ties);
        Assert.Equal(["A", "B"], tie.Tied.AsEnumerable());
        Assert.Equal(["B", "A"], tie.Order.AsEnumerable());
        Assert.Equal([TieKey.Lowest("votes")], tie.BrokenBy.AsEnumerable());
        Assert.True(tie.Matters);
        Assert.Equal(2, tie.Round);
    }

    [Fact]
    public void Allocate_RankingOfTooFewProjects_IsRefused()
    {
        var exception = Assert.Throws<ArgumentException>(() => new FundInOrder(new JuryList([0])).Allocate(Made.Approval(3, "A:2 B:2", "A")));
        Assert.Contains("'springfield/jury@1' ranked 1 of 2 projects", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_HostsOwnRanking_ComesFromTheRegistry()
    {
        var registry = new RuleRegistry(new BudgetingRules(), new JuryRules());
        var rule = new FundInOrder(new JuryList([1], [0]));
        var again = registry.Create<IAllocationRule>(FundInOrder.RuleId, rule.DescribeOptions().ToJsonString());
        var election = Made.Approval(2, "A:2 B:2", "9*A", "1*B");
        Assert.Equal("B", Made.Funded(again, election));
        Assert.True(AllocationReceipt.Verify(rule.Allocate(election).Receipt, election, registry).Holds);
    }

    private sealed class JuryList(params int[][] groups) : IRankingRule
    {
        public string Id => "springfield/jury@1";

        public Ranking Rank(Profile profile) => new(groups);

        public JsonObject DescribeOptions() =>
            new() { ["groups"] = new JsonArray([.. groups.Select(group => new JsonArray([.. group.Select(index => JsonValue.Create(index))]))]) };
    }

    private sealed class JuryRules : IRuleSource
    {
        public IEnumerable<RuleDefinition> Rules =>
        [
            new("springfield/jury@1", typeof(IRankingRule), "The list of a jury.", (options, _) => new JuryList(
                [.. options.GetProperty("groups").EnumerateArray().Select(group => group.EnumerateArray().Select(index => index.GetInt32()).ToArray())])),
        ];
    }
}
