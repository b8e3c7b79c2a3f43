using System.Collections.Immutable;

namespace CivicTech.Consensus.Delphi.Items;

/// <summary>Something that is rated: a service, an outcome, a statement.</summary>
/// <remarks>
/// Immutable; equal when all that it says is equal. The text of an item does not change: an item with other words is another item, and takes the place of the old one by being merged from it,
/// so that no comparison of rounds runs over two wordings.
/// </remarks>
public sealed record StudyItem
{
    /// <summary>The host's id: 1 to 100 characters without a slash.</summary>
    public required string Id { get; init; }

    /// <summary>A reference to the text.</summary>
    public required string Text { get; init; }

    /// <summary>The panels that rate it, at least one, in the order of the protocol; an item of several is rated jointly.</summary>
    public required ImmutableArray<string> Panels { get => field.IsDefault ? [] : field; init; }

    /// <summary>Where it stands.</summary>
    public ItemStatus Status { get; init; }

    /// <summary>After which round it came in: 0 for what was there before the first.</summary>
    public int AddedAfter { get; init; }

    /// <summary>Of which items it was made; empty for one that was not merged.</summary>
    public ImmutableArray<string> MergedFrom { get => field.IsDefault ? [] : field; init; }

    /// <summary>What became of it, and why; null as long as it is asked.</summary>
    public ItemFate? Fate { get; init; }

    /// <inheritdoc />
    public bool Equals(StudyItem? other) =>
        other is not null && Id == other.Id && Text == other.Text && Panels.AsSpan().SequenceEqual(other.Panels.AsSpan()) && Status == other.Status && AddedAfter == other.AddedAfter
        && MergedFrom.AsSpan().SequenceEqual(other.MergedFrom.AsSpan()) && Fate == other.Fate;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Id, Status, Panels.Length);
}
