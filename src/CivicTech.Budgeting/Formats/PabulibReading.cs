using System.Collections.Immutable;
using CivicTech.Budgeting.Elections;

namespace CivicTech.Budgeting.Formats;

/// <summary>An election that was read, and what had to be repaired.</summary>
public sealed class PabulibReading
{
    internal PabulibReading(Election election, ImmutableArray<PabulibDiagnostic> repairs, long repairCount)
    {
        Election = election;
        Repairs = repairs;
        RepairCount = repairCount;
    }

    /// <summary>The election.</summary>
    public Election Election { get; }

    /// <summary>What was repaired, in the order of the file: at most 100 of each kind, so that a broken file does not fill the memory.</summary>
    public ImmutableArray<PabulibDiagnostic> Repairs { get; }

    /// <summary>How many repairs there were, those included that are not listed.</summary>
    public long RepairCount { get; }
}
