using System.Collections.Immutable;
using CivicTech.Time;

namespace CivicTech.Budgeting.Calendars;

/// <summary>A stage of a cycle, as the city announces it: a time, and what may be done in it by whom.</summary>
/// <remarks>Half-open: from the very start, until just before the end. Stages may overlap, touch, or leave days between them.</remarks>
public sealed record CycleStage
{
    /// <summary>The city's name for it, unique among the stages of the same areas.</summary>
    public required string Name { get; init; }

    /// <summary>When it begins, on the clocks of its zone.</summary>
    public required Deadline Starts { get; init; }

    /// <summary>When it is over, on the clocks of its zone.</summary>
    public required Deadline Ends { get; init; }

    /// <summary>The areas that it is for; empty for all areas that have no stage of this name of their own.</summary>
    public ImmutableArray<string> Areas { get => field.IsDefault ? [] : field; init; }

    /// <summary>What may be done in it; nothing in a stage of waiting.</summary>
    public ImmutableArray<Permit> Permits { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(CycleStage? other) => other is not null && Name == other.Name && Starts == other.Starts && Ends == other.Ends
        && Areas.AsSpan().SequenceEqual(other.Areas.AsSpan()) && Permits.AsSpan().SequenceEqual(other.Permits.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, Starts, Ends, Areas.Length, Permits.Length);
}
