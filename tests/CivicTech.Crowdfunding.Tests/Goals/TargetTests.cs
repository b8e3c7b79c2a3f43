using System.Collections.Immutable;
using CivicTech.Amounts;
using CivicTech.Crowdfunding.Goals;
using static CivicTech.Crowdfunding.Tests.Goals.GoalSamples;

namespace CivicTech.Crowdfunding.Tests.Goals;

public class TargetTests
{
    [Theory]
    [InlineData(99.99, false)]
    [InlineData(100, true)]
    [InlineData(100.01, true)]
    public void IsMet_P13_MoneyExactlyEqual_IsMet(decimal counted, bool met)
    {
        Assert.Equal(met, new MoneyTarget(Euro(100)).IsMet(Totals(counted)));
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    [InlineData(21, true)]
    public void IsMet_PeopleExactlyEqual_IsMet(int people, bool met)
    {
        Assert.Equal(met, new PeopleTarget(20).IsMet(Totals(0, people)));
    }

    [Fact]
    public void IsMet_P13_OtherCurrency_IsRefused()
    {
        var kuna = new GoalTotals(Money.Of(1000, "HRK"), 1);

        var error = Assert.Throws<InvalidOperationException>(() => new MoneyTarget(Euro(100)).IsMet(kuna));
        Assert.Contains("HRK", error.Message, StringComparison.Ordinal);
        Assert.Contains("EUR", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new MoneyTarget(Euro(100)).Progress(kuna));

        // The same code with other digits is another currency.
        Assert.Throws<InvalidOperationException>(() => new MoneyTarget(Euro(100)).IsMet(new GoalTotals(Money.Of(1000, new Currency("EUR", 0)), 1)));
    }

    [Fact]
    public void IsMet_ConditionalMoney_Counts()
    {
        Assert.True(new MoneyTarget(Euro(100)).IsMet(Totals(100, conditional: 60)));
    }

    [Fact]
    public void IsMet_MoneyInFlight_DoesNotCount()
    {
        Assert.False(new MoneyTarget(Euro(100)).IsMet(Totals(99, pending: 500)));
        Assert.False(new PeopleTarget(3).IsMet(Totals(99, people: 2, pendingPeople: 5)));
    }

    [Theory]
    [InlineData(100, 20, true, true)]
    [InlineData(99, 20, false, true)]
    [InlineData(100, 19, false, true)]
    [InlineData(99, 19, false, false)]
    public void IsMet_Composites_AsTheirTables(decimal counted, int people, bool all, bool any)
    {
        Target[] parts = [new MoneyTarget(Euro(100)), new PeopleTarget(20)];
        var totals = Totals(counted, people);

        Assert.Equal(all, new AllOf([.. parts]).IsMet(totals));
        Assert.Equal(any, new AnyOf([.. parts]).IsMet(totals));
    }

    [Fact]
    public void Progress_Composite_ListsLeavesInOrder()
    {
        var target = new AllOf(new PeopleTarget(20), new AnyOf(new MoneyTarget(Euro(100)), new MoneyTarget(Euro(50))));

        var progress = target.Progress(Totals(60, 5));

        TargetProgress[] expected = [new PeopleProgress(20, 5), new MoneyProgress(Euro(100), Euro(60)), new MoneyProgress(Euro(50), Euro(60))];
        Assert.Equal(expected, progress.ToArray());
        Assert.Equal(
            ["5 of 20 people, 15 missing", "EUR 60.00 of EUR 100.00, EUR 40.00 missing", "EUR 60.00 of EUR 50.00"],
            progress.Select(one => one.ToString()));
        Assert.Equal([false, false, true], progress.Select(one => one.IsMet));
    }

    [Fact]
    public void Remaining_Composite_LeavesOutWhatIsMet()
    {
        var target = new AllOf(new PeopleTarget(20), new AnyOf(new MoneyTarget(Euro(100)), new MoneyTarget(Euro(50))));

        Assert.Equal([new PeopleProgress(20, 5)], target.Remaining(Totals(60, 5)).ToArray());
        Assert.Equal(
            [new MoneyProgress(Euro(100), Euro(10)), new MoneyProgress(Euro(50), Euro(10))],
            target.Remaining(Totals(10, 20)).ToArray());
        Assert.Empty(target.Remaining(Totals(50, 20)));
    }

    [Fact]
    public void Equals_Composites_CompareKindPartsAndOrder()
    {
        static ImmutableArray<Target> Parts() => [new MoneyTarget(Euro(100)), new PeopleTarget(20)];

        Assert.Equal(new AllOf(Parts()), new AllOf(Parts()));
        Assert.Equal(new AllOf(Parts()).GetHashCode(), new AllOf(Parts()).GetHashCode());
        Assert.True(new AllOf(Parts()) == new AllOf(Parts()));
        Assert.NotEqual<Target>(new AllOf(Parts()), new AnyOf(Parts()));
        Assert.NotEqual(new AllOf(Parts()), new AllOf([.. Parts().Reverse()]));
        Assert.NotEqual(new AllOf(Parts()), new AllOf(Parts()[0]));
        Assert.Equal(new AnyOf(new AllOf(Parts())), new AnyOf(new AllOf(Parts())));
    }

    [Fact]
    public void Constructor_NothingToReach_IsRefused()
    {
        Assert.Contains("above zero", Assert.Throws<ArgumentOutOfRangeException>(() => new MoneyTarget(Euro(0))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new MoneyTarget(Euro(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PeopleTarget(0));
        Assert.Throws<ArgumentException>(() => new AllOf());
        Assert.Throws<ArgumentException>(() => new AnyOf(default(ImmutableArray<Target>)));
        Assert.Throws<ArgumentException>(() => new AnyOf(new PeopleTarget(1), null!));
    }

    [Fact]
    public void Constructor_TwoCurrencies_IsRefusedWithBothNamed()
    {
        var nested = new AnyOf(new PeopleTarget(3), new MoneyTarget(Money.Of(5, "USD")));

        var error = Assert.Throws<ArgumentException>(() => new AllOf(new MoneyTarget(Euro(1)), nested));

        Assert.Contains("EUR and USD", error.Message, StringComparison.Ordinal);
        Assert.Equal(Currency.Of("USD"), nested.Currency);
        Assert.Null(new AllOf(new PeopleTarget(1)).Currency);
    }

    [Fact]
    public void ToString_Composite_ReadsAsASentence()
    {
        var target = new AllOf(new MoneyTarget(Euro(100)), new AnyOf(new PeopleTarget(1), new PeopleTarget(20)));

        Assert.Equal("(EUR 100.00 and (1 person or 20 people))", target.ToString());
    }
}
