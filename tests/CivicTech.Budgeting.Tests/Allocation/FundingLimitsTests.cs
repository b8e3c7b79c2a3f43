using System.Collections.Frozen;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Tests.Budgeting;

public sealed class FundingLimitsTests
{
    private static readonly Rational FourFifths = new(4, 5);

    // A before B before C before D.
    private static Election Falling(Rational budget, string projects) => Made.Approval(budget, projects, "1*A,B,C,D", "1*A,B,C", "1*A,B", "1*A");

    [Fact]
    public void Allocate_MinimumOfVotes_SetsAsideWhatHasFewer()
    {
        var allocation = new Greedy { MinimumScore = 3 }.Allocate(Falling(9, "A:1 B:1 C:1 D:1"));
        Made.ExpectFates(
            allocation,
            "A: funded in round 1.",
            "B: funded in round 2.",
            "C: below the minimum of 3 by 1.",
            "D: below the minimum of 3 by 2.");
    }

    [Fact]
    public void Allocate_MinimumWithPoints_ComparesPoints()
    {
        var election = Made.Cardinal(9, "A:1 B:1", 0, "3*A=1", "1*B=5");
        Assert.Equal("B", Made.Funded(new Greedy { Order = GreedyOrder.Points, MinimumScore = 4 }, election));
        Assert.Equal("", Made.Funded(new Greedy { Order = GreedyOrder.Votes, MinimumScore = 4 }, election));
        Assert.Equal("B", Made.Funded(new Greedy { Order = GreedyOrder.UtilityPerCost, Utility = Utility.Points, MinimumScore = 4 }, election));
        Assert.Equal("A", Made.Funded(new Greedy { Order = GreedyOrder.UtilityPerCost, Utility = Utility.Cardinality, MinimumScore = 2 }, election));
    }

    [Fact]
    public void Allocate_Stop_DoesNotReachWhatStandsBehindAMisfit()
    {
        var election = Falling(10, "A:6 B:5 C:4 D:1");
        Assert.Equal("A C", Made.Funded(new Greedy(), election));
        Made.ExpectFates(
            new Greedy { Limits = new() { OnMisfit = Misfit.Stop } }.Allocate(election),
            "A: funded in round 1.",
            "B: did not fit in round 2: 1 was missing.",
            "C: not reached: the rule stopped at B.",
            "D: not reached: the rule stopped at B.");
    }

    [Theory]
    [InlineData("5", "4", true)]
    [InlineData("5", "3.99", false)]
    [InlineData("5", "4.01", true)]
    [InlineData("5", "5", true)]
    public void Allocate_OvershootFromFourFifths_IsExactAtTheBoundary(string cost, string left, bool isFunded)
    {
        var rule = new Greedy { Limits = new() { OnMisfit = Misfit.Stop, OvershootFrom = FourFifths } };
        Assert.Equal(isFunded ? "A" : "", Made.Funded(rule, Made.Approval(Rational.Parse(left), $"A:{cost}", "A")));
    }

    [Fact]
    public void Allocate_Overshoot_HappensOnceThenStops()
    {
        var rule = new Greedy { Limits = new() { OvershootFrom = FourFifths } };
        var allocation = rule.Allocate(Falling(10, "A:6 B:5 C:1 D:0"));
        Made.ExpectFates(
            allocation,
            "A: funded in round 1.",
            "B: funded in round 2 although 1 was missing: the rule tolerates it once.",
            "C: not reached: the rule stopped at B.",
            "D: not reached: the rule stopped at B.");
        Assert.Equal(-1, allocation.Unspent);
        Assert.Equal(11, allocation.Cost);
    }

    [Fact]
    public void Allocate_OvershootNotReached_SkipsOrStopsAsToldOtherwise()
    {
        var election = Falling(10, "A:6 B:6 C:5 D:1");
        Assert.Equal("A C", Made.Funded(new Greedy { Limits = new() { OvershootFrom = FourFifths } }, election));
        Assert.Equal("A", Made.Funded(new Greedy { Limits = new() { OvershootFrom = FourFifths, OnMisfit = Misfit.Stop } }, election));
    }

    [Theory]
    [InlineData(0, "", "A: not reached: the rule funds 0 projects.")]
    [InlineData(1, "A", "A: funded in round 1.")]
    [InlineData(2, "A C", "A: funded in round 1.")]
    [InlineData(4, "A C D", "A: funded in round 1.")]
    public void Allocate_MaxWinners_FundsNoMore(int winners, string funded, string fateOfA)
    {
        var allocation = new Greedy { Limits = new() { MaxWinners = winners } }.Allocate(Falling(10, "A:5 B:9 C:2 D:1"));
        Assert.Equal(funded, Made.Funded(allocation));
        Assert.Equal(fateOfA, allocation["A"].ToString());
        if (winners == 1)
        {
            Assert.Equal(new Fate.PlacesTaken(1), allocation["D"].Fate);
            Assert.Equal("D: not reached: the rule funds one project.", allocation["D"].ToString());
        }
    }

    [Fact]
    public void Allocate_Withdrawn_ByTheRuleOrTheElection_NeverFundsThem()
    {
        Project[] projects = [new("A", 1), new("B", 1) { IsWithdrawn = true }, new("C", 100)];
        var rule = new Greedy { Limits = new() { OnMisfit = Misfit.Stop, Withdrawn = ["C"] } };
        Made.ExpectFates(
            rule.Allocate(Made.Approval(9, projects, "3*C", "2*B", "1*A")), "A: funded in round 1.", "B: withdrawn.", "C: withdrawn.");
    }

