using System.Collections.Immutable;

namespace CivicTech.Consensus.Delphi.Rounds;

/// <summary>An item that is asked in a round.</summary>
public sealed record FormItem
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The panels that rate it in this round, in the order of the protocol.</summary>
    public required ImmutableArray<string> Panels { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(FormItem? other) => other is not null && Id == other.Id && Panels.AsSpan().SequenceEqual(other.Panels.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
