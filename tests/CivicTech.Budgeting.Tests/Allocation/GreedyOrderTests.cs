using System.Collections.Frozen;
using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Budgeting;

public sealed class GreedyOrderTests
{
    [Fact]
    public void Allocate_ByVotes_FundsTheMostNamedFirstAndSkipsMisfits()
    {
        var allocation = new Greedy().Allocate(Made.Approval(10, "A:4 B:7 C:6 D:1", "4*B", "2*A", "1*C,A", "1*D"));

        Made.ExpectFates(
            allocation,
            "A: did not fit in round 2: 1 was missing.",
            "B: funded in round 1.",
            "C: did not fit in round 3: 3 was missing.",
            "D: funded in round 4.");
        Assert.Equal("B D", Made.Funded(allocation));
        Assert.Equal(8, allocation.Cost);
        Assert.Equal(2, allocation.Unspent);
        Assert.Equal([3, 4, 1, 1], allocation.Projects.Select(result => result.Votes));
        Assert.All(allocation.Projects, result => Assert.Null(result.Points));
    }

    [Fact]
    public void Allocate_ByPointsOfScores_FundsTheHighestSumFirst()
    {
        var election = Made.Cardinal(5, "A:5 B:5", 0, "3*A=1", "1*B=4");
        Assert.Equal("A", Made.Funded(new Greedy(), election));
        Assert.Equal("B", Made.Funded(new Greedy { Order = GreedyOrder.Points }, election));
        Assert.Equal([3, 4], new Greedy().Allocate(election).Projects.Select(result => result.Points!.Value));
    }

    [Fact]
    public void Allocate_ScoresWithADefault_GivesItToProjectsThatABallotDoesNotName()
    {
        // Three of four voters are silent on B: 3 * 2 + 1 = 7 against 3 * 1 + 2 = 5.
        var election = Made.Cardinal(5, "A:5 B:5", 2, "3*A=1", "1*B=1");
        var allocation = new Greedy { Order = GreedyOrder.Points }.Allocate(election);
        Assert.Equal([5, 7], allocation.Projects.Select(result => result.Points!.Value));
        Assert.Equal("B", Made.Funded(allocation));
    }

    [Theory]
    [InlineData(null, (2 * 3) + 2, (2 * 2) + 3, 1 + 3)]
    [InlineData(2, (2 * 2) + 1, (2 * 1) + 2, 2)]
    [InlineData(1, 2, 1, 1)]
    public void Allocate_ByPointsOfRanks_CountsFromTheLastRankThatABallotMayGive(int? maxLength, int a, int b, int c)
    {
        var election = Made.Ordinal(1, "A:1 B:1 C:1", maxLength, "2*A,B", "1*B,A,C", "1*C");
        Assert.Equal([a, b, c], election.CountPoints()!.Value.Select(points => (int)points.Numerator));
        Assert.Equal("A", Made.Funded(new Greedy { Order = GreedyOrder.Points }, election));
    }

    [Fact]
    public void CountBorda_RankingsOfDifferentLength_CountsEachBallotByItself()
    {
        var election = Made.Ordinal(1, "A:1 B:1 C:1", 3, "2*A,B", "1*B,A,C", "1*C");
        Assert.Equal([3, 2, 0], election.CountBorda()!.Value.Select(points => (int)points.Numerator));
    }

    [Fact]
    public void Allocate_UtilityIsCost_OrdersByVotes()
    {
        var election = Made.Approval(10, "A:10 B:1", "2*A", "1*B");
        Assert.Equal("A", Made.Funded(new Greedy { Order = GreedyOrder.UtilityPerCost, Utility = Utility.Cost }, election));
    }

    [Fact]
    public void Allocate_UtilityIsCardinality_OrdersByVotesPerCost()
    {
        var election = Made.Approval(10, "A:10 B:1", "2*A", "1*B");
        Assert.Equal("B", Made.Funded(new Greedy { Order = GreedyOrder.UtilityPerCost, Utility = Utility.Cardinality }, election));
    }

    [Fact]
    public void Allocate_UtilityIsPoints_OrdersByPointsPerCost()
    {
        var election = Made.Cardinal(10, "A:10 B:4", 0, "1*A=9,B=4");
        Assert.Equal("A", Made.Funded(new Greedy { Order = GreedyOrder.Points }, election));
        Assert.Equal("B", Made.Funded(new Greedy { Order = GreedyOrder.UtilityPerCost, Utility = Utility.Points }, election));
    }

    [Fact]
    public void Allocate_UtilityIsEffort_PutsAllThatAnybodyWantsBeforeTheRest()
    {
        // The efforts for a project are its cost, however many supporters share it: 1 per cost for all of them, a tie.
        var election = Made.Approval(10, "C:4 B:6 A:4", "1*B", "5*A");
        var allocation = new Greedy { Order = GreedyOrder.UtilityPerCost, Utility = Utility.Effort, Ties = TieChain.ListedOrder }.Allocate(election);
        Assert.Equal(["B", "A"], allocation.Funded.Select(project => project.Id));
        Assert.Equal(["B", "A"], Assert.Single(allocation.Ties).Tied.AsEnumerable());
    }