    [Fact]
    public void Allocate_OverlappingExclusiveSets_FundTheFirstReachedOfEach()
    {
        // B excludes A and C; A and C do not exclude each other.
        FundingLimits limits = new() { Exclusive = [["A", "B"], ["B", "C"]] };
        Made.ExpectFates(
            new Greedy { Limits = limits }.Allocate(Falling(9, "A:1 B:1 C:1 D:1")),
            "A: funded in round 1.",
            "B: excluded by A, which was funded before it.",
            "C: funded in round 3.",
            "D: funded in round 4.");
        Assert.Equal("B", Made.Funded(new Greedy { Limits = limits }, Made.Approval(9, "A:1 B:1 C:1", "2*B", "1*A,C")));
    }

    [Fact]
    public void Allocate_ExcludedOrOverTheGroupBudget_DoesNotStopTheRule()
    {
        Project[] projects = [new("A", 1), new("B", 1), new("C", 5) { Categories = ["park"] }, new("D", 1)];
        FundingLimits limits = new()
        {
            OnMisfit = Misfit.Stop,
            Exclusive = [["A", "B"]],
            GroupBudgets = [new GroupBudget(GroupBudget.Category, new Dictionary<string, Rational> { ["park"] = 3 })],
        };
        Made.ExpectFates(
            new Greedy { Limits = limits }.Allocate(Made.Approval(9, projects, "1*A,B,C,D", "1*A,B,C", "1*A,B", "1*A")),
            "A: funded in round 1.",
            "B: excluded by A, which was funded before it.",
            "C: did not fit the budget of category 'park' in round 3: 2 was missing.",
            "D: funded in round 4.");
    }

    [Fact]
    public void Allocate_ProjectOfSeveralCategories_CountsInEach()
    {
        Project[] projects =
        [
            new("A", 4) { Categories = ["park", "road"] },
            new("B", 3) { Categories = ["park"] },
            new("C", 3) { Categories = ["road"] },
            new("D", 3) { Categories = ["other", "other"] },
        ];
        var budget = new GroupBudget(GroupBudget.Category, new Dictionary<string, Rational> { ["park"] = 6, ["road"] = 7 });
        Made.ExpectFates(
            new Greedy { Limits = new() { GroupBudgets = [budget] } }.Allocate(Made.Approval(99, projects, "1*A,B,C,D", "1*A,B,C", "1*A,B", "1*A")),
            "A: funded in round 1.",
            "B: did not fit the budget of category 'park' in round 2: 1 was missing.",
            "C: funded in round 3.",
            "D: funded in round 4.");
    }

    [Fact]
    public void Allocate_GroupsByAttribute_BoundThoseThatAreNamed()
    {
        var budget = new GroupBudget("district", new Dictionary<string, Rational> { ["north"] = 5, ["south"] = 0 });
        Project[] projects = [In("A", 5, "north"), In("B", 1, "north"), In("C", 1, "south"), In("D", 1, "west"), new("E", 1), In("F", 0, "south")];
        Assert.Equal("A D E F", Made.Funded(new Greedy { Limits = new() { GroupBudgets = [budget] } }, Made.Approval(99, projects, "A,B,C,D,E,F")));
    }

    [Theory]
    [InlineData(8, false, "A C")]
    [InlineData(8, true, "A C")]
    [InlineData(9, true, "A C B")]
    public void Allocate_LeftoverPass_SpendsWhatGroupsLeave(int budget, bool leftover, string funded)
    {
        var groups = new GroupBudget("district", new Dictionary<string, Rational> { ["north"] = 5 });
        Project[] projects = [In("A", 4, "north"), In("B", 3, "north"), In("C", 2, "south")];
        var rule = new Greedy { Limits = new() { GroupBudgets = [groups], LeftoverIgnoresGroups = leftover } };
        var allocation = rule.Allocate(Made.Approval(budget, projects, "1*A,B,C", "1*A,B", "1*A"));
        Assert.Equal(funded, Made.Funded(allocation));
        if (leftover)
        {
            Fate expected = budget == 9 ? new Fate.Funded(4) : new Fate.DidNotFit(4, 1);
            Assert.Equal(expected, allocation["B"].Fate);
        }
        else
        {
            Assert.Equal(new Fate.GroupBudgetUsedUp(2, "district", "north", 2), allocation["B"].Fate);
        }
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("exclusive")]
    public void Allocate_LimitsNameAnUnknownProject_IsRefusedByName(string where)
    {
        FundingLimits limits = where == "withdrawn" ? new() { Withdrawn = ["X"] } : new() { Exclusive = [["A", "X"]] };
        var exception = Assert.Throws<ArgumentException>(() => new Greedy { Limits = limits }.Allocate(Made.Approval(1, "A:1", "A")));
        Assert.Contains("'X'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_ValuesOutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new FundingLimits { OvershootFrom = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FundingLimits { OvershootFrom = new Rational(6, 5) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FundingLimits { MaxWinners = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GroupBudget("district", new Dictionary<string, Rational> { ["north"] = -1 }));
        Assert.Throws<ArgumentException>(() => new GroupBudget("", new Dictionary<string, Rational>()));
    }

    private static Project In(string id, Rational cost, string district) => new(id, cost)
    {
        Attributes = FrozenDictionary.ToFrozenDictionary([KeyValuePair.Create("district", district)]),
    };
}
