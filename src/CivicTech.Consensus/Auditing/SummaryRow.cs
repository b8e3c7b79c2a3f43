namespace CivicTech.Consensus.Auditing;

/// <summary>A row of a printed table: an <see cref="ItemSummary"/> or a <see cref="ConcordanceSummary"/>.</summary>
public abstract class SummaryRow
{
    private protected SummaryRow(string place, int raters)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(place);
        if (raters is < 2 or > 1_000_000)
        {
            throw new ArgumentOutOfRangeException(nameof(raters), raters, $"{place}: expected from 2 to 1,000,000 raters.");
        }

        Place = place;
        Raters = raters;
    }

    /// <summary>Where the row stands, in words of the caller: "table 3, item 4".</summary>
    public string Place { get; }

    /// <summary>How many raters the table says there were.</summary>
    public int Raters { get; }

    internal abstract void Audit(AuditLog log);
}
