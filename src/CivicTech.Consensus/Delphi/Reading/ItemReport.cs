using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Items;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>An item from its first round to its last.</summary>
public sealed class ItemReport
{
    internal ItemReport(StudyItem item, ImmutableArray<ItemFindings> rounds)
    {
        (Item, Rounds) = (item, rounds);
    }

    /// <summary>What it is, whence it came, and what became of it, why, by rule or by hand.</summary>
    public StudyItem Item { get; }

    /// <summary>What each round found of it, in order; empty when it was never asked.</summary>
    public ImmutableArray<ItemFindings> Rounds { get; }
}
