using System.Collections.Immutable;

namespace CivicTech.Consensus.Delphi.Rounds;

/// <summary>What is shown of an item while a round in real time is open.</summary>
public sealed record LiveItem
{
    /// <summary>The item.</summary>
    public required string Item { get; init; }

    /// <summary>How many people gave each value of the scale, from the lowest.</summary>
    public required ImmutableArray<int> Counts { get => field.IsDefault ? [] : field; init; }

    /// <summary>The same by role, in the ordinal order of the roles.</summary>
    public ImmutableArray<RoleCounts> ByRole { get => field.IsDefault ? [] : field; init; }

    /// <summary>As of which showing: answers given since are not in it.</summary>
    public required int Shown { get; init; }

    /// <inheritdoc />
    public bool Equals(LiveItem? other) =>
        other is not null && Item == other.Item && Counts.AsSpan().SequenceEqual(other.Counts.AsSpan()) && ByRole.AsSpan().SequenceEqual(other.ByRole.AsSpan()) && Shown == other.Shown;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Item, Shown);
}
