using CivicTech.Ties;

namespace CivicTech.Abstractions.Tests.Ties;

public sealed class TieChainTests
{
    private static readonly TieKey Votes = TieKey.Highest("votes");
    private static readonly TieKey Cost = TieKey.Lowest("cost");

    public static TheoryData<string> TotalKeys => ["listed-order", "identifier", "lot:x"];

    [Theory]
    [MemberData(nameof(TotalKeys))]
    public void By_KeyBehindATotalOne_IsRefusedByName(string total)
    {
        var key = TieKey.Parse(total);

        var refused = Assert.Throws<ArgumentException>(() => TieChain.By(Votes, key, Cost));

        Assert.Contains($"'lowest-cost' would never be asked: '{total}'", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => TieChain.By(key, key));
        Assert.Throws<ArgumentException>(() => TieChain.By(key, TieKey.Lot("other")));
        Assert.True(TieChain.By(Votes, Cost, key).IsTotal);
    }

    [Fact]
    public void By_KeyTwice_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => TieChain.By(Votes, Cost, TieKey.Highest("votes")));
        Assert.Equal(2, TieChain.By(Votes, TieKey.Lowest("votes")).Keys.Length);
    }

    [Fact]
    public void By_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => TieChain.By((IEnumerable<TieKey>)null!));
        Assert.ThrowsAny<ArgumentException>(() => TieChain.By([null!]));
        Assert.ThrowsAny<ArgumentException>(() => TieChain.By(Votes, null!));
        Assert.ThrowsAny<ArgumentException>(() => TieChain.By(null!, Votes));
    }

    [Fact]
    public void OrAllOutcomes_NoOutcome_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TieChain.Refuse.OrAllOutcomes(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => TieChain.Refuse.OrAllOutcomes(int.MinValue));
        Assert.Equal(int.MaxValue, TieChain.Refuse.OrAllOutcomes(int.MaxValue).OutcomeLimit);
    }

    [Theory]
    [MemberData(nameof(TotalKeys))]
    public void OrAllOutcomes_ChainThatBreaksEveryTie_IsRefused(string total)
    {
        var chain = TieChain.By(Votes, TieKey.Parse(total));

        Assert.Throws<InvalidOperationException>(() => chain.OrAllOutcomes(5));
        Assert.Throws<System.Text.Json.JsonException>(() =>
            System.Text.Json.JsonSerializer.Deserialize<TieChain>($"[\"{total}\", \"all-outcomes\"]"));
    }

    [Fact]
    public void Chains_Named_SayWhatTheyDo()
    {
        Assert.Equal((true, false, 0), Describe(TieChain.ListedOrder));
        Assert.Equal((true, false, 0), Describe(TieChain.Identifier));
        Assert.Equal((false, false, 0), Describe(TieChain.Refuse));
        Assert.Equal((false, true, TieChain.DefaultOutcomeLimit), Describe(TieChain.AllOutcomes));
        Assert.Equal((false, true, 7), Describe(TieChain.By(Votes).OrAllOutcomes(7)));
        Assert.Equal(TieChain.Refuse, TieChain.By());
    }

    [Fact]
    public void Equality_SameKeysAndLimit_IsEqual()
    {
        TieChain[] chains = [TieChain.Refuse, TieChain.AllOutcomes, TieChain.ListedOrder, .. Others()];
        TieChain[] again = [TieChain.By(), TieChain.Refuse.OrAllOutcomes(1000), TieChain.By(TieKey.ListedOrder), .. Others()];

        for (var i = 0; i < chains.Length; i++)
        {
            for (var j = 0; j < again.Length; j++)
            {
                Assert.Equal(i == j, chains[i] == again[j]);
                Assert.Equal(i != j, chains[i] != again[j]);
                Assert.Equal(i == j, chains[i].Equals((object)again[j]));
            }

            Assert.Equal(chains[i].GetHashCode(), again[i].GetHashCode());
            Assert.False(chains[i].Equals(null));
            Assert.False(chains[i] == null);
        }

        static TieChain[] Others() =>
        [
            TieChain.By(Votes), TieChain.By(Votes, Cost), TieChain.By(Cost, Votes), TieChain.By(Votes).OrAllOutcomes(2), TieChain.By(Votes).OrAllOutcomes(3),
        ];
    }

    [Fact]
    public void ToString_Chain_NamesItsKeysInOrder()
    {
        Assert.Equal("highest-votes, then lowest-cost, then lot:1956", TieChain.By(Votes, Cost, TieKey.Lot("1956")).ToString());
        Assert.Equal("highest-votes, then refuse", TieChain.By(Votes).ToString());
        Assert.Equal("refuse", TieChain.Refuse.ToString());
        Assert.Equal("all-outcomes", TieChain.AllOutcomes.ToString());
        Assert.Equal("highest-votes, then all-outcomes:5", TieChain.By(Votes).OrAllOutcomes(5).ToString());
    }

    private static (bool IsTotal, bool ListsAll, int Limit) Describe(TieChain chain) => (chain.IsTotal, chain.ListsAllOutcomes, chain.OutcomeLimit);
}
