using System.Collections.Immutable;

namespace CivicTech.Consensus.Delphi.Items;

/// <summary>What an expert would add to the items, or take out of them.</summary>
/// <remarks>Immutable; equal when all that it says is equal. Who suggested it is for the study's own use: no report names it.</remarks>
public sealed record Suggestion
{
    /// <summary>The host's id: 1 to 100 characters without a slash.</summary>
    public required string Id { get; init; }

    /// <summary>Who.</summary>
    public required string Expert { get; init; }

    /// <summary>In which round.</summary>
    public required int Round { get; init; }

    /// <summary>The item to take out; null for one to add.</summary>
    public string? Remove { get; init; }

    /// <summary>A reference to the text of the item to add, or to the reason for taking one out.</summary>
    public required string Text { get; init; }

    /// <summary>The panels that are to rate the item to add.</summary>
    public ImmutableArray<string> Panels { get => field.IsDefault ? [] : field; init; }

    /// <summary>What was decided: null as long as nothing was.</summary>
    public bool? Accepted { get; init; }

    /// <summary>A reference to the reason of the decision.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc />
    public bool Equals(Suggestion? other) =>
        other is not null && Id == other.Id && Expert == other.Expert && Round == other.Round && Remove == other.Remove && Text == other.Text
        && Panels.AsSpan().SequenceEqual(other.Panels.AsSpan()) && Accepted == other.Accepted && Reason == other.Reason;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Id, Expert, Round);
}
