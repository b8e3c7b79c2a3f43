using System.Collections.Immutable;

namespace CivicTech.Consensus.Delphi.Rounds;

/// <summary>What a round found. For the study's own use: what may be shown of it, small cells left out, feedback and report say.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record RoundSummary
{
    /// <summary>The round.</summary>
    public required int Round { get; init; }

    /// <summary>How many experts were asked about anything: those who had joined and not left when it closed, and those who answered and left.</summary>
    public required int Asked { get; init; }

    /// <summary>How many answered anything.</summary>
    public required int Responded { get; init; }

    /// <summary>How many answered everything they were asked.</summary>
    public required int Complete { get; init; }

    /// <summary>The items, in the ordinal order of their ids.</summary>
    public required ImmutableArray<ItemOutcome> Items { get => field.IsDefault ? [] : field; init; }

    /// <summary>The panels that were asked, in the order of the protocol.</summary>
    public required ImmutableArray<PanelOutcome> Panels { get => field.IsDefault ? [] : field; init; }

    /// <summary>Whether no panel goes on.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsLast => Panels.All(panel => panel.Step is not (PanelStep.GoesOn or PanelStep.WaitsForOthers));

    /// <summary>What was found of an item; null when it was not asked.</summary>
    /// <param name="item">Its id.</param>
    public ItemOutcome? Find(string item) => Ordered.Find(Items, outcome => outcome.Item, item);

    /// <inheritdoc />
    public bool Equals(RoundSummary? other) =>
        other is not null && Round == other.Round && Asked == other.Asked && Responded == other.Responded && Complete == other.Complete
        && Items.AsSpan().SequenceEqual(other.Items.AsSpan()) && Panels.AsSpan().SequenceEqual(other.Panels.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Round, Asked, Items.Length);
}
