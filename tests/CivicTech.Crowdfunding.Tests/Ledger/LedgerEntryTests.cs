using CivicTech.Amounts;
using CivicTech.Crowdfunding.Ledger;
using static CivicTech.Crowdfunding.Tests.Ledger.LedgerSamples;

namespace CivicTech.Crowdfunding.Tests.Ledger;

public class LedgerEntryTests
{
    [Fact]
    public void Constructor_AnyOrder_SortsMergesAndLeavesOutZeros()
    {
        var entry = new LedgerEntry(
            "capture", "pledge-1", Noon,
            Post(Account.Tips, 2), Post(Account.Escrow, 20), Post(Account.Tax, 3), Post(Account.Backers, -52), Post(Account.Tax, -3), Post(Account.Owner, 0), Post(Account.Escrow, 30));

        Assert.Equal([Post(Account.Backers, -52), Post(Account.Escrow, 50), Post(Account.Tips, 2)], entry.Postings.ToArray());
        Assert.Equal(Campaign[0], entry);
        Assert.Equal(Campaign[0].GetHashCode(), entry.GetHashCode());
        Assert.Equal("capture of pledge-1: backers EUR -52.00, escrow EUR 50.00, tips EUR 2.00", entry.ToString());
    }

    [Fact]
    public void Constructor_NotBalanced_IsRefusedWithTheSum()
    {
        var error = Assert.Throws<ArgumentException>(() => Entry(0, "capture", "pledge-1", (Account.Backers, -52), (Account.Escrow, 51.99m)));

        Assert.StartsWith(
            "The entry 'capture' of pledge-1 does not balance: its postings in EUR sum to -1 minor units, expected 0.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_TwoCurrencies_MustBalanceEach()
    {
        var yen = Money.Of(52, "JPY");

        var error = Assert.Throws<ArgumentException>(() => new LedgerEntry("exchange", "x", Noon, Post(Account.Backers, -52), new Posting(Account.Escrow, yen)));
        Assert.Contains("EUR sum to -5200", error.Message, StringComparison.Ordinal);

        // Two wrong currencies do not make up for each other, and one that is right does not hide another.
        error = Assert.Throws<ArgumentException>(() => new LedgerEntry("exchange", "x", Noon, Post(Account.Backers, -52), Post(Account.Escrow, 52), new Posting(Account.Escrow, yen)));
        Assert.Contains("JPY sum to 52", error.Message, StringComparison.Ordinal);

        // The same code with other digits is another currency.
        var coarse = Money.Of(52, new Currency("EUR", 0));
        Assert.Throws<ArgumentException>(() => new LedgerEntry("exchange", "x", Noon, Post(Account.Backers, -0.52m), new Posting(Account.Escrow, coarse)));

        var entry = new LedgerEntry("exchange", "x", Noon, Post(Account.Escrow, 5), new Posting(Account.Escrow, yen), new Posting(Account.Backers, -yen), Post(Account.Backers, -5));
        Assert.Equal(["backers EUR -5.00", "backers JPY -52", "escrow EUR 5.00", "escrow JPY 52"], entry.Postings.Select(posting => posting.ToString()));
    }

    [Fact]
    public void Constructor_NothingMoves_IsRefused()
    {
        Assert.Contains("moves nothing", Assert.Throws<ArgumentException>(() => Entry(0, "fees", "campaign")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Entry(0, "fees", "campaign", (Account.Tax, 0)));
        Assert.Throws<ArgumentException>(() => Entry(0, "fees", "campaign", (Account.Tax, 5), (Account.Tax, -5)));
        Assert.Throws<ArgumentException>(() => Entry(0, " ", "campaign", (Account.Tax, 5), (Account.Tips, -5)));
        Assert.Throws<ArgumentException>(() => Entry(0, "fees", "", (Account.Tax, 5), (Account.Tips, -5)));
    }

    [Fact]
    public void Constructor_OutOfRange_IsRefusedAndNotWrapped()
    {
        var most = Money.FromMinorUnits(long.MaxValue, Currency.Of("EUR"));

        Assert.Throws<OverflowException>(() => new LedgerEntry("big", "x", Noon, new Posting(Account.Escrow, most), new Posting(Account.Escrow, most), new Posting(Account.Backers, -most)));

        // The sum of all is beyond 64 bits on the way, and zero at its end.
        var entry = new LedgerEntry(
            "big", "x", Noon, new Posting(Account.Backers, -most), new Posting(Account.OwnerDebt, -most), new Posting(Account.Escrow, most), new Posting(Account.Owner, most));
        Assert.Equal(4, entry.Postings.Length);
    }

    [Fact]
    public void Equals_OtherContent_Differs()
    {
        Assert.NotEqual(Campaign[0], Entry(1, "capture", "pledge-1", (Account.Backers, -52), (Account.Escrow, 50), (Account.Tips, 2)));
        Assert.NotEqual(Campaign[0], Entry(0, "capture", "pledge-2", (Account.Backers, -52), (Account.Escrow, 50), (Account.Tips, 2)));
        Assert.NotEqual(Campaign[0], Entry(0, "refund", "pledge-1", (Account.Backers, -52), (Account.Escrow, 50), (Account.Tips, 2)));
        Assert.NotEqual(Campaign[0], Entry(0, "capture", "pledge-1", (Account.Backers, -52), (Account.Escrow, 49), (Account.Tips, 3)));
    }
}
