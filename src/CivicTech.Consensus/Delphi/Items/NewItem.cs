using System.Collections.Immutable;

namespace CivicTech.Consensus.Delphi.Items;

/// <summary>An item to be taken in.</summary>
public sealed record NewItem
{
    /// <summary>The host's id, never used before in the study: 1 to 100 characters without a slash.</summary>
    public required string Id { get; init; }

    /// <summary>A reference to the text.</summary>
    public required string Text { get; init; }

    /// <summary>The panels that rate it, at least one.</summary>
    public required ImmutableArray<string> Panels { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(NewItem? other) => other is not null && Id == other.Id && Text == other.Text && Panels.AsSpan().SequenceEqual(other.Panels.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Id, Panels.Length);
}
