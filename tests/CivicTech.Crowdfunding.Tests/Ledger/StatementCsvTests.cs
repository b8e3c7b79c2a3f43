using System.Globalization;
using CivicTech.Crowdfunding.Ledger;
using static CivicTech.Crowdfunding.Tests.Ledger.LedgerSamples;

namespace CivicTech.Crowdfunding.Tests.Ledger;

public class StatementCsvTests
{
    [Theory]
    [InlineData("=SUM(A1:A9)", "'=SUM(A1:A9)")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r\n=1", "'\r\n=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("=\"a,b\"", "'=\"a,b\"")]
    [InlineData("pledge-1", "pledge-1")]
    [InlineData("a=b", "a=b")]
    [InlineData("a,b", "a,b")]
    [InlineData("say \"hello\"", "say \"hello\"")]
    [InlineData("line\nfeed", "line\nfeed")]
    [InlineData("خیریه", "خیریه")]
    public void ToCsv_AnySubject_IsReadAsTextAndNeverAsAFormula(string subject, string read)
    {
        var statement = new Statement([Entry(0, "capture", subject, (Account.Backers, -1), (Account.Escrow, 1)), Entry(0, subject, "x", (Account.Backers, -1), (Account.Escrow, 1))]);

        var rows = CsvText.Rows(statement.ToCsv());

        Assert.Equal(read, rows[1][3]);
        Assert.Equal(read, rows[3][2]);
        Assert.All(rows, row => Assert.Equal(8, row.Length));
    }

    [Fact]
    public void ToCsv_RandomEntries_HasEveryPostingAndItsRunningBalance()
    {
        var random = new SplitMix64(661);
        for (var i = 0; i < 100; i++)
        {
            var entries = Enumerable.Range(0, random.Between(1, 10)).Select(_ => LedgerSamples.Random(random)).ToArray();

            var rows = CsvText.Rows(new Statement(entries).ToCsv()).Skip(1).ToArray();

            var expected = entries.SelectMany((entry, number) => entry.Postings.Select(posting => (number + 1, posting))).ToArray();
            Assert.Equal(expected.Length, rows.Length);
            var running = new Dictionary<(string, string), decimal>();
            foreach (var (row, (number, posting)) in rows.Zip(expected))
            {
                Assert.Equal(number.ToString(CultureInfo.InvariantCulture), row[0]);
                Assert.Equal(posting.ToString(), $"{row[4]} {row[5]} {row[6]}");
                var key = (row[4], row[5]);
                running[key] = running.GetValueOrDefault(key) + decimal.Parse(row[6], CultureInfo.InvariantCulture);
                Assert.Equal(running[key], decimal.Parse(row[7], CultureInfo.InvariantCulture));
            }
        }
    }

    [Fact]
    public void BalanceSheetToCsv_RandomEntries_SumsToZero()
    {
        var random = new SplitMix64(662);
        for (var i = 0; i < 100; i++)
        {
            var statement = new Statement(Enumerable.Range(0, random.Between(1, 10)).Select(_ => LedgerSamples.Random(random)));

            var rows = CsvText.Rows(statement.BalanceSheetToCsv()).Skip(1).ToArray();

            Assert.Equal(statement.Closing.Postings.Length, rows.Count(row => row[0] != "sum"));
            foreach (var currency in rows.GroupBy(row => row[1]))
            {
                Assert.Equal(0, currency.Where(row => row[0] != "sum").Sum(row => decimal.Parse(row[2], CultureInfo.InvariantCulture)));
                Assert.Equal(0, decimal.Parse(Assert.Single(currency, row => row[0] == "sum")[2], CultureInfo.InvariantCulture));
            }
        }
    }
}
