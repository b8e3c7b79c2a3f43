using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Stability;

namespace CivicTech.Consensus.Delphi.Rounds;

/// <summary>What a round found of an item. For the study's own use: what may be shown of it, small cells left out, feedback and report say.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record ItemOutcome
{
    /// <summary>The item.</summary>
    public required string Item { get; init; }

    /// <summary>The panels that rated it in this round.</summary>
    public required ImmutableArray<string> Panels { get => field.IsDefault ? [] : field; init; }

    /// <summary>How many people gave each value of the scale, from the lowest; a person on several panels once.</summary>
    public required ImmutableArray<int> Counts { get => field.IsDefault ? [] : field; init; }

    /// <summary>The same by role, in the ordinal order of the roles.</summary>
    public ImmutableArray<RoleCounts> ByRole { get => field.IsDefault ? [] : field; init; }

    /// <summary>How many said that they cannot judge it.</summary>
    public int Abstained { get; init; }

    /// <summary>References to the reasons that were given, in ordinal order: it says nothing of who gave them.</summary>
    public ImmutableArray<string> Reasons { get => field.IsDefault ? [] : field; init; }

    /// <summary>Whether there is consensus.</summary>
    public required CriterionFinding Consensus { get; init; }

    /// <summary>How many people answered in the round before too; 0 when it was not asked then.</summary>
    public int Compared { get; init; }

    /// <summary>Whether their answers are stable; null when it was not asked before, or stability is not asked of items.</summary>
    public StabilityFinding? Stability { get; init; }

    /// <summary>What becomes of it.</summary>
    public required ItemAction Action { get; init; }

    /// <inheritdoc />
    public bool Equals(ItemOutcome? other) =>
        other is not null && Item == other.Item && Panels.AsSpan().SequenceEqual(other.Panels.AsSpan()) && Counts.AsSpan().SequenceEqual(other.Counts.AsSpan())
        && ByRole.AsSpan().SequenceEqual(other.ByRole.AsSpan()) && Abstained == other.Abstained && Reasons.AsSpan().SequenceEqual(other.Reasons.AsSpan())
        && Consensus == other.Consensus && Compared == other.Compared && Stability == other.Stability && Action == other.Action;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Item, Consensus, Action);
}
