using CivicTech.Budgeting.Allocation;
using CivicTech.Ties;

namespace CivicTech.Tests.Budgeting;

/// <summary>Laws that greedy rules are known to break, each with the smallest election that shows it.</summary>
public sealed class Counterexamples
{
    [Fact]
    public void Allocate_MajorityOfOneVoter_TakesTheWholeBudget()
    {
        // 49 % of the voters agree on projects that a twentieth of the budget each would pay for; they get nothing.
        var election = Made.Approval(100, "A:50 B:50 C:5 D:5", "51*A,B", "49*C,D");
        Assert.Equal("A B", Made.Funded(new Greedy(), election));
    }

    [Fact]
    public void Allocate_LargerBudget_MayLoseAWinner()
    {
        var small = Made.Approval(1, "A:2 B:1", "2*A", "1*B");
        var large = Made.Approval(2, "A:2 B:1", "2*A", "1*B");
        Assert.Equal("B", Made.Funded(new Greedy(), small));
        Assert.Equal("A", Made.Funded(new Greedy(), large));
    }

    [Fact]
    public void Allocate_Stop_DependsOnALoser()
    {
        var stop = new Greedy { Limits = new() { OnMisfit = Misfit.Stop } };
        Assert.Equal("", Made.Funded(stop, Made.Approval(1, "A:2 B:1", "2*A", "1*B")));
        Assert.Equal("B", Made.Funded(stop, Made.Approval(1, "B:1", "1*B")));
    }

    [Fact]
    public void Allocate_Stop_IsNotExhaustive()
    {
        var allocation = new Greedy { Limits = new() { OnMisfit = Misfit.Stop } }.Allocate(Made.Approval(1, "A:2 B:1", "2*A", "1*B"));
        Assert.Equal(1, allocation.Unspent);
        Made.ExpectFates(allocation, "A: did not fit in round 1: 1 was missing.", "B: not reached: the rule stopped at A.");
    }

    [Fact]
    public void Allocate_OrdinalPointsWithoutALengthLimit_DependOnALoser()
    {
        // Where ballots are as long as the list, a project that nobody wants still moves the points: 3 + 1 against 2 + 2, then 2 + 0 against 1 + 1.
        var rule = new Greedy { Order = GreedyOrder.Points, MinimumScore = 4 };
        Assert.Equal("A B", Made.Funded(rule, Made.Ordinal(9, "A:1 B:1 C:100", null, "A,B", "B,A")));
        Assert.Equal("", Made.Funded(rule, Made.Ordinal(9, "A:1 B:1", null, "A,B", "B,A")));
    }

    [Fact]
    public void Allocate_CheaperWinner_MayLoseItsPlaceWhenTiesPreferCost()
    {
        // Whoever prefers the dearer of tied projects punishes a discount.
        var rule = new Greedy { Ties = TieChain.By(TieKey.Highest("cost"), TieKey.ListedOrder) };
        Assert.Equal("A", Made.Funded(rule, Made.Approval(4, "A:4 B:3", "1*A,B")));
        Assert.Equal("B", Made.Funded(rule, Made.Approval(4, "A:2 B:3", "1*A,B")));
    }

    [Fact]
    public void MaximinSupport_LargerBudget_MayLoseAWinner()
    {
        var rule = new MaximinSupport();
        Assert.Equal("B", Made.Funded(rule, Made.Approval(1, "A:2 B:1", "3*A", "1*B")));
        Assert.Equal("A", Made.Funded(rule, Made.Approval(2, "A:2 B:1", "3*A", "1*B")));
    }

    [Fact]
    public void MaximinSupport_Stop_DependsOnALoser()
    {
        var stop = new MaximinSupport { OnMisfit = Misfit.Stop };
        Assert.Equal("C", Made.Funded(stop, Made.Approval(3, "A:3 B:1 C:1", "7*A", "2*B", "3*C")));
        Assert.Equal("C B", Made.Funded(stop, Made.Approval(3, "B:1 C:1", "2*B", "3*C")));
    }

    [Fact]
    public void Phragmen_LargerBudget_MayLoseAWinner()
    {
        Assert.Equal("B", Made.Funded(new Phragmen(), Made.Approval(1, "A:2 B:1", "3*A", "1*B")));
        Assert.Equal("A", Made.Funded(new Phragmen(), Made.Approval(2, "A:2 B:1", "3*A", "1*B")));
    }

    [Fact]
    public void Phragmen_Stop_DependsOnALoser()
    {
        Assert.Equal("C", Made.Funded(new Phragmen(), Made.Approval(3, "A:3 B:1 C:1", "7*A", "2*B", "3*C")));
        Assert.Equal("C B", Made.Funded(new Phragmen(), Made.Approval(3, "B:1 C:1", "2*B", "3*C")));
    }

    [Fact]
    public void Phragmen_Stop_IsNotExhaustive()
    {
        var allocation = new Phragmen().Allocate(Made.Approval(3, "A:3 B:1 C:1", "7*A", "2*B", "3*C"));
        Assert.Equal(2, allocation.Unspent);
        Assert.Equal("C B", Made.Funded(new Phragmen { OnMisfit = Misfit.Skip }, Made.Approval(3, "A:3 B:1 C:1", "7*A", "2*B", "3*C")));
    }

    [Fact]
    public void EqualShares_LargerBudget_MayLoseAWinner()
    {
        // 1/2 each: A is dearer than the budget. With 2/3 each, its three supporters buy it with all they have.
        Assert.Equal("B", Made.Funded(new EqualShares(), Made.Approval(new(3, 2), "A:2 B:1", "2*A,B", "1*A")));
        Assert.Equal("A", Made.Funded(new EqualShares(), Made.Approval(2, "A:2 B:1", "2*A,B", "1*A")));
    }

    [Fact]
    public void EqualShares_ByItself_IsNotExhaustive()
    {
        var election = Made.Approval(2, "A:2 B:2", "A", "B");
        Assert.Equal("", Made.Funded(new EqualShares(), election));
        Assert.Equal("A", Made.Funded(new EqualShares { Completion = Completion.Utilitarian }, election));
    }
}
