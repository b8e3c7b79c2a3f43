using CivicTech.Amounts;
using CivicTech.Crowdfunding.Goals;
using static CivicTech.Crowdfunding.Tests.Goals.GoalSamples;

namespace CivicTech.Crowdfunding.Tests.Goals;

public class GoalTotalsTests
{
    [Fact]
    public void Constructor_WithoutMore_HasNothingConditionalOrPending()
    {
        var totals = new GoalTotals(Euro(10), 2);

        Assert.Equal(Euro(0), totals.Conditional);
        Assert.Equal(Euro(0), totals.Pending);
        Assert.Equal(0, totals.PendingPeople);
        Assert.Equal(Euro(10), totals.Unconditional);
    }

    [Fact]
    public void Unconditional_PartConditional_IsTheRest()
    {
        Assert.Equal(Euro(40), Totals(100, conditional: 60).Unconditional);
        Assert.Equal(Euro(0), Totals(100, conditional: 100).Unconditional);
    }

    [Fact]
    public void Init_Impossible_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new GoalTotals(Euro(-1), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GoalTotals(Euro(1), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Totals(100, conditional: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Totals(100, conditional: 100.01m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Totals(100, pending: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Totals(100, pendingPeople: -1));
        Assert.Throws<ArgumentException>(() => new GoalTotals(Euro(1), 0) { Pending = Money.Of(1, "USD") });
        Assert.Throws<ArgumentException>(() => new GoalTotals(Euro(1), 0) { Conditional = Money.Of(1, "USD") });
    }

    [Fact]
    public void Arrived_MoneyInFlight_IsAddedOnce()
    {
        var arrived = Totals(100, people: 3, conditional: 60, pending: 10, pendingPeople: 2).Arrived();

        Assert.Equal(Totals(110, people: 5, conditional: 60), arrived);
        Assert.Equal(arrived, arrived.Arrived());
    }
}
