using System.Collections.Immutable;
using CivicTech.Budgeting.Results;
using CivicTech.Receipts;

namespace CivicTech.Budgeting.Reading;

/// <summary>The result of a cycle: the count, and what was decided otherwise.</summary>
public sealed class CycleOutcome
{
    internal CycleOutcome(CycleResult counted, ImmutableArray<AreaRecord> areas)
    {
        (Counted, Areas) = (counted, areas);
    }

    /// <summary>What the count found; never changed.</summary>
    public CycleResult Counted { get; }

    /// <summary>The areas in the order in which they were counted.</summary>
    public ImmutableArray<AreaRecord> Areas { get; }

    /// <summary>The receipt of the count.</summary>
    public Receipt Receipt => CycleReceipt.Of(Counted);
}
