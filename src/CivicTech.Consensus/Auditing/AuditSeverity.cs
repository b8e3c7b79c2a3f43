namespace CivicTech.Consensus.Auditing;

/// <summary>How sure a finding is.</summary>
public enum AuditSeverity
{
    /// <summary>None of the usual ways leads to the printed number; others are not ruled out.</summary>
    Doubtful,

    /// <summary>The printed number does not fit what else is stated: raters, items, the steps of the scale, the statistic it belongs to.</summary>
    Inconsistent,

    /// <summary>The printed number is outside what the quantity can be, with any number of raters and any answers within the ends of the scale.</summary>
    Impossible,
}
