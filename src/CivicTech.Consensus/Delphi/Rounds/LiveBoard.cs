using System.Collections.Immutable;

namespace CivicTech.Consensus.Delphi.Rounds;

/// <summary>What is shown of the answers while a round in real time is open. An item moves on only when so many people have changed their answer that none of them can be read out of the difference.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record LiveBoard
{
    /// <summary>The round.</summary>
    public required int Round { get; init; }

    /// <summary>The items, in the ordinal order of their ids.</summary>
    public required ImmutableArray<LiveItem> Items { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(LiveBoard? other) => other is not null && Round == other.Round && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Round, Items.Length);
}
