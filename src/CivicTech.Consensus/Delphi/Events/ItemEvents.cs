using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Items;

namespace CivicTech.Consensus.Delphi.Events;

/// <summary>A stage of the funnel that went before the items of the study was recorded.</summary>
public sealed record FunnelStageRecorded : DelphiEvent
{
    /// <summary>The stage.</summary>
    public required FunnelStage Stage { get; init; }
}

/// <summary>Items were registered.</summary>
public sealed record ItemsRegistered : DelphiEvent
{
    /// <summary>The items.</summary>
    public required ImmutableArray<NewItem> Items { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(ItemsRegistered? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => Items.Length;
}

/// <summary>Items were taken out before the first round.</summary>
public sealed record ItemsScreened : DelphiEvent
{
    /// <summary>The items, each with its reason.</summary>
    public required ImmutableArray<ItemRemoval> Removed { get => field.IsDefault ? [] : field; init; }

    /// <summary>The stage of the funnel that they make.</summary>
    public required FunnelStage Stage { get; init; }

    /// <inheritdoc />
    public bool Equals(ItemsScreened? other) => other is not null && Removed.AsSpan().SequenceEqual(other.Removed.AsSpan()) && Stage == other.Stage;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Removed.Length, Stage);
}

/// <summary>An item was added after a round.</summary>
public sealed record ItemAdded : DelphiEvent
{
    /// <summary>The item.</summary>
    public required NewItem Item { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }
}

/// <summary>A person dropped an item after a round.</summary>
public sealed record ItemDropped : DelphiEvent
{
    /// <summary>The item.</summary>
    public required string Item { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }
}

/// <summary>Items became one after a round.</summary>
public sealed record ItemsMerged : DelphiEvent
{
    /// <summary>The items that went into it.</summary>
    public required ImmutableArray<string> From { get => field.IsDefault ? [] : field; init; }

    /// <summary>The new item.</summary>
    public required NewItem Into { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    public bool Equals(ItemsMerged? other) => other is not null && From.AsSpan().SequenceEqual(other.From.AsSpan()) && Into == other.Into && Reason == other.Reason;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Into, Reason);
}

/// <summary>An expert suggested to add an item or to take one out.</summary>
public sealed record SuggestionMade : DelphiEvent
{
    /// <summary>The suggestion.</summary>
    public required Suggestion Suggestion { get; init; }
}

/// <summary>A suggestion was decided. That the item was added or dropped is an event of its own.</summary>
public sealed record SuggestionDecided : DelphiEvent
{
    /// <summary>The suggestion.</summary>
    public required string Suggestion { get; init; }

    /// <summary>Whether it is followed.</summary>
    public required bool Accepted { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }
}
