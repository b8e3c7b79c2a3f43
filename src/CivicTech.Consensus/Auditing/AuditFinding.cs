using CivicTech.Consensus.Concordance;

namespace CivicTech.Consensus.Auditing;

/// <summary>A printed number that does not fit. It says that numbers disagree, never which is wrong or why.</summary>
public sealed record AuditFinding
{
    internal AuditFinding(AuditSeverity severity, string code, string place, string column, string printed, string message)
    {
        Severity = severity;
        Code = code;
        Place = place;
        Column = column;
        Printed = printed;
        Message = message;
    }

    /// <summary>How sure it is.</summary>
    public AuditSeverity Severity { get; }

    /// <summary>Which check failed: one of <see cref="AuditCode"/>.</summary>
    public string Code { get; }

    /// <summary>The place of the row, as the caller named it.</summary>
    public string Place { get; }

    /// <summary>Which number of the row: mean, SD, W or p.</summary>
    public string Column { get; }

    /// <summary>The number as printed.</summary>
    public string Printed { get; }

    /// <summary>The nearest number below the printed one that the check would have accepted, before rounding; null when there is none.</summary>
    public Statistic? NearestBelow { get; internal init; }

    /// <summary>The nearest number above the printed one that the check would have accepted, before rounding; null when there is none.</summary>
    public Statistic? NearestAbove { get; internal init; }

    /// <summary>What the number does not fit, and what would.</summary>
    public string Message { get; }

    /// <summary>Place, number, message and code.</summary>
    public override string ToString() => $"{Place}, {Column} {Printed}: {Message} [{Code}]";
}
