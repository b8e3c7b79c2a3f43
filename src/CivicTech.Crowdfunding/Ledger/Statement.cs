using System.Collections.Immutable;

namespace CivicTech.Crowdfunding.Ledger;

/// <summary>
/// Entries as people read them: a line for each posting with the running balance of its account, and a closing balance sheet.
/// </summary>
/// <remarks>
/// The same entries give the same statement, byte for byte, on every machine and in every culture; lines end with a line feed in the text
/// and with CR LF in
/// CSV. Immutable.
/// </remarks>
public sealed class Statement
{
    private readonly ImmutableArray<StatementLine> _lines;

    /// <summary>The statement of entries that begin from nothing.</summary>
    /// <param name="entries">The entries, in the order in which they were booked.</param>
    /// <exception cref="OverflowException">A balance is out of range.</exception>
    public Statement(IEnumerable<LedgerEntry> entries)
        : this(Balances.Empty, entries)
    {
    }

    /// <summary>The statement of entries that follow earlier ones.</summary>
    /// <param name="opening">What the earlier entries led to.</param>
    /// <param name="entries">The entries, in the order in which they were booked.</param>
    /// <exception cref="OverflowException">A balance is out of range.</exception>
    /// <remarks>Takes time in proportion to the number of postings.</remarks>
    public Statement(Balances opening, IEnumerable<LedgerEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(opening);
        ArgumentNullException.ThrowIfNull(entries);
        var lines = ImmutableArray.CreateBuilder<StatementLine>();
        Opening = Closing = opening;
        var number = 0;
        foreach (var entry in entries)
        {
            Closing = Closing.Apply(entry);
            number++;
            foreach (var posting in entry.Postings)
            {
                lines.Add(new StatementLine(number, entry, posting, Closing.Of(posting.Account, posting.Amount.Currency)));
            }
        }

        _lines = lines.DrainToImmutable();
    }

    /// <summary>What was there before the first entry.</summary>
    public Balances Opening { get; }

    /// <summary>What is there after the last.</summary>
    public Balances Closing { get; }

    /// <summary>
    /// The statement as text with aligned columns: opening balances if there are any, the entries, the balance sheet with its sums.
    /// </summary>
    public string ToText() => StatementText.Write(Opening, _lines, Closing);

    /// <summary>
    /// The entries as CSV (RFC 4180): number of the entry, instant in ISO 8601, kind, subject, account, currency, amount and running
    /// balance.
    /// </summary>
    /// <remarks>
    /// A kind or subject that a spreadsheet would take for a formula (it begins with =, +, -, @, a tab or a carriage return)
    /// gets an apostrophe in front, which spreadsheets do not show. Amounts are plain numbers with a point.
    /// </remarks>
    public string ToCsv() => StatementCsv.Write(_lines);

    /// <summary>
    /// The balance sheet as CSV (RFC 4180): account, currency and balance, with a line <c>sum</c> for each currency, which is 0.
    /// </summary>
    public string BalanceSheetToCsv() => StatementCsv.Write(Closing);

    /// <summary>As <see cref="ToText"/>.</summary>
    public override string ToString() => ToText();
}
