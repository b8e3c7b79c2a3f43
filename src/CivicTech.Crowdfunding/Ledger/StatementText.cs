using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CivicTech.Reports;
using CivicTech.Time;

namespace CivicTech.Crowdfunding.Ledger;

/// <summary>A statement as tables of aligned text.</summary>
internal static class StatementText
{
    private static readonly string[] Figures = ["#", "amount", "balance"];

    internal static string Write(Balances opening, ImmutableArray<StatementLine> lines, Balances closing)
    {
        var text = new StringBuilder();
        Sheet(opening).Write(text, "Opening balances");
        Entries(lines).Write(text, "Entries");
        Sheet(closing).Write(text, "Balance sheet");
        return text.Length == 0 ? "Nothing was booked.\n" : text.Remove(0, 1).ToString();
    }

    private static TextTable Entries(ImmutableArray<StatementLine> lines)
    {
        var table = new TextTable("#", "at", "kind", "subject", "account", "amount", "balance") { Figures = Figures };
        var last = 0;
        foreach (var (number, entry, posting, balance) in lines)
        {
            // What an entry is about stands on its first line only.
            var isFirst = number != last;
            last = number;
            table.Add(
                isFirst ? number.ToString(CultureInfo.InvariantCulture) : "",
                isFirst ? InstantText.Of(entry.At) : "",
                isFirst ? entry.Kind : "",
                isFirst ? entry.Subject : "",
                AccountNames.Of(posting.Account),
                posting.Amount.ToString(),
                balance.ToString());
        }

        return table;
    }

    private static TextTable Sheet(Balances balances)
    {
        var table = new TextTable("account", "balance") { Figures = Figures };
        foreach (var posting in balances.Postings)
        {
            table.Add(AccountNames.Of(posting.Account), posting.Amount.ToString());
        }

        foreach (var sum in BalanceSheet.SumsOf(balances))
        {
            table.Add("sum", sum.ToString());
        }

        return table;
    }
}
