using System.Collections.Immutable;

namespace CivicTech.Consensus.Delphi.Items;

/// <summary>A stage of the funnel in numbers. Nothing is lost in it: what came in was kept, removed for a reason, or is stated to be unaccounted for.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record FunnelStage
{
    /// <summary>What was done: a name or a reference, unique in its funnel.</summary>
    public required string Name { get; init; }

    /// <summary>How many items were added before it, to those that the stage before kept; 0 or more.</summary>
    public int Added { get; init; }

    /// <summary>How many it began with: what the stage before kept, and what was added.</summary>
    public required int In { get; init; }

    /// <summary>How many went on.</summary>
    public required int Kept { get; init; }

    /// <summary>How many were removed, by reason.</summary>
    public ImmutableArray<FunnelRemoval> Removed { get => field.IsDefault ? [] : field; init; }

    /// <summary>How many are in neither list, as whoever reports the stage states; 0 or more.</summary>
    public int Unaccounted { get; init; }

    /// <summary>What is known of those that are unaccounted for; needed where there are any.</summary>
    public string? Explanation { get; init; }

    /// <inheritdoc />
    public bool Equals(FunnelStage? other) =>
        other is not null && Name == other.Name && Added == other.Added && In == other.In && Kept == other.Kept && Removed.AsSpan().SequenceEqual(other.Removed.AsSpan())
        && Unaccounted == other.Unaccounted && Explanation == other.Explanation;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, In, Kept);
}
