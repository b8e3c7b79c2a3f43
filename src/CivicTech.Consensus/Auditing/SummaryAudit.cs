namespace CivicTech.Consensus.Auditing;

/// <summary>
/// Asks of a printed table: can these numbers be? Every number is checked against what its row states and nothing else; what disagrees is
/// reported with the nearest numbers that would agree. Which number is wrong, and why, the audit does not say.
/// </summary>
public static class SummaryAudit
{
    /// <summary>Checks rows of tables.</summary>
    /// <param name="rows">Rows of any kind, in the order in which findings shall stand.</param>
    /// <remarks>
    /// Means, standard deviations and W are compared as exact fractions. Most rows take some ten microseconds; the exact distribution of W is only
    /// made where it is little work, about a tenth of a second at most.
    /// </remarks>
    public static AuditReport Of(params IEnumerable<SummaryRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var log = new AuditLog();
        var count = 0;
        foreach (var row in rows)
        {
            ArgumentNullException.ThrowIfNull(row, nameof(rows));
            row.Audit(log);
            count++;
        }

        return log.Report(count);
    }
}
