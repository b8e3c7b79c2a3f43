using CivicTech.Amounts;
using CivicTech.Crowdfunding.Ledger;
using static CivicTech.Crowdfunding.Tests.Ledger.LedgerSamples;

namespace CivicTech.Crowdfunding.Tests.Ledger;

public class BalancesTests
{
    private static readonly Currency Euros = Currency.Of("EUR");

    [Fact]
    public void Apply_LifeOfACampaign_EndsAsWorkedByHand()
    {
        var balances = Campaign.Aggregate(Balances.Empty, (sum, entry) => sum.Apply(entry));

        Assert.Equal(
            new Balances(
                Post(Account.Backers, -52), Post(Account.PlatformFee, 4.02m), Post(Account.Tips, 2), Post(Account.Tax, 0.85m),
                Post(Account.Owner, 70.43m), Post(Account.OwnerDebt, -40.30m), Post(Account.DisputeFee, 15)),
            balances);
        Assert.True(balances.IsBalanced);
        Assert.Empty(balances.Overdrawn);
        Assert.Equal(Money.Of(-40.30m, "EUR"), balances.Of(Account.OwnerDebt, Euros));
        Assert.Equal(Money.Zero(Euros), balances.Of(Account.Escrow, Euros));
        Assert.Equal(Money.Zero(Currency.Of("USD")), balances.Of(Account.OwnerDebt, Currency.Of("USD")));
    }

    [Fact]
    public void Apply_RandomEntries_SumToZeroInAnyOrder()
    {
        var random = new SplitMix64(641);
        for (var i = 0; i < 500; i++)
        {
            var entries = Enumerable.Range(0, random.Between(1, 20)).Select(_ => LedgerSamples.Random(random)).ToArray();
            var balances = Balances.Empty;
            foreach (var entry in entries)
            {
                balances = balances.Apply(entry);
                Assert.True(balances.IsBalanced);
            }

            Assert.Equal(Sums(entries.SelectMany(entry => entry.Postings)), Sums(balances.Postings));
            Assert.All(balances.Postings, posting => Assert.False(posting.Amount.IsZero));

            random.Shuffle(entries);
            var shuffled = entries.Aggregate(Balances.Empty, (sum, entry) => sum.Apply(entry));
            Assert.Equal(balances, shuffled);
            Assert.Equal(balances.GetHashCode(), shuffled.GetHashCode());
            Assert.Equal(balances, new Balances([.. entries.SelectMany(entry => entry.Postings)]));
        }
    }

    [Fact]
    public void Difference_ThenApply_ReachesTheTarget()
    {
        var random = new SplitMix64(642);
        for (var i = 0; i < 1_000; i++)
        {
            var from = Enumerable.Range(0, random.Below(8)).Aggregate(Balances.Empty, (sum, _) => sum.Apply(LedgerSamples.Random(random)));
            var to = Enumerable.Range(0, random.Below(8)).Aggregate(random.OneIn(2) ? from : Balances.Empty, (sum, _) => sum.Apply(LedgerSamples.Random(random)));

            var difference = from.Difference(to);

            Assert.Equal(from == to, difference.IsEmpty);
            if (from != to)
            {
                Assert.Equal(to, from.Apply(new LedgerEntry("settle", "x", Noon, difference)));
                Assert.Equal(from, to.Apply(new LedgerEntry("back", "x", Noon, to.Difference(from))));
            }
        }
    }

    [Fact]
    public void Difference_EqualBalances_IsNothing()
    {
        var balances = Balances.Empty.Apply(Campaign[0]);

        Assert.Empty(balances.Difference(Balances.Empty.Apply(Campaign[0])));
        Assert.Equal(Campaign[0].Postings.ToArray(), Balances.Empty.Difference(balances).ToArray());
    }

    [Fact]
    public void Apply_OutOfRange_IsRefused()
    {
        var most = Money.FromMinorUnits(long.MaxValue, Euros);
        var entry = new LedgerEntry("big", "x", Noon, new Posting(Account.Escrow, most), new Posting(Account.Backers, -most));
        var balances = Balances.Empty.Apply(entry);

        Assert.Throws<OverflowException>(() => balances.Apply(entry));
        Assert.Throws<OverflowException>(() => balances.Difference(new Balances(new Posting(Account.Escrow, -most))));
    }

    [Fact]
    public void Overdrawn_BelowZero_NamesOnlyWhatMustNotBe()
    {
        var balances = new Balances(
            Post(Account.Backers, -5), Post(Account.Escrow, -1), Post(Account.OwnerDebt, -2), Post(Account.Tips, 9), Post(Account.OwnerPayable, -1));

        Assert.Equal([Post(Account.Escrow, -1), Post(Account.OwnerPayable, -1)], balances.Overdrawn.ToArray());
    }

    [Fact]
    public void IsBalanced_GivenBalances_IsSeen()
    {
        Assert.True(Balances.Empty.IsBalanced);
        Assert.True(new Balances(Post(Account.Backers, -5), Post(Account.Tips, 5)).IsBalanced);
        Assert.False(new Balances(Post(Account.Backers, -5), Post(Account.Tips, 4)).IsBalanced);
        Assert.False(new Balances(Post(Account.Backers, -5), Post(Account.Tips, 5), new Posting(Account.Tips, Money.Of(5, "JPY"))).IsBalanced);
    }

    [Fact]
    public void ToString_Balances_ListsThem()
    {
        Assert.Equal("nothing", Balances.Empty.ToString());
        Assert.Equal("backers EUR -52.00, escrow EUR 50.00, tips EUR 2.00", Balances.Empty.Apply(Campaign[0]).ToString());
    }
}
