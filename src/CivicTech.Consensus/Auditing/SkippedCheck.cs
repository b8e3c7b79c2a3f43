namespace CivicTech.Consensus.Auditing;

/// <summary>A check that could not be made, or could not have told anything.</summary>
public sealed record SkippedCheck
{
    internal SkippedCheck(string code, string place, string column, string reason)
    {
        Code = code;
        Place = place;
        Column = column;
        Reason = reason;
    }

    /// <summary>Which check: one of <see cref="AuditCode"/>.</summary>
    public string Code { get; }

    /// <summary>The place of the row, as the caller named it.</summary>
    public string Place { get; }

    /// <summary>Which number of the row: mean, SD, W or p.</summary>
    public string Column { get; }

    /// <summary>Why not.</summary>
    public string Reason { get; }

    /// <summary>Place, number, reason and code.</summary>
    public override string ToString() => $"{Place}, {Column}: {Reason} [{Code}]";
}
