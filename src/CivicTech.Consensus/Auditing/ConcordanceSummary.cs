namespace CivicTech.Consensus.Auditing;

/// <summary>The printed coefficient of concordance of a panel, and its p.</summary>
/// <remarks>Numbers are decimal text as printed: see <see cref="ItemSummary"/>.</remarks>
public sealed class ConcordanceSummary : SummaryRow
{
    /// <summary>A row.</summary>
    /// <param name="place">Where the row stands; findings repeat it.</param>
    /// <param name="w">Kendall's W, such as .871.</param>
    /// <param name="p">The p-value, such as .023, &lt; .001 or &gt; .05; null when none is printed.</param>
    /// <param name="raters">How many raters W was computed from, from 2 to 1,000,000.</param>
    /// <param name="items">How many items they ranked or rated, from 2 to 32,767; null when it is not known.</param>
    /// <exception cref="ArgumentException">A text is not a decimal number, or a count is out of range; the message names the place.</exception>
    public ConcordanceSummary(string place, string w, string? p, int raters, int? items)
        : base(place, raters)
    {
        if (items is < 2 or > 32_767)
        {
            throw new ArgumentOutOfRangeException(nameof(items), items, $"{place}: expected from 2 to 32,767 items.");
        }

        Items = items;
        PrintedW = PrintedNumber.Parse(w, place, "W", nameof(w));
        PrintedP = p is null ? null : PrintedNumber.ParseBounded(p, place, "p", nameof(p));
    }

    /// <summary>W as printed.</summary>
    public string W => PrintedW.Text;

    /// <summary>P as printed; null when none is.</summary>
    public string? P => PrintedP?.Text;

    /// <summary>How many items; null when it is not known.</summary>
    public int? Items { get; }

    /// <summary>Whether nobody could give two items the same rank. Far more can then be checked. False unless said: ratings have ties.</summary>
    public bool WithoutTies { get; init; }

    internal PrintedNumber PrintedW { get; }

    internal PrintedNumber? PrintedP { get; }

    /// <summary>The row as printed.</summary>
    public override string ToString() => P is null ? $"{Place}: W {W}" : $"{Place}: W {W}, p {P}";

    internal override void Audit(AuditLog log) => ConcordanceAudit.Check(this, log);
}
