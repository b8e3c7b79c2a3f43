using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Consensus.Delphi.Items;

namespace CivicTech.Consensus.Delphi.Commands;

/// <summary>
/// Records a stage of the funnel that went before the items of the study: how 978 processes became 168 services. Once items are registered it is taken only while they are fewer than the last
/// stage kept, to say what became of the others.
/// </summary>
public sealed record RecordFunnelStage : DelphiCommand
{
    /// <summary>The stage; it must add up.</summary>
    public required FunnelStage Stage { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "record-funnel-stage";
}

/// <summary>Registers items before the first round.</summary>
public sealed record RegisterItems : DelphiCommand
{
    /// <summary>The items, at least one.</summary>
    public required ImmutableArray<NewItem> Items { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(RegisterItems? other) => base.Equals(other) && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Items.Length);

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "register-items";
}

/// <summary>Takes items out before the first round, such as what the law forbids: a stage of the funnel.</summary>
public sealed record ScreenItems : DelphiCommand
{
    /// <summary>The name of the stage, one that the funnel does not have yet.</summary>
    public required string Stage { get; init; }

    /// <summary>The items to take out, each with its reason; may be empty when items were registered beyond what the stage before kept: then the stage says that they were added.</summary>
    public required ImmutableArray<ItemRemoval> Removed { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(ScreenItems? other) => base.Equals(other) && Stage == other.Stage && Removed.AsSpan().SequenceEqual(other.Removed.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Stage, Removed.Length);

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "screen-items";
}

/// <summary>Adds an item between two rounds.</summary>
public sealed record AddItem : DelphiCommand
{
    /// <summary>The item.</summary>
    public required NewItem Item { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "add-item";
}

/// <summary>Drops an item between two rounds.</summary>
public sealed record DropItem : DelphiCommand
{
    /// <summary>The item.</summary>
    public required string Item { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "drop-item";
}

/// <summary>Makes one item of several between two rounds, or another wording of one: the new item has a new id, and no answers of the old ones.</summary>
public sealed record MergeItems : DelphiCommand
{
    /// <summary>The items that go into it, at least one.</summary>
    public required ImmutableArray<string> From { get => field.IsDefault ? [] : field; init; }

    /// <summary>The new item.</summary>
    public required NewItem Into { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    public bool Equals(MergeItems? other) => base.Equals(other) && From.AsSpan().SequenceEqual(other.From.AsSpan()) && Into == other.Into && Reason == other.Reason;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Into, Reason);

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "merge-items";
}

/// <summary>An expert suggests, while a round is open, to add an item or to take one out. The facilitator decides after the round.</summary>
public sealed record MakeSuggestion : DelphiCommand
{
    /// <summary>The host's id of the suggestion: 1 to 100 characters without a slash.</summary>
    public required string Suggestion { get; init; }

    /// <summary>Who.</summary>
    public required string Expert { get; init; }

    /// <summary>The item to take out; null for one to add.</summary>
    public string? Remove { get; init; }

    /// <summary>A reference to the text of the item to add, or to the reason for taking one out.</summary>
    public required string Text { get; init; }

    /// <summary>The panels that are to rate the item to add: some of those on which the expert sits and which have not stopped; empty to take one out.</summary>
    public ImmutableArray<string> Panels { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(MakeSuggestion? other) =>
        base.Equals(other) && Suggestion == other.Suggestion && Expert == other.Expert && Remove == other.Remove && Text == other.Text && Panels.AsSpan().SequenceEqual(other.Panels.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Suggestion, Expert);

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "make-suggestion";
}

/// <summary>Decides a suggestion between two rounds: accepted, it adds the item or drops it. Where a study without items waited for it and nothing is left to ask, its rule ends it.</summary>
public sealed record DecideSuggestion : DelphiCommand
{
    /// <summary>The suggestion.</summary>
    public required string Suggestion { get; init; }

    /// <summary>The id that the item to add gets: to be given exactly when an item to add is accepted.</summary>
    public string? Item { get; init; }

    /// <summary>Whether it is followed.</summary>
    public required bool Accept { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "decide-suggestion";
}
