using System.Globalization;
using CivicTech.Amounts;
using CivicTech.Crowdfunding.Ledger;
using static CivicTech.Crowdfunding.Tests.Ledger.LedgerSamples;

namespace CivicTech.Crowdfunding.Tests.Ledger;

public class StatementTests
{
    [Fact]
    public void ToText_LifeOfACampaign_IsAsAccepted() => Golden.Verify(new Statement(Campaign).ToText());

    [Fact]
    public void ToText_LaterEntriesInTwoCurrencies_BeginsWithOpeningBalances()
    {
        var rial = new Currency("IRR", 0);
        var opening = Campaign.Take(5).Aggregate(Balances.Empty, (sum, entry) => sum.Apply(entry));
        var rials = new LedgerEntry(
            "capture", "pledge-3", Noon, new Posting(Account.Backers, Money.FromMinorUnits(-1_000_000_000_000_000, rial)), new Posting(Account.Escrow, Money.FromMinorUnits(1_000_000_000_000_000, rial)));

        Golden.Verify(new Statement(opening, [Campaign[5], rials]).ToText());
    }

    [Fact]
    public void ToCsv_LifeOfACampaign_IsAsAccepted() => Golden.Verify(new Statement(Campaign).ToCsv(), "csv");

    [Fact]
    public void BalanceSheetToCsv_LifeOfACampaign_IsAsAccepted() => Golden.Verify(new Statement(Campaign).BalanceSheetToCsv(), "csv");

    [Fact]
    public void Statement_NoEntries_SaysSo()
    {
        var statement = new Statement([]);

        Assert.Equal("Nothing was booked.\n", statement.ToText());
        Assert.Equal("entry,at,kind,subject,account,currency,amount,balance\r\n", statement.ToCsv());
        Assert.Equal("account,currency,balance\r\n", statement.BalanceSheetToCsv());
        Assert.Equal(Balances.Empty, statement.Closing);
    }

    [Fact]
    public void Statement_OpeningAndEntries_AreThoseOfAllEntries()
    {
        var opening = Balances.Empty.Apply(Campaign[0]);

        var later = new Statement(opening, Campaign.Skip(1));

        Assert.Equal(opening, later.Opening);
        Assert.Equal(new Statement(Campaign).Closing, later.Closing);
        Assert.Equal(new Statement(Campaign).BalanceSheetToCsv(), later.BalanceSheetToCsv());
    }

    [Fact]
    public void Statement_OtherCulture_IsTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        var (text, csv) = (new Statement(Campaign).ToText(), new Statement(Campaign).ToCsv());
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("")
            {
                NumberFormat = new NumberFormatInfo { NegativeSign = "~", NumberDecimalSeparator = ",", NumberGroupSeparator = "." },
                DateTimeFormat = new DateTimeFormatInfo { DateSeparator = "/", TimeSeparator = "." },
            };

            Assert.Equal(text, new Statement(Campaign).ToText());
            Assert.Equal(csv, new Statement(Campaign).ToCsv());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void ToText_ControlCharacters_CannotTearTheTable()
    {
        var statement = new Statement([Entry(0, "capture", "a\nb\u001b[2J", (Account.Backers, -1), (Account.Escrow, 1))]);

        Assert.DoesNotContain('\u001b', statement.ToText());
        Assert.Contains("a b [2J", statement.ToText(), StringComparison.Ordinal);
    }
}
