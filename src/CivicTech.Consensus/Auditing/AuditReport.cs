namespace CivicTech.Consensus.Auditing;

/// <summary>What an audit found, what it could not check, and how often each check passed.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class AuditReport
{
    internal AuditReport(
        int rows,
        IReadOnlyList<AuditFinding> findings,
        IReadOnlyList<SkippedCheck> skipped,
        IReadOnlyList<CheckSummary> checks,
        IReadOnlyList<PValueComparison> pValues)
    {
        Rows = rows;
        Findings = findings;
        Skipped = skipped;
        Checks = checks;
        PValues = pValues;
    }

    /// <summary>How many rows there were.</summary>
    public int Rows { get; }

    /// <summary>Numbers that do not fit, in the order of the rows.</summary>
    public IReadOnlyList<AuditFinding> Findings { get; }

    /// <summary>Checks that could not be made, and why, in the order of the rows.</summary>
    public IReadOnlyList<SkippedCheck> Skipped { get; }

    /// <summary>Each check that there was something to do for, in the order of <see cref="AuditCode"/>.</summary>
    public IReadOnlyList<CheckSummary> Checks { get; }

    /// <summary>Each printed p beside what tests give, in the order of the rows.</summary>
    public IReadOnlyList<PValueComparison> PValues { get; }

    /// <summary>All of it as text, for people.</summary>
    public string ToText() => AuditReportText.Of(this);

    /// <summary>How many rows and findings.</summary>
    public override string ToString() => AuditText.Of($"{Rows} rows, {Findings.Count} findings");
}
