using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CivicTech.Time;
using static CivicTech.Reports.CsvSheet;

namespace CivicTech.Crowdfunding.Ledger;

/// <summary>A statement as comma-separated values (RFC 4180), safe to open in a spreadsheet.</summary>
internal static class StatementCsv
{
    internal static string Write(ImmutableArray<StatementLine> lines)
    {
        var text = new StringBuilder();
        Row(text, "entry", "at", "kind", "subject", "account", "currency", "amount", "balance");
        foreach (var (number, entry, posting, balance) in lines)
        {
            Row(
                text,
                number.ToString(CultureInfo.InvariantCulture),
                InstantText.Of(entry.At),
                Harmless(entry.Kind),
                Harmless(entry.Subject),
                AccountNames.Of(posting.Account),
                posting.Amount.Currency.ToString(),
                Number(posting.Amount),
                Number(balance));
        }

        return text.ToString();
    }

    internal static string Write(Balances balances)
    {
        var text = new StringBuilder();
        Row(text, "account", "currency", "balance");
        foreach (var posting in balances.Postings)
        {
            Row(text, AccountNames.Of(posting.Account), posting.Amount.Currency.ToString(), Number(posting.Amount));
        }

        foreach (var sum in BalanceSheet.SumsOf(balances))
        {
            Row(text, "sum", sum.Currency.ToString(), Number(sum));
        }

        return text.ToString();
    }

    // With all decimals of the currency.
    private static string Number(Money amount) => amount.ToDecimal().ToString(CultureInfo.InvariantCulture);
}
