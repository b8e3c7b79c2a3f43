namespace CivicTech.Budgeting.Allocation;

/// <summary>Whether an allocation is decided.</summary>
public enum AllocationStatus
{
    /// <summary>There is one outcome.</summary>
    Decided,

    /// <summary>A tie that matters was refused: what was funded before it stands, the rest is open.</summary>
    OpenTie,

    /// <summary>Ties lead to several outcomes, all listed up to the limit.</summary>
    SeveralOutcomes,
}
