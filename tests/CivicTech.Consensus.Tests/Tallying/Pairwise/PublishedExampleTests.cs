using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Pairwise;

namespace CivicTech.Tests.Consensus.Tallying.Pairwise;

public sealed class PublishedExampleTests
{
    // The capital of Tennessee, as voting methods are commonly explained: Memphis, Nashville, Chattanooga, Knoxville.
    private static readonly OrdinalProfile Tennessee = Ballots.Profile("M N C K", "42: M N C K", "26: N C K M", "15: C K N M", "17: K C N M");

    // M. Schulze (2011), example 1: 45 voters, no Condorcet winner.
    private static readonly OrdinalProfile Schulze = Ballots.Profile(
        "A B C D E", "5: A C B E D", "5: A D E C B", "8: B E D A C", "3: C A B E D", "7: C A E B D", "2: C B A D E", "7: D C E B A", "8: E B A D C");

    internal static readonly OrderingRule[] Every =
    [
        new Copeland(),
        new Minimax(),
        new Minimax { Score = MinimaxScore.WinningVotes },
        new Schulze(),
        new RankedPairs(),
        new RankedPairs { TiedPairs = TiedPairs.LeaveOut },
        new River(),
        new SplitCycle(),
        new Kemeny(),
    ];

    public static TheoryData<OrderingRule> All => new(Every);

    [Theory]
    [MemberData(nameof(All))]
    public void Rank_Tennessee_NashvilleFirst(OrderingRule rule)
    {
        Assert.Equal('N', Compare.Order(rule, Tennessee)[0]);
        Assert.Equal("N", Assert.Single(rule.Count(Tennessee, 1).Elected));
    }

    [Fact]
    public void Rank_Tennessee_OrdersOfTheRules()
    {
        Assert.Equal("N C K M", Compare.Order(new Kemeny(), Tennessee));
        Assert.Equal("N C K M", Compare.Order(new RankedPairs(), Tennessee));
        Assert.Equal("N C K M", Compare.Order(new Copeland(), Tennessee));
        Assert.Equal("N M C K", Compare.Order(new Minimax(), Tennessee));
        Assert.Equal("N C K M", Compare.Order(new Schulze(), Tennessee));
    }

    // Schulze (2011), section 3, example 1: the order is E A C B D.
    [Theory]
    [InlineData(PairStrength.WinningVotes)]
    [InlineData(PairStrength.Margins)]
    [InlineData(PairStrength.Ratio)]
    public void Rank_SchulzeExample1_IsAsPublished(PairStrength strength)
    {
        Assert.Equal("E A C B D", Compare.Order(new Schulze { Strength = strength }, Schulze));
        var result = new Schulze { Strength = strength }.Count(Schulze, 1);
        Assert.Equal(20, result.Pairwise![0, 1]);
        Assert.Equal(33, result.Pairwise[1, 3]);
        Assert.Equal("E", Assert.Single(result.Elected));
    }

    // Holliday and Pacuit (2023) show that ranked pairs and Split Cycle part when margins in a cycle of three differ: only the weakest is dropped.
    [Fact]
    public void Rank_CycleOfThree_DropsTheWeakestVictory()
    {
        // A beats B by 7, B beats C by 5, C beats A by 3, of 15.
        var profile = Ballots.Profile("A B C", "6: A B C", "4: B C A", "5: C A B");

        Assert.Equal("A B C", Compare.Order(new SplitCycle(), profile));
        Assert.Equal("A B C", Compare.Order(new RankedPairs(), profile));
        Assert.Equal("A B C", Compare.Order(new River(), profile));
        Assert.Equal("A B C", Compare.Order(new Kemeny(), profile));
        Assert.Equal("ABC", Compare.Order(new Copeland(), profile));
    }

    [Fact]
    public void Rank_EqualCycleOfThree_KeepsTheTie()
    {
        var profile = Ballots.Profile("A B C D", "A B C D", "B C A D", "C A B D");

        foreach (var rule in Every)
        {
            Assert.Equal("ABC D", Compare.Order(rule, profile));
        }
    }
}