    [Fact]
    public void Allocate_UtilityIsBorda_OrdersByBordaPerCost()
    {
        // Borda 2, 1, 0 a ballot; per cost 2/10 against 1/4 against 0.
        var election = Made.Ordinal(10, "A:10 B:4 C:1", 3, "1*A,B,C");
        Assert.Equal("B C", Made.Funded(new Greedy { Order = GreedyOrder.UtilityPerCost, Utility = Utility.Borda }, election));
    }

    [Fact]
    public void Allocate_QuotientsThatDoublesCannotTellApart_AreComparedExactly()
    {
        // (2^53 + 1) / 2^53 against 1: the same as doubles.
        var projects = Made.Projects("A:9007199254740993 B:9007199254740992");
        var builder = new CardinalProfileBuilder(new CandidateList("A", "B"));
        builder.Add([0, 1], [9007199254740993, 9007199254740993]);
        var election = new Election(9007199254740993, projects, builder.Build());
        var allocation = new Greedy { Order = GreedyOrder.UtilityPerCost, Utility = Utility.Points }.Allocate(election);
        Assert.Equal("B", Made.Funded(allocation));
        Assert.Empty(allocation.Ties);
    }

    [Fact]
    public void Allocate_FreeProjects_AreWorthMoreThanAnyThatCostAndLessWhenUnwanted()
    {
        var rule = new Greedy { Order = GreedyOrder.UtilityPerCost, Utility = Utility.Cardinality, Ties = TieChain.ListedOrder };
        var allocation = rule.Allocate(Made.Approval(1, "D:0 E:1 A:1 B:0 C:0", "9*A", "1*B", "2*C"));
        Assert.Equal("C B A D", Made.Funded(allocation));
        Assert.Equal(["D", "E"], Assert.Single(allocation.Ties).Tied.AsEnumerable());
    }

    [Fact]
    public void Allocate_FreeProjectWithNegativePoints_ComesLast()
    {
        // Below zero, less cost makes it worse: -1 for 0 is worse than -5 for 1, and the order is one of all three.
        var rule = new Greedy { Order = GreedyOrder.UtilityPerCost, Utility = Utility.Points };
        var allocation = rule.Allocate(Made.Cardinal(9, "A:1 X:0 B:1", 0, "1*A=-5,X=-1,B=-1"));
        Assert.Equal("B A X", Made.Funded(allocation));
        Assert.Empty(allocation.Ties);
    }

    [Fact]
    public void Allocate_PointsWantedOfApprovals_IsRefused()
    {
        var election = Made.Approval(1, "A:1", "A");
        var exception = Assert.Throws<ArgumentException>(() => new Greedy { Order = GreedyOrder.Points }.Allocate(election));
        Assert.Contains("Approval ballots carry none", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Greedy { Order = GreedyOrder.UtilityPerCost, Utility = Utility.Points }.Allocate(election));
    }

    [Fact]
    public void Allocate_BordaWantedOfScores_IsRefused()
    {
        var rule = new Greedy { Order = GreedyOrder.UtilityPerCost, Utility = Utility.Borda };
        var exception = Assert.Throws<ArgumentException>(() => rule.Allocate(Made.Cardinal(1, "A:1", 0, "A=1")));
        Assert.Contains("Borda utilities need rankings", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Allocate_DeclaredCounts_LookAtThemAlone()
    {
        Project[] projects =
        [
            new("A", 5) { DeclaredVotes = 1, DeclaredScore = 9 },
            new("B", 5) { DeclaredVotes = 2, DeclaredScore = 8 },
        ];
        var election = Made.Approval(5, projects, "9*A");
        Assert.Equal("A", Made.Funded(new Greedy(), election));
        Assert.Equal("B", Made.Funded(new Greedy { Counts = CountSource.Declared }, election));
        Assert.Equal("A", Made.Funded(new Greedy { Counts = CountSource.Declared, Order = GreedyOrder.Points }, election));
    }

    [Fact]
    public void Allocate_DeclaredFigureMissing_IsRefusedByName()
    {
        Project[] projects = [new("A", 5) { DeclaredVotes = 1 }, new("B", 5) { DeclaredScore = 8 }];
        var election = Made.Approval(5, projects, "9*A");
        var votes = Assert.Throws<ArgumentException>(() => new Greedy { Counts = CountSource.Declared }.Allocate(election));
        Assert.Contains("project 'B' declares none", votes.Message, StringComparison.Ordinal);
        var points = Assert.Throws<ArgumentException>(() => new Greedy { Counts = CountSource.Declared, Order = GreedyOrder.Points }.Allocate(election));
        Assert.Contains("project 'A' declares no score", points.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Allocate_TieKeyOfAFigureThatIsNotThere_IsRefused()
    {
        var rule = new Greedy { Ties = TieChain.By(TieKey.Highest("points")) };
        var exception = Assert.Throws<ArgumentException>(() => rule.Allocate(Made.Approval(1, "A:1", "A")));
        Assert.Contains("cost, votes", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Allocate_NamesAndMeta_DoNotCount()
    {
        var plain = Made.Approval(5, "A:5", "A");
        var named = new Election(5, [new Project("A", 5) { Name = "Playground" }], plain.Profile)
        {
            Meta = FrozenDictionary.ToFrozenDictionary([KeyValuePair.Create("rule", "greedy")]),
        };
        Assert.Equal(new Greedy().Allocate(plain).Receipt.ToJson(), new Greedy().Allocate(named).Receipt.ToJson());
    }
}
